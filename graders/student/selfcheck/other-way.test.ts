import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseLimits } from "../../contract/limits";
import { openDiskTree } from "../../intake/disk-tree";
import { writeNotebook } from "../../intake/notebook/notebook";
import { takeInNotebook, takeInTree } from "../../intake/take-in";
import { makeTemporaryFolder, type TemporaryFolder } from "../../testing/temporary-folder";
import { findOtherWay } from "./other-way";

const stub = (name: string) => `export function ${name}() { return notAnsweredYet("${name}"); }\n`;
const written = (name: string) => `export const ${name} = (layer: { kernel: number }) => layer.kernel;\n`;
const asked = new Set(["padding", "softmaxFlops"]);
const inCell = (source: string) => writeNotebook([{ id: "a", kind: "code", source }]);

let folder: TemporaryFolder;
beforeAll(async () => {
  folder = await makeTemporaryFolder();
  await writeFile(join(folder.path, "a.ipynb"), inCell(stub("padding")));
  await writeFile(join(folder.path, "c.ipynb"), "no notebook");
});
afterAll(() => folder.remove());

const find = async (path: string, source: string) => {
  const tree = openDiskTree(folder.path, 100);
  await writeFile(join(folder.path, "submission.ts"), source);
  const submission = await takeInTree(tree, "ada", parseLimits());
  return findOtherWay(path, submission, asked, parseLimits());
};

test.each([
  ["a notebook", "b.ipynb", inCell(written("padding"))],
  ["a source that nothing imports", "rest.ts", written("padding")],
  ["a text that holds code", "rest.md", `# Mine\n\`\`\`ts\n${written("padding")}\`\`\`\n`],
])("%s that answers what the submission leaves open is found beside it", async (_, file, text) => {
  await writeFile(join(folder.path, file), text);
  const open = stub("padding") + written("softmaxFlops");
  expect(await find(folder.path, open)).toEqual({ file, answers: ["padding"] });
  expect(await find(folder.path, written("padding"))).toBeNull();
  await rm(join(folder.path, file));
});

test("so is the submission beside a notebook", async () => {
  await writeFile(join(folder.path, "submission.ts"), stub("padding") + written("softmaxFlops"));
  const path = join(folder.path, "a.ipynb");
  const files = (text: string) => ({ files: [{ path: "submission.ts", text, bytes: 1 }] });
  expect(await findOtherWay(path, files(stub("padding")), asked, parseLimits())).toEqual({
    file: "submission.ts",
    answers: ["softmaxFlops"],
  });
  expect(await findOtherWay(path, files(written("softmaxFlops")), asked, parseLimits())).toBeNull();
});

test("so is a text cell of the notebook that was meant as code", async () => {
  const notebook = writeNotebook([
    { id: "a", kind: "code", source: written("softmaxFlops") + stub("padding") },
    { id: "b", kind: "markdown", source: written("padding") },
  ]);
  await writeFile(join(folder.path, "d.ipynb"), notebook);
  const path = join(folder.path, "d.ipynb");
  const submission = await takeInNotebook(openDiskTree(folder.path, 100), "d.ipynb", "ada", parseLimits());
  await writeFile(join(folder.path, "submission.ts"), "");
  expect(await findOtherWay(path, submission, asked, parseLimits())).toEqual({
    file: "d.ipynb",
    cell: 2,
    answers: ["padding"],
  });
  await rm(path);
});

test("a single source file is meant, and what is not there is no other way", async () => {
  expect(
    await findOtherWay(join(folder.path, "submission.ts"), { files: [] }, asked, parseLimits()),
  ).toBeNull();
  expect(await findOtherWay(join(folder.path, "nowhere"), { files: [] }, asked, parseLimits())).toBeNull();
});
