import { parseLimits } from "../../contract/limits";
import { takeInTexts } from "../../testing/take-in-texts";
import { english } from "../../wording/translator";
import { type Machine, openMachine } from "./machine";
import { createSay } from "./say";
import { tryExpression } from "./try-expression";
import { viewTried } from "./view-tried";

// Real processes: the first one probes the machine.
jest.setTimeout(60_000);

const limits = parseLimits();
let machine: Machine;
beforeAll(() => {
  machine = openMachine("auto", limits);
});
afterAll(() => machine.close());

const own =
  'import { half } from "./half";\nconst two = 2;\nexport const twice = (n: number): number => {\n  console.log("twice", n);\n  return two * n;\n};\nexport { third, quarter as fourth } from "./half";\n';
const half =
  "export const half = (n: number) => n / 2;\nexport const third = (n: number) => n / 3;\nexport const quarter = (n: number) => n / 4;\n";

async function evaluate(expression: string, source: string) {
  const files = [
    { path: "submission.ts", text: source },
    { path: "half.ts", text: half },
  ];
  const submission = await takeInTexts("mine", files, limits);
  const tried = await tryExpression(submission, expression, machine);
  const asked = new Set(["twice"]);
  const shown = viewTried(tried, { translator: english, say: createSay(english), asked });
  const said = shown.lines.flatMap(({ text, details }) => [text, ...details.map((one) => one.text)]);
  return { ...shown, said };
}

test.each<[string, string, string]>([
  ["twice(3)", "6", own],
  ["two + half(1)", "2.5", own],
  ["[third(3), fourth(4)]", "[ 1, 1 ]", own],
  ["({ n: 1n, text: 'a' + two })", "{ n: 1n, text: 'a2' }", own],
  ["(await Promise.resolve(two)) as number", "2", own],
  ["half // of what is half\n(4)", "2", own],
  ["f(1)", "2", "export * from './half';\nexport const f = (n: number) => n + 1;"],
  ["half(4)", "2", "export * from './half';\n"],
  ["f(1)", "2", "module.exports = { f: (n) => n + 1 };"],
  ["f(1)", "2", "export default { f: (n: number) => n + 1 };"],
  [
    "half(f(16 / Math.abs(-4)))",
    "2.5",
    "import { half } from './half';\nexport default { f: (n: number) => n + 1 };",
  ],
  ["twice(3)", "6", `${own}\nthrow new Error("a test at the end");`],
])("%j comes to %s", async (expression, value, source) => {
  expect(await evaluate(expression, source)).toMatchObject({ value, lines: [] });
});

const head = "// The code cells of a notebook, each below its number.\n\n";
const cells = `${head}// Cell 1\nconst half = ;\n\n// Cell 2\nexport const twice = (n: number) => k * n;\n\n// Cell 3\nconst k = 1;\n\n// Cell 4\nconst k = 2;\n`;

test("a notebook's names are there, whatever cells of it are broken", async () => {
  expect(await evaluate("twice(k)", cells)).toMatchObject({ value: "4" });
  const { said } = await evaluate("twice(", cells);
  expect(said.join("\n")).toMatch(/expression:1:\d+/);
});

test("what is printed comes first", async () => {
  const source = `console.log("loading");\n${own}`;
  expect((await evaluate("twice(twice(3))", source)).printed).toEqual(["loading", "twice 3", "twice 6"]);
});

test.each<[string, readonly string[], string]>([
  ["twice(", ["The expression does not compile.", "expression:1:7", "twice(", "      ^"], own],
  ["twice(1,\n  2 3)", ["The expression does not compile.", "expression:2:5", "2 3)", "  ^"], own],
  ["print(1)", ["ReferenceError: print is not defined", "expression:1:1", "print(1)", "^"], own],
  [
    "bad({})",
    ["submission.ts:1:37", "export const bad = (x: Deep) => x.a.b;"],
    "export const bad = (x: Deep) => x.a.b;",
  ],
  [
    "f(1)",
    ["Your submission cannot be run, so nothing could be tried.", "submission.ts:2:3"],
    "export const f = (\n  ] => 1;",
  ],
])("%j has no value, and it is said why and where", async (expression, expected, source) => {
  const { value, said } = await evaluate(expression, source);
  expect([value, said]).toEqual([null, expect.arrayContaining([...expected])]);
});

test("a loop without end is stopped", async () => {
  const hasty = openMachine("auto", { ...limits, callMs: 300 });
  try {
    const submission = await takeInTexts(
      "mine",
      [
        { path: "submission.ts", text: own },
        { path: "half.ts", text: half },
      ],
      limits,
    );
    expect(await tryExpression(submission, "(() => { for (;;); })()", hasty)).toMatchObject({
      outcome: { kind: "timed-out" },
    });
  } finally {
    await hasty.close();
  }
});
