import { type Looked, look } from "../../testing/sums-selfcheck";

// Real processes: each look starts one, and the first one probes the machine.
jest.setTimeout(60_000);

const right = [
  "export function addTwo(a: number): number {",
  "  return a + 2;",
  "}",
  "export function doubleIt(a: number): number {",
  "  return 2 * a;",
  "}",
];
const passes = expect.objectContaining({
  kind: "checked",
  questions: [expect.anything(), expect.anything()],
});

const listStates = ({ report }: Looked): readonly string[] =>
  report.kind === "checked" ? report.questions.map((one) => one.state) : [report.kind];

describe("what beginners do and may do", () => {
  test.each<[string, Readonly<Record<string, string | Buffer>>, RegExp]>([
    ["Windows line ends", { "submission.ts": right.join("\r\n") }, /Windows line ends are fine/],
    ["a byte order mark", { "submission.ts": `\uFEFF${right.join("\n")}` }, /byte order mark, which is fine/],
    [
      "a default export of an object",
      { "submission.ts": "export default { addTwo: (a: number) => a + 2, doubleIt: (a: number) => 2 * a };" },
      /A default export is fine/,
    ],
    [
      "async functions",
      {
        "submission.ts": right
          .join("\n")
          .replace(/export function/g, "export async function")
          .replace(/: number \{/g, ": Promise<number> {"),
      },
      /addTwo, doubleIt: async is fine/,
    ],
    [
      "CommonJS",
      { "submission.ts": "module.exports = { addTwo: (a) => a + 2, doubleIt: (a) => 2 * a };" },
      /module\.exports is fine/,
    ],
    [
      "CommonJS with require",
      {
        "submission.ts":
          'const { two } = require("./two");\nmodule.exports.addTwo = (a) => a + two;\nmodule.exports.doubleIt = (a) => 2 * a;',
        "two.ts": "exports.two = 2;",
      },
      /module\.exports is fine/,
    ],
    [
      "a capital letter",
      { "Submission.ts": right.join("\n") },
      /Submission\.ts was taken for submission\.ts/,
    ],
    ["a browser's copy", { "submission (1).ts": right.join("\n") }, /submission \(1\)\.ts was taken/],
    ["a hidden ending", { "submission.ts.txt": right.join("\n") }, /submission\.ts\.txt was taken/],
    ["another name", { "solution.ts": right.join("\n") }, /solution\.ts was taken/],
    ["a folder too many", { "work/submission.ts": right.join("\n") }, /found in work\//],
    [
      "JavaScript with an ending of modules",
      { "submission.mjs": "export const addTwo = (a) => a + 2;\nexport const doubleIt = (a) => 2 * a;" },
      /submission\.mjs was taken/,
    ],
    [
      "functions that are exported below",
      { "submission.ts": `${right.join("\n").replace(/export /g, "")}\nexport { addTwo, doubleIt };` },
      /^((?!not exported)[\s\S])*$/,
    ],
  ])("%s", async (_, files, note) => {
    const looked = await look(files);
    expect(looked.report).toEqual(passes);
    expect(listStates(looked)).toEqual(["passes", "passes"]);
    expect(looked.said.join("\n")).toMatch(note);
    expect(looked.source?.types).toMatchObject({ kind: "checked", total: 0 });
  });
});

describe("what beginners do and should know", () => {
  test.each<[string, Readonly<Record<string, string | Buffer>>, string]>([
    [
      "half of a character",
      { "submission.ts": Buffer.from([0xff, 0xfe, 0x41]) },
      "submission.ts is not UTF-8 text; save it with that encoding.",
    ],
  ])("%s", async (_, files, says) => {
    const { report, said } = await look(files);
    expect(report.kind).toBe("refused");
    expect(said).toEqual(["This cannot be taken in.", says]);
  });

  test.each([
    ["addtwo", "no function addTwo is exported; did you mean your addtwo?"],
    ["add_two", "no function addTwo is exported; your add_two only needs that name"],
    ["addTow", "no function addTwo is exported; did you mean your addTow?"],
    ["something", "no function addTwo is exported"],
  ])("an export called %s", async (name, says) => {
    const looked = await look({ "submission.ts": `export const ${name} = (a: number) => a + 2;` });
    expect(listStates(looked)).toEqual(["missing", "missing"]);
    expect(looked.said).toContain(says);
  });

  test.each<[string, string, string]>([
    [
      "functions without export",
      right.join("\n").replace(/export /g, ""),
      "addTwo, doubleIt are written but not exported: put export in front of each function.",
    ],
    [
      "one function without export, beside a helper",
      "const help = () => 1;\nconst addTwo = (a) => a + help() + 1;\nexport { help };\nexport const doubleIt = help;",
      "addTwo is written but not exported: put export in front of function.",
    ],
    [
      "a default export of a function",
      "export default function addTwo(a: number) { return a + 2; }",
      "This default export is not found: each function is asked for by its name, so write export function padding and so on.",
    ],
    [
      "a default export beside a named one",
      'export const name = "Ada";\nconst addTwo = (a) => a + 2;\nexport default { addTwo };',
      "This default export is not found: each function is asked for by its name, so write export function padding and so on.",
    ],
  ])("%s", async (_, source, says) => {
    const looked = await look({ "submission.ts": source });
    expect(listStates(looked)).toContain("missing");
    expect(looked.said).toContain(says);
  });

  test.each<[string, string, string]>([
    [
      "a file that is opened while loading",
      'import { readFileSync } from "node:fs";\nconst gpus = readFileSync("data/gpus.json", "utf8");\nexport const addTwo = () => gpus;',
      "Your code cannot open files, the network or other programs while it is checked and graded: write the numbers it needs into a .ts file.",
    ],
    [
      "a file that is opened in a call",
      'import { readFileSync } from "node:fs";\nexport const addTwo = () => readFileSync("data/gpus.json", "utf8");',
      "Your code cannot open files, the network or other programs while it is checked and graded: write the numbers it needs into a .ts file.",
    ],
    [
      "await in a function that is not async",
      "export const addTwo = (a) => { await Promise.resolve(); return a + 2; };",
      "Here, await works inside an async function only.",
    ],
  ])("%s", async (_, source, says) => {
    expect((await look({ "submission.ts": source })).said).toContain(says);
  });

  test("top-level code that stops, with its file, its line and the error", async () => {
    const looked = await look({ "submission.ts": `${right.join("\n")}\n\ndescribe("addTwo", () => {});` });
    expect(listStates(looked)).toEqual(["passes", "passes"]);
    expect(looked.said).toContain(
      "Your code stopped with an error at its top level in submission.ts, line 8; only the functions exported before that can be asked.",
    );
    expect(looked.said).toContain("ReferenceError: describe is not defined");
  });

  test("explanations that are too large to be read", async () => {
    const large = 'export const explanations = { addTwo: "x".repeat(700_000) };';
    const { said } = await look({ "submission.ts": `${right.join("\n")}\n${large}` });
    expect(said).toContain(
      "Your exported explanations are larger than the grader reads, so none of them is read: shorten them.",
    );
  });

  test("a value where a function should be", async () => {
    const { said } = await look({ "submission.ts": "export const addTwo = 7;\nexport const doubleIt = 10;" });
    expect(said).toContain("addTwo is exported as a number, not as a function");
  });

  test("a missing bracket, with its line", async () => {
    const { report } = await look({ "submission.ts": "export function addTwo(a: number {\n  return 7;\n}" });
    expect(report).toMatchObject({
      kind: "broken",
      says: { code: "does-not-compile-at", file: "submission.ts", line: 1 },
    });
  });

  test("a division whose comment swallowed a brace, which is missed far below", async () => {
    const half = "export function halve(a: number): number { return a//2; }";
    const { report, said } = await look({ "submission.ts": [half, "", "// Task 2", ...right].join("\n") });
    expect(report).toMatchObject({ kind: "broken", notes: [{ kind: "division", at: { line: 1 } }] });
    expect(said).toContain(half);
  });

  test("a type error, in their own line", async () => {
    const { source, report } = await look({
      "submission.ts": `${right.join("\n")}\nconst text: string = addTwo(1);`,
    });
    expect(report.kind).toBe("checked");
    expect(source?.types).toMatchObject({
      total: 1,
      mistakes: [{ path: "submission.ts", line: 7, column: 7, source: "const text: string = addTwo(1);" }],
    });
  });
});

describe("how a question stands", () => {
  const stub = (name: string) =>
    `export function ${name}(a) { throw new Error("${name}: not answered yet"); }`;
  test.each<[string, string, string]>([
    ["not answered yet", stub("addTwo"), "unanswered"],
    ["waiting for another", `${stub("doubleIt")}\nexport const addTwo = (a) => doubleIt(a);`, "unanswered"],
    ["of another form", "export const addTwo = () => [1, 2];", "malformed"],
    ["failing a public check", "export const addTwo = (a) => a - 2;", "fails"],
    ["throwing", "export const addTwo = () => { throw new TypeError('no'); };", "stops"],
    ["ending the program", "export const addTwo = () => process.exit(0);", "stops"],
    ["promising for ever", "export const addTwo = () => new Promise(() => {});", "stops"],
  ])("%s", async (_, source, state) => {
    expect(listStates(await look({ "submission.ts": source }))[0]).toBe(state);
  });

  test("a failed check shows what was asked, what came, what was expected", async () => {
    const { said } = await look({ "submission.ts": "export const addTwo = (a) => a - 2;" });
    expect(said.slice(0, 4)).toEqual([
      "fails a public check: 5 gives more than 5",
      "addTwo(5)",
      "3",
      "more than 5",
    ]);
  });

  test("a form that does not fit shows what came and what is expected", async () => {
    const { said } = await look({ "submission.ts": "export const addTwo = () => ({ sum: 7 });" });
    expect(said.slice(0, 4)).toEqual([
      "the answer has another form than the question asks for",
      "addTwo(5)",
      "an object with sum",
      "a number",
    ]);
  });

  test("what waits for another function says which", async () => {
    const { said } = await look({
      "submission.ts": `${stub("doubleIt")}\nexport const addTwo = (a) => doubleIt(a);`,
    });
    expect(said[0]).toBe("addTwo calls doubleIt, which is not answered yet");
  });
});

test("a type that never ends does not end the selfcheck", async () => {
  const bomb = "type Bomb<T> = T extends [infer A, ...infer R] ? [...Bomb<R>, ...Bomb<R>, A, A] : T;";
  const deep = `${bomb}\nexport const x: Bomb<[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20]> = 0 as never;`;
  const { source, report } = await look({ "submission.ts": `${deep}\n${right.join("\n")}` });
  expect(report).toEqual(passes);
  expect(source).not.toBeNull();
});
