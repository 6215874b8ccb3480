import { isRealExplanation } from "../contract/explanation";
import { joinCells } from "../contract/joined-cells";
import { endInTime } from "../testing/end-in-time";
import { collectExplanations } from "./explanations";
import { hidesExplanations } from "./written-explanations";

const real = 'The variance is a mean: "one" division for each channel, {once}; // so.';
const questions = [{ id: "batch-norm", names: [], exports: ["batchNormFlops"], handedOut: [] }];
const read = (source: string, exported?: Record<string, string>) =>
  collectExplanations({ exported, texts: [], sources: [source], questions });

const starts = [
  "const explanations = ",
  "export const Explanations = ",
  "export const EXPLANATIONS: Record<string, string> = ",
  "let explanation: { [id: string]: string } = ",
  "const explanatoins = ",
  "export const explanations = ",
];
const objects = {
  plain: `{ "batch-norm": ${JSON.stringify(real)} }`,
  "by the function's name": `{\n  // mine\n  batchNormFlops: ${JSON.stringify(real)},\n}`,
  "in single quotes": `{ 'batch-norm': '${real}' }`,
  "in a template": `{ batch_norm: \`${real}\` }`,
  "in two pieces":
    '{ batchNorm: "The variance is a mean: \\"one\\" division" +\n "for each channel, {once}; // so.", other: 1 }',
  frozen: `Object.freeze({ "batch-norm": ${JSON.stringify(real)} } as const)`,
};

describe("explanations that are not exported, or under a name that is near, are read where they are written out", () => {
  const cases = starts.flatMap((start) =>
    Object.entries(objects).map(([what, text]) => [start, what, text] as const),
  );
  test.each(cases)("%s%s", (start, _, text) => {
    const source = `const a = 1;\n${start}${text};\nexport function batchNormFlops() { return { other: "text" }; }\n`;
    expect([...read(source).byQuestion]).toEqual([["batch-norm", real]]);
    expect(read(source, { "batch-norm": "exported" }).byQuestion.get("batch-norm")).toBe("exported");
  });
});

/** Ways of writing one text that no run shows. */
const ways: Readonly<Record<string, (text: string) => string>> = {
  "assigned by name": (text) => `const explanations = {};\nexplanations["batch-norm"] = ${text};`,
  "assigned as a property": (text) =>
    `const explanations: Record<string, string> = {}\nexplanations.batchNormFlops = ${text}`,
  "assigned to what it is said to be": (text) =>
    `const explanations = {};\n(explanations as Record<string, string>)["batch-norm"] = ${text};`,
  "set later": (text) => `let explanations: object;\nexplanations = { "batch-norm": ${text} };`,
  "by a constant's name": (text) =>
    `const why: string = ${text};\nconst explanations = { "batch-norm": why };`,
  "a constant called so": (text) => `const batchNorm = ${text}\nconst explanations = { batchNorm }`,
  "in a map": (text) => `const explanations = new Map();\nexplanations.set("batch-norm", ${text});`,
  "in pairs": (text) => `const explanations = Object.fromEntries([["batch-norm", ${text}]]);`,
  "mixed in": (text) => `const explanations = {}; Object.assign(explanations, { "batch-norm": ${text} });`,
  "in an object of its own": (text) => `const explanations = { "batch-norm": { kind: 1, text: ${text} } };`,
  "under a computed name": (text) => `const explanations = { ["batch-norm"]: ${text} };`,
  "by a function": (text) =>
    `export function explanations(): Record<string, string> { return { "batch-norm": ${text} }; }`,
  "by an arrow": (text) => `export const explanations = (): object => ({ "batch-norm": ${text} });`,
  "by a function with a constant": (text) =>
    `export function explanations() {\n  const texts = { "batch-norm": ${text} };\n  return texts;\n}`,
  "by case": (text) =>
    `export function explanation(q: string) { switch (q) { case "batch-norm": return ${text}; default: return ""; } }`,
  "in a class": (text) => `export class Explanations { static "batch-norm" = ${text}; }`,
  "in a class with types": (text) =>
    `export class Explanations {\n  static other: string = ""\n  static batchNorm: string = ${text}\n}`,
  "in a getter": (text) => `const explanations = { get batchNorm() { return ${text}; } };`,
  "in a promise": (text) => `export const explanations = Promise.resolve({ "batch-norm": ${text} });`,
  "in a namespace": (text) => `namespace explanations { export const batchNorm = ${text}; }`,
  "of its own": (text) => `export const batchNormExplanation = ${text};`,
  "of its own, in French": (text) => `const explicationBatchNorm = ${text};`,
  "of its own, by a function": (text) => `function batch_norm_explanation() { return ${text}; }`,
  "of its own, at the function": (text) =>
    `function batchNormFlops() { return { a: 1 }; }\n(batchNormFlops as { explanation?: string }).explanation = ${text};`,
  "in German": (text) => `const erklärungen = { "batch-norm": ${text} };`,
};
const literals = [JSON.stringify(real), `\`${real}\``, `(${JSON.stringify(real)} as string)`];

