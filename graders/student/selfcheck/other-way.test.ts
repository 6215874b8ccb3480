import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseLimits } from "../../contract/limits";
import { writeNotebook } from "../../intake/notebook/notebook";
import { makeTemporaryFolder, type TemporaryFolder } from "../../testing/temporary-folder";
import { findOtherWay } from "./other-way";

const stub = (name: string) => `export function ${name}() { return notAnsweredYet("${name}"); }\n`;
const written = (name: string) => `export const ${name} = () => 1;\n`;
const asked = new Set(["padding", "softmaxFlops"]);
const inCell = (source: string) => writeNotebook([{ id: "a", kind: "code", source }]);

let folder: TemporaryFolder;
beforeAll(async () => {
  folder = await makeTemporaryFolder();
  await writeFile(join(folder.path, "a.ipynb"), inCell(stub("padding")));
  await writeFile(join(folder.path, "b.ipynb"), inCell(written("padding")));
  await writeFile(join(folder.path, "c.ipynb"), "no notebook");
  await writeFile(join(folder.path, "submission.ts"), stub("padding") + written("softmaxFlops"));
});
afterAll(() => folder.remove());

const find = (path: string, source: string) => findOtherWay(path, [source], asked, parseLimits());

test("a notebook that answers what the submission leaves open is found beside it", async () => {
  expect(await find(folder.path, stub("padding"))).toEqual({ file: "b.ipynb", answers: ["padding"] });
  expect(await find(folder.path, written("padding"))).toBeNull();
});

test("so is the submission beside a notebook", async () => {
  const path = join(folder.path, "a.ipynb");
  expect(await find(path, stub("padding"))).toEqual({ file: "submission.ts", answers: ["softmaxFlops"] });
  expect(await find(path, written("softmaxFlops"))).toBeNull();
});

test("a single source file is meant, and what is not there is no other way", async () => {
  expect(await find(join(folder.path, "submission.ts"), "")).toBeNull();
  expect(await find(join(folder.path, "nowhere"), "")).toBeNull();
});
