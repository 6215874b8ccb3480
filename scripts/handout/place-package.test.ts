import { mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { UsageError } from "../../graders/contract/faults";
import { makeTemporaryFolder, type TemporaryFolder } from "../../graders/testing/temporary-folder";
import { placePackage } from "./place-package";

let out: TemporaryFolder;
beforeEach(async () => {
  out = await makeTemporaryFolder();
});
afterEach(() => out.remove());

const files = ["README.md", "data/gpus.json"].map((path) => ({ path, bytes: Buffer.from(`own ${path}`) }));
const place = (isForced: boolean) =>
  placePackage(join(out.path, "package"), files, Buffer.from("own zip"), isForced);

async function put(path: string, text = "mine"): Promise<void> {
  await mkdir(dirname(join(out.path, path)), { recursive: true });
  await writeFile(join(out.path, path), text);
}

const read = async (): Promise<Readonly<Record<string, string>>> => {
  const paths = await readdir(out.path, { recursive: true, withFileTypes: true });
  const found = paths.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  const texts = await Promise.all(found.map((path) => readFile(path, "utf8")));
  return Object.fromEntries(found.map((path, at) => [path.slice(out.path.length + 1), texts[at] ?? ""]));
};

const own = {
  "package/README.md": "own README.md",
  "package/data/gpus.json": "own data/gpus.json",
  "package.zip": "own zip",
};

test.each([
  ["nothing", []],
  ["an empty folder", ["package"]],
])("writes the folder and the zip where %s is", async (_, folders) => {
  for (const one of folders) await mkdir(join(out.path, one));
  expect(await place(false)).toEqual([]);
  expect(await read()).toEqual(own);
});

test.each(["package", "package.zip", "package/mine.ts", "package/README.md", "package/data/x/y.ts"])(
  "writes nothing where %s is, unless it is asked to, and then names what is none of its own and lets it be",
  async (path) => {
    await put(path);
    await expect(place(false)).rejects.toThrow(UsageError);
    expect(await read()).toEqual({ [path]: "mine" });
    if (path === "package") return expect(place(true)).rejects.toThrow(UsageError);
    const isOwn = path in own;
    const stays = path
      .split("/")
      .slice(1, path.includes("data") ? 3 : 2)
      .join("/");
    expect(await place(true)).toEqual(isOwn ? [] : [stays]);
    expect(await read()).toEqual({ ...(isOwn ? {} : { [path]: "mine" }), ...own });
  },
);

test("a link that leads nowhere is something that is there", async () => {
  await symlink(join(out.path, "nowhere"), join(out.path, "package"));
  await expect(place(false)).rejects.toThrow(UsageError);
});

test("a place that is a file, or lies in one, is the caller's to mend", async () => {
  await put("file");
  for (const path of ["file/package", "file/deeper/package"])
    await expect(placePackage(join(out.path, path), files, Buffer.from(""), true)).rejects.toThrow(
      UsageError,
    );
  expect(await read()).toEqual({ file: "mine" });
});
