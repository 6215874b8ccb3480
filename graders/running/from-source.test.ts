import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../testing/project-root";
import { makeTemporaryFolder, type TemporaryFolder } from "../testing/temporary-folder";

let folder: TemporaryFolder;

/** A project of one file with its own place for what is kept. It prints a number, and whether ts-node was needed. */
beforeEach(async () => {
  folder = await makeTemporaryFolder();
  for (const name of ["graders/running", "node_modules"])
    mkdirSync(join(folder.path, name), { recursive: true });
  for (const name of ["ts-node", "typescript", "@swc"])
    symlinkSync(join(projectRoot, "node_modules", name), join(folder.path, "node_modules", name));
  for (const name of [
    "graders/running/from-source.cjs",
    "graders/running/optimize-late.cjs",
    "tsconfig.json",
  ])
    cpSync(join(projectRoot, name), join(folder.path, name));
  write(1);
});
afterEach(() => folder.remove());

const cache = () => join(folder.path, "node_modules", ".cache");
const listKept = () => readdirSync(join(cache(), "ridgepoint"));

function write(value: number): void {
  const asks = `Object.keys(require.cache).some((path) => path.includes("ts-node"))`;
  writeFileSync(
    join(folder.path, "main.ts"),
    `const value: number = ${value}; console.log(value, ${asks} ? "transpiled" : "kept");`,
  );
}

const run = () =>
  execFileSync(process.execPath, ["-r", "./graders/running/from-source.cjs", "main.ts"], {
    cwd: folder.path,
    encoding: "utf8",
  }).trim();

test("what was transpiled once is kept, and a changed source is not taken for it", () => {
  expect([run(), run()]).toEqual(["1 transpiled", "1 kept"]);
  write(2);
  expect([run(), run()]).toEqual(["2 transpiled", "2 kept"]);
  expect(listKept()).toHaveLength(2);
});

test("what is kept is not believed when it was cut short, is empty or says something else, and is kept anew", () => {
  run();
  const [name = ""] = listKept();
  const path = join(cache(), "ridgepoint", name);
  const kept = readFileSync(path, "utf8");
  for (const damaged of [kept.slice(0, 80), "", `${"0".repeat(64)}\nconsole.log("forged");`]) {
    writeFileSync(path, damaged);
    expect([damaged, run()]).toEqual([damaged, "1 transpiled"]);
    expect(readFileSync(path, "utf8")).toBe(kept);
  }
  expect(run()).toBe("1 kept");
});

test("a stack names the lines of the source, whether it was transpiled or kept", () => {
  const source = `/** Lines\n * that go. */\ninterface A {\n  a: string;\n}\n\nexport function f(one?: A) {\n  return (one as A).a;\n}\n`;
  writeFileSync(join(folder.path, "f.ts"), source);
  writeFileSync(
    join(folder.path, "main.ts"),
    `import { f } from "./f";\ntry {\n  f();\n} catch (error) {\n  console.log((error as Error).stack);\n}\n`,
  );
  for (const _ of ["transpiled", "kept"]) {
    const places = run().match(/\w+\.ts:\d+/g) ?? [];
    expect(places.slice(0, 2)).toEqual(["f.ts:8", "main.ts:3"]);
  }
});

test("where nothing can be kept, everything runs all the same", () => {
  writeFileSync(cache(), "a file where the folder should be");
  expect([run(), run()]).toEqual(["1 transpiled", "1 transpiled"]);
});
