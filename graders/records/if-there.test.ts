import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { UsageError } from "../contract/faults";
import { makeTemporaryFolder, type TemporaryFolder } from "../testing/temporary-folder";
import { isThere, listIfThere, readIfThere } from "./if-there";
import { openStore } from "./store";

let out: TemporaryFolder;
let path: string;
beforeEach(async () => {
  out = await makeTemporaryFolder();
  path = join(out.path, "staff");
});
afterEach(() => out.remove());

test("what is there is read, and what is not there is nothing", async () => {
  expect([await readIfThere(path), await listIfThere(path), isThere(path)]).toEqual([null, [], false]);
  await mkdir(path);
  const file = join(path, "class.json");
  await writeFile(file, "{}");
  expect(String(await readIfThere(file))).toBe("{}");
  expect((await listIfThere(path)).map(({ name }) => name)).toEqual(["class.json"]);
  expect(isThere(file)).toBe(true);
});

// A link to itself is one of the things that the system refuses to everybody, root included.
test.each<[string, () => unknown]>([
  ["a file", () => readIfThere(path)],
  ["a folder", () => listIfThere(path)],
  ["something", () => isThere(path)],
  ["a class on record", () => openStore(out.path).listFolders()],
])("%s that the system does not let anybody read is not taken for absent", async (_, look) => {
  await symlink("staff", path);
  const looking = (async () => look())();
  await expect(looking).rejects.toThrow(UsageError);
  await expect(looking).rejects.toThrow(
    /staff: expected something that can be read, or nothing, got .*ELOOP/,
  );
});
