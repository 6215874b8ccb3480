import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Cell, writeNotebook } from "../intake/notebook/notebook";
import { gradeFolder } from "../testing/grade-folder";
import { makeTemporaryFolder, type TemporaryFolder } from "../testing/temporary-folder";

jest.setTimeout(120_000);

let root: TemporaryFolder;
beforeEach(async () => {
  root = await makeTemporaryFolder();
});
afterEach(() => root.remove());

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(root.path, "class", path, ".."), { recursive: true });
    await writeFile(join(root.path, "class", path), text);
  }
}

const stub = (name: string): string => `export function ${name}() { throw new Error("still to do"); }\n`;
const softmax = "export function softmaxFlops(n: number) { return 5n * BigInt(n); }\n";
const padding = "export function padding(l: { kernel: number }) { return (l.kernel - 1) / 2; }\n";
const name = 'export const name = "Kim";\n';

async function grade() {
  const graded = await gradeFolder(join(root.path, "class"), join(root.path, "out"));
  const read = (id: string, file: string): Promise<string> =>
    readFile(join(root.path, "out", id, file), "utf8");
  return { graded, read };
}

test("work in a file that nobody imports goes to a person, who is told where, and nothing is said not to be there", async () => {
  await write({
    "ann/submission.ts": name + padding + stub("softmaxFlops"),
    "ann/rest.ts": softmax,
    "bob/submission.ts": name + padding,
    "bob/rest.ts": softmax,
    "cid/submission.ts": name + padding,
    "cid/draft.ts": `${padding}export function help(n: number) { return n; }\n`,
  });
  const { graded, read } = await grade();
  const records = graded.records.map(({ submission, status, unread }) => ({
    id: submission.id,
    status,
    unread,
  }));
  expect(records).toEqual([
    { id: "ann", status: "pending_manual", unread: [{ file: "rest.ts", answers: ["softmaxFlops"] }] },
    { id: "bob", status: "pending_manual", unread: [{ file: "rest.ts", answers: ["softmaxFlops"] }] },
    { id: "cid", status: "graded", unread: undefined },
  ]);
  const page = await read("students", "bob/report.md");
  const softmaxSays = page.slice(page.indexOf("softmax"));
  expect(page).toMatch(/rest\.ts was handed in as well, but nothing imports it/);
  expect(softmaxSays).toMatch(/`softmaxFlops`.*rest\.ts/);
  expect(page).not.toMatch(/Nothing was handed in here.*softmaxFlops/);
  expect(await read(".", "index.html")).toMatch(/rest\.ts \(softmaxFlops\)/);
});

test("code in a text cell of the notebook goes to a person, who is told the cell", async () => {
  const cells: readonly Cell[] = [
    { id: "a", kind: "code", source: name + padding },
    { id: "b", kind: "markdown", source: softmax },
  ];
  await write({ "ann/hw.ipynb": writeNotebook(cells), "bob/hw.ipynb": writeNotebook(cells.slice(0, 1)) });
  const { graded, read } = await grade();
  expect(graded.records.map(({ status, unread }) => ({ status, unread }))).toEqual([
    { status: "pending_manual", unread: [{ file: "hw.ipynb", cell: 2, answers: ["softmaxFlops"] }] },
    { status: "graded", unread: undefined },
  ]);
  const page = await read("students", "ann/report.md");
  expect(page).toMatch(/Cell 2 of hw\.ipynb is text.*`softmaxFlops`/);
  expect(page).toMatch(/`softmaxFlops`.*a text cell of hw\.ipynb/);
  expect(await read(".", "index.html")).toMatch(/hw\.ipynb #2 \(softmaxFlops\)/);
});

test("a second run keeps what stands, and grades anew where the other file changes what it answers", async () => {
  await write({
    "ann/submission.ts": name + padding,
    "ann/rest.ts": softmax,
    "bob/submission.ts": name + padding,
  });
  await grade();
  expect((await grade()).graded.records).toMatchObject([{ status: "pending_manual" }, {}]);
  await write({ "ann/rest.ts": "" });
  expect((await grade()).graded.records).toMatchObject([{ status: "graded" }, {}]);
});
