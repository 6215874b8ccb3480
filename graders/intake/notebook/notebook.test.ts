import { compileSchema } from "../../contract/schemas/ajv";
import schema from "../../testing/nbformat.schema.json";
import { exportNotebook, findCell } from "./export-notebook";
import { type Cell, readNotebook, writeNotebook } from "./notebook";

const cells: readonly Cell[] = [
  { id: "a-title", kind: "markdown", source: "# Title\n\n$$x$$" },
  { id: "b", kind: "code", source: 'export const name = "Zoë";\n' },
  { id: "c", kind: "code", source: "" },
];
const written = writeNotebook(cells);

describe("a written notebook", () => {
  test("is one by Jupyter's format 4.5", () => {
    const { check } = compileSchema(schema);
    expect(() => check(JSON.parse(written), "notebook")).not.toThrow();
    expect(() => check({ ...JSON.parse(written), nbformat: 3 }, "notebook")).toThrow("nbformat");
    const broken = writeNotebook([{ id: "no blanks allowed", kind: "code", source: "" }]);
    expect(() => check(JSON.parse(broken), "notebook")).toThrow("/cells/0");
  });

  test("is read back as it was", () => {
    const read = readNotebook(written);
    expect(read?.language).toBe("typescript");
    expect(read?.cells.map(({ kind, source }) => [kind, source])).toEqual(
      cells.map(({ kind, source }) => [kind, source]),
    );
  });
});

/** A notebook as programs write them: with what they know of it changed. */
const make = (list: readonly object[], rest: object = {}): string =>
  JSON.stringify({ cells: list, metadata: {}, nbformat: 4, nbformat_minor: 5, ...rest });
const code = (source: unknown, tags?: readonly string[]) => ({
  cell_type: "code",
  source,
  metadata: tags ? { tags } : {},
});
const text = (source: unknown, tags: readonly string[] = []) => ({
  cell_type: "markdown",
  source,
  metadata: { tags },
});

const head = "// The code cells of a notebook, each below its number.\n\n";

describe("an exported notebook", () => {
  test("is its code cells in order, without those tagged scratch and empty ones", () => {
    const exported = exportNotebook(
      "work.ipynb",
      make([
        code(["const a = 1;\n", "const b = 2;"]),
        text("# no code"),
        code("  "),
        code("throw 1;", ["scratch"]),
        code("export { a };"),
      ]),
    );
    expect(exported).toMatchObject({
      kind: "exported",
      submission: `${head}// Cell 1\nconst a = 1;\nconst b = 2;\n\n// Cell 5\nexport { a };\n`,
    });
  });

  const explain = (...list: readonly object[]): string => {
    const exported = exportNotebook("work.ipynb", make(list));
    return exported.kind === "exported" ? exported.answers : exported.says.code;
  };

  test("takes explanations from below headings with an id in backquotes, unless nothing is there", () => {
    const answers = explain(
      text("### `softmax`: your explanation\n\nBecause *so*.\n"),
      text("### `prelu`: votre explication\n"),
      text("### `bound`: your explanation\nYOUR ANSWER HERE"),
    );
    expect(answers).toBe("## softmax\n\nBecause *so*.\n");
  });

  /** As the hand-out has it: the cell keeps what stood in it. */
  const handedOut = (source: string): object => ({
    ...text(source),
    metadata: { ridgepoint: { handedOut: [source] } },
  });

  test("takes text cells wherever they stand below a question, and nothing that was handed out", () => {
    const answers = explain(
      text("# Title\n\nRead on.", ["scratch"]),
      handedOut("## Softmax (`softmax`, 2 points)\n\nHow many FLOP?"),
      text("# First thoughts\nA row at a time."),
      code("export const softmaxFlops = 1;"),
      text("Then the sum."),
      text("### `softmax`: your explanation\n"),
      handedOut("## PReLU (`prelu`, 1 point)\n\nAnd here?"),
      { ...text("One each,"), cell_type: "raw" },
      text("and no more."),
    );
    expect(answers).toBe(
      "## softmax\n\n### First thoughts\nA row at a time.\n\nThen the sum.\n\n## prelu\n\nOne each,\n\nand no more.\n",
    );
  });

  test("leaves a notebook of the student's own as it reads", () => {
    expect(explain(text("# Task 3\n\nBecause."), text("# Bound\nMemory."))).toBe(
      "# Task 3\n\nBecause.\n\n# Bound\nMemory.\n",
    );
  });

  test("says which cells stay in the notebook, counted as they stand there", () => {
    const source = make([
      text("# Title"),
      code("const gone = 1;", ["scratch"]),
      code("const file = await Deno.readTextFile('data/gpus.json');"),
      code("f(2);"),
      code("export const f = (n) => n;"),
      code("export const f = (n) => 2 * n;", ["scratch"]),
      code('import { check } from "./selfcheck/notebook.mjs";\nawait check("f", { f });', ["scratch"]),
    ]);
    const exported = exportNotebook("work.ipynb", source);
    expect(exported).toMatchObject({
      submission: `${head}// Cell 4\nf(2);\n\n// Cell 5\nexport const f = (n) => n;\n`,
      remarks: [
        { code: "cells-left-out", cells: ["3"] },
        { code: "cells-tagged-scratch", cells: ["6"] },
      ],
    });
    const lines = exported.kind === "exported" ? exported.submission : "";
    expect([findCell(lines, 4), findCell(lines, 7), findCell(lines, 1)]).toEqual([
      { number: 4, line: 1 },
      { number: 5, line: 1 },
      null,
    ]);
  });

  test.each([
    ["no JSON", "{", "notebook-of-other-format"],
    ["no notebook", "[1]", "notebook-of-other-format"],
    ["an older format", make([], { nbformat: 3 }), "notebook-of-other-format"],
    [
      "a Python notebook",
      make([], { metadata: { kernelspec: { language: "python", name: "python3" } } }),
      "notebook-of-other-language",
    ],
  ])("%s is refused with what is wrong", (_, source, code) => {
    expect(exportNotebook("work.ipynb", source)).toEqual({
      kind: "refused",
      says: { code, file: "work.ipynb" },
    });
  });

  test.each([[null], [42], [{ source: 7 }], [{ cell_type: "code", source: [1, 2] }]])(
    "a cell %j does no harm",
    (cell) => {
      expect(exportNotebook("work.ipynb", make([cell as object])).kind).toBe("exported");
    },
  );
});

