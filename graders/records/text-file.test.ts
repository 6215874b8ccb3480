import { type FileHandle, open, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeTemporaryFolder, type TemporaryFolder } from "../testing/temporary-folder";
import type { OpenFile } from "./new-names";
import { removeDrafts, writeTextFile } from "./text-file";

let folder: TemporaryFolder;
beforeEach(async () => {
  folder = await makeTemporaryFolder();
});
afterEach(() => folder.remove());

const pathOf = (name: string): string => join(folder.path, name);

/** A disk on which one step fails or lies. */
const failingAt =
  (step: "open" | "write" | "short" | "sync" | "stat"): OpenFile =>
  async (path, flags) => {
    const full = Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" });
    if (step === "open" && flags === "wx") throw full;
    const file = await open(path, flags);
    const refuse = () => Promise.reject(full);
    const changed: Partial<FileHandle> = {
      ...(step === "write" ? { writeFile: refuse } : {}),
      ...(step === "short" ? { writeFile: (bytes: Buffer) => file.write(bytes, 0, 3).then(() => {}) } : {}),
      ...(step === "sync" ? { sync: refuse } : {}),
      ...(step === "stat" ? { stat: refuse } : {}),
    } as Partial<FileHandle>;
    return new Proxy(file, {
      get: (target, key) => {
        const value = Reflect.get(changed, key) ?? Reflect.get(target, key);
        return typeof value === "function" ? value.bind(target) : value;
      },
    });
  };

test("writes text and the folders above it, and leaves nothing else", async () => {
  await writeTextFile(pathOf("a/b/c.txt"), "é\n");
  expect(await readFile(pathOf("a/b/c.txt"), "utf8")).toBe("é\n");
  expect(await readdir(pathOf("a/b"))).toEqual(["c.txt"]);
});

test.each(["open", "write", "short", "sync", "stat"] as const)(
  "a disk that fails at %s keeps the old file whole, says so, and leaves no draft",
  async (step) => {
    await writeFile(pathOf("scores.json"), "old");
    const write = writeTextFile(pathOf("scores.json"), "the new text", failingAt(step));
    await expect(write).rejects.toThrow(/ENOSPC|only 3 of 12 bytes/);
    expect(await readFile(pathOf("scores.json"), "utf8")).toBe("old");
    expect(await readdir(folder.path)).toEqual(["scores.json"]);
  },
);

test("half of a surrogate pair becomes a replacement character", async () => {
  await writeTextFile(pathOf("a.txt"), "x\ud800y");
  expect(await readFile(pathOf("a.txt"), "utf8")).toBe("x\ufffdy");
});

test("two writers at once leave one of the two texts, whole", async () => {
  const texts = ["a".repeat(100_000), "b".repeat(100_000)];
  await Promise.all(texts.map((text) => writeTextFile(pathOf("a.txt"), text)));
  expect(texts).toContain(await readFile(pathOf("a.txt"), "utf8"));
});

test("what a killed run had begun to write is removed, and nothing else", async () => {
  await writeTextFile(pathOf("staff/ada/record.json"), "{}");
  const others = [".hidden", "record.json.0123456789ab", ".record.json.0123"];
  for (const name of [...others, ".record.json.0123456789ab"])
    await writeFile(pathOf(`staff/ada/${name}`), "{");
  await removeDrafts(folder.path);
  expect((await readdir(pathOf("staff/ada"))).sort()).toEqual(["record.json", ...others].sort());
});
