import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gradeFolder } from "../testing/grade-folder";
import { makeTemporaryFolder } from "../testing/temporary-folder";

const codeCell = (source: string) => ({
  cell_type: "code",
  metadata: {},
  outputs: [],
  execution_count: null,
  source,
});
const notebook = {
  nbformat: 4,
  nbformat_minor: 5,
  metadata: { language_info: { name: "typescript" } },
  cells: [codeCell('export const name = "Cy";'), codeCell("// mine\nexport const padding = () => (1;")],
};
const stops =
  'export const name = "Bo";\nconst table = [1];\n\tconst n = table[1].toFixed(2);\nexport const padding = () => n;\n';

test("what could not be run is quoted with a caret, by file and line or by cell and line", async () => {
  const [work, out] = [await makeTemporaryFolder(), await makeTemporaryFolder()];
  try {
    await mkdir(join(work.path, "bo"));
    await mkdir(join(work.path, "cy"));
    await writeFile(join(work.path, "bo", "submission.ts"), stops);
    await writeFile(join(work.path, "cy", "assignment.ipynb"), JSON.stringify(notebook));
    const { records } = await gradeFolder(work.path, out.path);
    expect(records.map(({ ungradable }) => ungradable?.cause)).toEqual(["does-not-load", "does-not-compile"]);
    const read = (id: string) => readFile(join(out.path, "students", id, "report.txt"), "utf8");
    expect(await read("bo")).toContain(
      [
        "  Your lines, submission.ts, line 3, column 21:",
        '    1 | export const name = "Bo";',
        "    2 | const table = [1];",
        "  > 3 |  const n = table[1].toFixed(2);",
        "      |                     ^",
      ].join("\n"),
    );
    expect(await read("cy")).toMatch(
      /cell 2, line 2: [\s\S]*Your lines, cell 2, line 2, column \d+:\n {4}1 \| \/\/ mine\n {2}> 2 \| export .*\n {6}\| +\^\n\n/,
    );
  } finally {
    await Promise.all([work.remove(), out.remove()]);
  }
});
