import { writeNotebook } from "../../intake/notebook/notebook";
import { look } from "../../testing/sums-selfcheck";

// Real processes: each look starts one, and the first one probes the machine.
jest.setTimeout(60_000);

/** What is said from the error to the end of the first question's lines. */
async function listen(source: string, name = "submission.ts"): Promise<readonly string[]> {
  const { said } = await look({ [name]: source }, name.endsWith(".ipynb") ? name : "");
  return said;
}

describe("an error points", () => {
  test.each<[string, string, readonly string[]]>([
    [
      "inside a function, through types that are gone when it runs",
      "interface Wide { shape: number[] }\n\nexport function addTwo(a: unknown): number {\n  return (a as Wide).shape[0] + 2;\n}\n",
      [
        "TypeError: Cannot read properties of undefined (reading '0')",
        "submission.ts:4:27",
        "return (a as Wide).shape[0] + 2;",
        `${" ".repeat(24)}^`,
      ],
    ],
    [
      "at a text that is thrown",
      'export const addTwo = (a: number) => {\n  if (a > 0) throw "too small";\n  throw "other";\n};',
      ["string: too small", "submission.ts:2:14", 'if (a > 0) throw "too small";', `${" ".repeat(11)}^`],
    ],
    [
      "at the only throw, whatever is thrown",
      "export const addTwo = (a: number) => {\n  const seen = { a };\n  throw seen;\n};",
      ["submission.ts:3:3", "throw seen;", "^"],
    ],
    [
      "behind a promise",
      "const later = async (a: number) => JSON.parse(a + '!');\nexport const addTwo = async (a: number) => later(a);",
      ["submission.ts:1:41"],
    ],
    [
      "where the source does not compile",
      "export const addTwo = 1;\nexport function doubleIt(a: number) {\n\treturn (a ** 2;\n}",
      ["submission.ts:3:16", "return (a ** 2;", `${" ".repeat(14)}^`],
    ],
    [
      "where a name is declared twice",
      "const twice: number = 1;\n\nconst twice: number = 2;",
      ["submission.ts:3:7", "const twice: number = 2;", "      ^"],
    ],
    [
      "where nothing loads",
      "const all: number[] = [];\nconsole.log('so far');\nall.first.second;",
      ["submission.ts:3:11", "all.first.second;", "          ^", "so far"],
    ],
    [
      "where the top level stops half-way",
      "export const addTwo = (a: number) => a + 2;\nexport const doubleIt = addTwo;\n  void missing.name;",
      ["submission.ts:3:3", "void missing.name;", "^"],
    ],
  ])("%s", async (_, source, expected) => {
    const said = await listen(source);
    expect(said.filter((one) => expected.includes(one))).toEqual(expected);
  });

  test("at the line of a file that is imported and does not compile", async () => {
    const { said } = await look({
      "submission.ts": 'import { two } from "./lib/two";\nexport const addTwo = (a: number) => a + two;',
      "lib/two.ts": "// two\n\nexport const two = = 2;",
    });
    expect(said).toEqual(expect.arrayContaining(["lib/two.ts:3:20", "export const two = = 2;"]));
  });

  test("at a cell of a notebook and the line in it, whatever cells stand before", async () => {
    const cells = [
      { id: "a", kind: "markdown", source: "# Title" },
      { id: "b", kind: "code", source: "export const doubleIt = (a: number) => 2 * a;" },
      { id: "c", kind: "code", source: "\nexport const addTwo = (a: Deep) => {\n  return a.b.c;\n};" },
    ] as const;
    const said = await listen(writeNotebook(cells), "work.ipynb");
    expect(said).toEqual(expect.arrayContaining(["cell 3, line 3, column 14", "return a.b.c;"]));
    expect(said.join("\n")).not.toContain("submission.ts:");
  });

  test("a line of thousands of characters is shown around its place", async () => {
    const long = `export const addTwo = (a: Deep) => ${"1 + ".repeat(1000)}a.b.c;`;
    const said = await listen(long);
    const at = said.findIndex((one) => one.startsWith("submission.ts:1:"));
    const [line = "", caret = ""] = said.slice(at + 1);
    expect(line.length).toBeLessThanOrEqual(120);
    expect(line.slice(caret.length - 1)).toBe("c;");
  });
});

describe("what a call printed is shown below it", () => {
  const printing = (last: string) =>
    `export const addTwo = (a: number) => {\n  for (let i = 1; i < 9; i++) console.log("round", i, { a });\n  console.error("warned");\n  ${last}\n};`;
  test.each([
    ["a wrong answer", "return a - 2;"],
    ["an answer of another form", 'return "seven";'],
    ["an error", 'throw new Error("no");'],
  ])("with %s, its first lines", async (_, last) => {
    const said = await listen(`console.log("at the top");\n${printing(last)}`);
    expect(said.filter((one) => /round|…$/.test(one))).toEqual([
      ...[1, 2, 3, 4, 5].map((i) => `round ${i} { a: 5 }`),
      "…",
    ]);
    expect(said.join("\n")).not.toMatch(/at the top|warned/);
  });

  test("and nothing of what another call printed", async () => {
    const said = await listen(
      'export const addTwo = (a: number) => { console.log("first"); return 7; };\nexport const doubleIt = () => 1;',
    );
    expect(said.join("\n")).not.toContain("first");
  });
});
