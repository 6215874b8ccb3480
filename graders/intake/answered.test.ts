import { joinCells } from "../contract/joined-cells";
import { listOpen, listWork, listWorkInText, type Work } from "./answered";

const shells: readonly ((body: string) => string)[] = [
  (body) => `export function padding(layer: ConvLayer): number {${body}}`,
  (body) =>
    `function padding(layer: { kernel: number }): { n: number; of: () => void } {\n${body}\n}\nexport { padding };`,
  (body) => `export async function padding(layer) {\n${body}\n}`,
  (body) => `export const padding = (layer: ConvLayer): number => {${body}};`,
  (body) => `export const padding: (layer: ConvLayer) => number = (layer) => { ${body} }`,
  (body) => `exports.padding = function (layer) {${body}};`,
  (body) => `module.exports.padding = (layer) => {${body}};`,
  (body) => `export let padding = function padding(layer) {${body}}`,
];

const bodies: readonly (readonly [Work, string])[] = [
  ["open", ""],
  ["open", "// still to do: layer.kernel\n"],
  ["open", ' throw new Error("still to do"); '],
  ["open", ' return notAnsweredYet("padding"); '],
  ["open", " ; "],
  ["constant", " return 0; "],
  ["constant", " return 0 as unknown as number; "],
  ["constant", " return { nKB: 0, nMB: -0.5, of: [null] } as unknown as never; "],
  ["constant", ' return "layer"; '],
  ["answered", " return layer.kernel; "],
  ["answered", " if (layer.kernel > 1) throw new Error(); return 0; "],
  ["answered", "\n  const { kernel } = layer;\n  return (kernel - 1) / 2;\n"],
];

describe("a function is told by what it does, however it is written", () => {
  const cases = shells.flatMap((shell) => bodies.map(([work, body]) => [work, shell(body)] as const));
  test.each(cases)("%s: %s", (work, text) => {
    expect(listWork(text).get("padding")).toBe(work);
    const around = `const before = 3;\n${text}\nexport function after() { return before; }\n`;
    expect(listWork(around).get("padding")).toBe(work);
    expect(listWork(around).get("after")).toBe("answered");
  });

  test("an arrow without braces, and what is taken from elsewhere", () => {
    expect(listWork("export const padding = (layer) => layer.kernel").get("padding")).toBe("answered");
    expect(listWork("export const padding = () => 0").get("padding")).toBe("constant");
    expect(listWork('export const padding = () => notAnsweredYet("padding")').get("padding")).toBe("open");
    expect(listWork("export const padding = memoize(same)").get("padding")).toBe("answered");
  });

  test("what is written out is no function, and a signature alone neither", () => {
    const text =
      'export const name = "Kim";\nexport const all = [1, { a: 2 }];\nfunction padding(layer): number;';
    expect([...listWork(text)]).toEqual([]);
  });

  test("in a notebook a bracket that a cell leaves open does not reach into the next one", () => {
    const cells = ["export const a = (b) => {", "export const padding = (l) => l.kernel;"];
    const text = joinCells(cells.map((cell, at) => ({ number: at + 1, text: cell })));
    expect(listWork(text).get("padding")).toBe("answered");
  });
});

test("a source is untouched where each function it exports is open", () => {
  const stub = 'export function padding(l) { throw new Error("still to do"); }\n';
  expect(listOpen(`export const name = "Kim";\n${stub}`)).toEqual(["padding"]);
  for (const more of [
    "export const f = (l) => l;",
    'export * from "./lib";',
    "export { f };",
    "export const t = 1;",
  ])
    expect(listOpen(stub + more)).toBeNull();
});

test("in a text any declaration counts, stubs aside", () => {
  const text = "I don't know:\n```ts\nexport function padding(l) {\n```\ndef model_bytes(n):\nconst f = 1";
  expect(listWorkInText(text)).toEqual(["padding", "model_bytes", "f"]);
  expect(listWorkInText('function padding() { return notAnsweredYet("padding"); }')).toEqual([]);
});