describe.each(Object.entries(ways))("%s", (_, write) => {
  test.each(literals)("%s is read", (literal) => {
    for (const rest of ["", "\nexport function f() {\n  return 'other text';\n}", ";\nconst b = `one`;"]) {
      const source = `const a = 1;\n${write(literal)}${rest}`;
      expect([...read(source).byQuestion]).toEqual([["batch-norm", real]]);
      expect(hidesExplanations(source)).toBe(false);
      expect([...read(joinCells([{ number: 1, text: source }])).byQuestion]).toEqual([["batch-norm", real]]);
    }
  });

  test("what cannot be read is shown to a person, and the student is told where no run shows it", () => {
    const source = write("make()");
    expect(read(source).byQuestion.size).toBe(0);
    const isUsed = /^const explanations = (?:new Map|\{\})/.test(source) && !source.includes("] =");
    if (isUsed && !source.includes(".batchNormFlops =")) return;
    expect(read(source).unassigned.map(isRealExplanation)).toEqual([true]);
    expect(hidesExplanations(source)).toBe(!source.startsWith("export const explanations"));
  });
});

test("what an export shows when it has run is nothing hidden", () => {
  for (const source of [
    "export const explanations = make();",
    "const explanations = make();\nexport { explanations };",
    "const explanations = make();\nmodule.exports = { explanations };",
    "export const explanations = {};\nexplanations.padding = make();",
  ])
    expect(hidesExplanations(source)).toBe(false);
});

test("what belongs to no question stands for staff, and what is still to be filled is nothing", () => {
  expect(read(`const explanations = { wrong: "${"word ".repeat(8)}" };`).unassigned).toHaveLength(1);
  expect(read(`const explanation = ${JSON.stringify(real)};`).unassigned).toEqual([real]);
  for (const text of [
    "const explanations: Record<string, string>;",
    "const explanations: Record<string, string> = {};",
    'export const explanations = { "batch-norm": "" };',
    "const explained = 1;",
    "console.log(explanations.length);",
    'import { explanations } from "./texts";',
  ])
    expect(read(text)).toEqual({ byQuestion: new Map(), unassigned: [] });
});

const pieces = [
  "const explanations = {",
  "explanations",
  "explanations = f()\n",
  'explanations["a"] = t;',
  "const t = ",
  '"a": "b",',
  '"a", ',
  "`${",
  ": ",
  "a = ",
  "function explanations() {",
  "}\n(",
];
describe.each(pieces)("costs no time: %j", (first) => {
  test.each(pieces)("and %j", (second) => {
    const source = `const t = "${"t".repeat(1_000)}";explanations = {${first.repeat(20_000)}${second.repeat(20_000)}`;
    expect(endInTime(() => read(source)).byQuestion.size).toBe(0);
  });
});