test("whatever is nested where texts belong is no text, however deep it is", () => {
  const deep = `${"[".repeat(20_000)}${"]".repeat(20_000)}`;
  const cell = (field: string): string =>
    JSON.stringify(code("const a = 1;")).replace(/}$/, `,${field}:${deep}}`);
  const nested = ["source", "cell_type"].map((field) => cell(JSON.stringify(field)));
  const tagged = JSON.stringify(code("const b = 2;", ["#"])).replace('"#"', deep);
  const notebook = make([]).replace('"cells":[]', `"cells":[${[...nested, tagged]}]`);
  const exported = exportNotebook("work.ipynb", notebook);
  expect(exported).toMatchObject({ kind: "exported", submission: `${head}// Cell 3\nconst b = 2;\n` });
});

test("of more code than a submission may hold nothing is looked at, and more text than a file may have is not read", () => {
  const few = { sourceBytes: 300, sourceFileBytes: 100 };
  expect(exportNotebook("work.ipynb", make([code(";".repeat(301))]), few)).toMatchObject({
    kind: "refused",
    says: { code: "sources-too-large" },
  });
  expect(exportNotebook("work.ipynb", make([code("1;"), text("x".repeat(101))]), few)).toMatchObject({
    kind: "exported",
    answers: "",
    remarks: [{ code: "explanations-unread", because: { code: "notebook-texts-too-large" } }],
  });
  const pictured = text(`why ![](data:image/png;base64,${"A".repeat(101)})`);
  expect(exportNotebook("work.ipynb", make([code("1;"), pictured]), few)).toMatchObject({ remarks: [] });
  const scratch = code(`export const a = ${" ".repeat(301)}1;`, ["scratch"]);
  const tried = exportNotebook("work.ipynb", make([code("1;"), scratch]), few);
  expect(tried).toMatchObject({ kind: "exported", remarks: [] });
});

test("of cells that nobody wrote nothing is looked at", () => {
  const most = Array.from({ length: 10_000 }, () => code("1;"));
  expect(exportNotebook("work.ipynb", make(most))).toMatchObject({ kind: "exported" });
  expect(exportNotebook("work.ipynb", make([...most, code("1;")]))).toEqual({
    kind: "refused",
    says: { code: "notebook-crowded", file: "work.ipynb", count: 10_000 },
  });
});
