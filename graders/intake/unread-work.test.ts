import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseLimits } from "../contract/limits";
import type { Submission } from "../contract/submission";
import { digestRead } from "./content-digest";
import { openDiskTree } from "./disk-tree";
import { writeNotebook } from "./notebook/notebook";
import { takeInTree } from "./take-in";

const limits = parseLimits();
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "ridgepoint-test-"));
});
afterEach(() => rmSync(root, { recursive: true }));

function takeIn(files: Readonly<Record<string, string>>): Promise<Submission> {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return takeInTree(openDiskTree(root, limits.folderEntries), "ann", limits);
}

const real = "export function padding(layer) {\n  return layer.kernel;\n}\n";
const also = "export const softmaxFlops = (n: number) => 5 * n;\n";
/** What the entry makes of `padding`, and whether that leaves it open. */
const entries: readonly (readonly [what: string, text: string, isOpen: boolean])[] = [
  ["the starter's stub", 'export function padding(layer) { return notAnsweredYet("padding"); }', true],
  ["a stub that throws", 'export function padding(layer) { throw new Error("still to do"); }', true],
  ["nothing in it", "export const padding = (layer) => {};", true],
  ["always the same", "export function padding(layer) {\n  return 0 as unknown as number;\n}", true],
  ["left out", "", true],
  ["left out but for a comment", "// padding is in the other file", true],
  ["answered", "export function padding(layer) { return layer.kernel - 1; }", false],
  ["answered under the name with underscores", "export const pad_ding = (layer) => layer.kernel;", false],
  ["handed on", 'export { padding } from "./lib";', false],
];
const inCell = (source: string) => writeNotebook([{ id: "a", kind: "code", source }]);
const python = JSON.stringify({
  nbformat: 4,
  metadata: { kernelspec: { language: "python", name: "python3" } },
  cells: [{ cell_type: "code", source: ["def padding(layer):\n", "    return 1"] }],
});
/** Where the work may lie. */
const places: readonly (readonly [file: string, text: string])[] = [
  ["solution.ts", real],
  ["deep/er/solution.js", "exports.padding = (layer) => layer.kernel;"],
  ["my work.ts.txt", real],
  ["assignment.ipynb", inCell(real)],
  ["Untitled.ipynb", python],
  ["solution.txt", `Don't worry.\n${real}`],
  ["solution.md", `# Mine\n\`\`\`ts\n${real}\`\`\`\n`],
  ["answers.md", `## padding\n\`\`\`ts\n${real}\`\`\`\n`],
  ["notebook.html", "<pre><b>function</b> <i>padding</i>(layer) {</pre>"],
  ["solution.py", "def padding(layer):\n    return 1\n"],
  ["solution", real],
];

describe("what another file answers and the entry leaves open is named", () => {
  const cases = entries.flatMap(([what, text, isOpen]) =>
    places.map(
      ([file, other]) =>
        [what, file, { "submission.ts": also + text, "lib.ts": real, [file]: other }, isOpen] as const,
    ),
  );
  test.each(cases)("%s, %s", async (_, file, files, isOpen) => {
    const { unread = [] } = await takeIn(files);
    const found = unread.filter((one) => one.file === file && one.answers.includes("padding"));
    expect(found).toHaveLength(isOpen ? 1 : 0);
  });

  test("it is part of what was handed in, and not of what is read", async () => {
    const stubbed = { "submission.ts": `${also}export function padding() {}` };
    const alone = await takeIn(stubbed);
    const beside = await takeIn({ ...stubbed, "solution.ts": real });
    expect(beside.contentDigest).not.toBe(alone.contentDigest);
    expect([digestRead(alone), digestRead(beside)]).toEqual([alone.contentDigest, alone.contentDigest]);
  });
});

describe("what a text cell answers and the code leaves open is named with its number", () => {
  const cells = { "as it stood": real, "between fences": `Mine:\n\`\`\`ts\n${real}\`\`\`\n` };
  const alone = entries.filter(([, code]) => !code.includes("./lib"));
  const cases = alone.flatMap(([what, code, isOpen]) =>
    Object.entries(cells).map(([how, text]) => [what, how, code, text, isOpen] as const),
  );
  test.each(cases)("%s, %s", async (_, __, code, text, isOpen) => {
    const notebook = writeNotebook([
      { id: "a", kind: "code", source: also + code },
      { id: "b", kind: "markdown", source: "The padding is a const of the layer." },
      { id: "c", kind: "markdown", source: text },
      { id: "d", kind: "markdown", source: text },
    ]);
    const { unread } = await takeIn({ "hw.ipynb": notebook });
    const cell = { file: "hw.ipynb", cell: 3, answers: ["padding"] };
    expect(unread?.filter((one) => one.answers.includes("padding")) ?? []).toEqual(isOpen ? [cell] : []);
  });
});

describe("what nobody can look into counts where nothing at all was answered", () => {
  const stub = 'export function padding() { throw new Error("still to do"); }';
  test.each(["solution.rar", "solution.docx", "solution.pdf"])("%s", async (file) => {
    const opaque = { [file]: "\0\u0001" };
    expect((await takeIn({ "submission.ts": stub, ...opaque })).unread).toEqual([{ file, answers: [] }]);
    expect((await takeIn({ "submission.ts": stub + also, ...opaque })).unread).toBeUndefined();
  });

  test("what is handed out is nobody's work", async () => {
    const handedOut = {
      "ASSIGNMENT.md": real,
      "TYPESCRIPT.md": real,
      "assignment.html": "\0",
      "LICENCES.txt": "\0",
    };
    const programs = {
      "selfcheck/try.js": real,
      "types.ts": real,
      "data/gpus.json": "{}",
      "answers.md": "## padding\n",
    };
    expect((await takeIn({ "submission.ts": stub, ...handedOut, ...programs })).unread).toBeUndefined();
  });
});
