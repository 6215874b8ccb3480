import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import files from "node:fs/promises";
import { join } from "node:path";
import { projectRoot } from "../testing/project-root";
import { makeTemporaryFolder, type TemporaryFolder } from "../testing/temporary-folder";
import { createLineFile } from "./line-file";
import { outputFiles } from "./output-files";

let out: TemporaryFolder;
beforeEach(async () => {
  out = await makeTemporaryFolder();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await out.remove();
});

const lineFile = join(projectRoot, "graders", "records", "line-file.ts");
const schema = { type: "object", required: ["at"], properties: { at: { type: "integer" } } };

const lines = createLineFile({
  file: { ...outputFiles.classPage, path: "lines.jsonl" },
  schema,
  holds: "lines",
  advice: "",
});

/** Adds lines in a process whose files may grow to some blocks of the shell's, as on a disk that is nearly full. */
function appendWithin(blocks: number, path: string, count: number): string {
  const script = `
    const { createLineFile } = require(${JSON.stringify(lineFile)});
    const setup = { file: { path: ${JSON.stringify(path)} }, schema: ${JSON.stringify(schema)}, holds: "", advice: "" };
    const lines = Array.from({ length: ${count} }, (_, at) => ({ at }));
    createLineFile(setup).append(${JSON.stringify(out.path)}, lines).then(() => console.log("stored"), console.log);`;
  const loader = join(projectRoot, "graders", "running", "from-source.cjs");
  const command = 'ulimit -S -f "$0" && exec "$@"';
  const args = ["-c", command, String(blocks), process.execPath, "-r", loader, "-e", script];
  return spawnSync("bash", args, { encoding: "utf8" }).stdout;
}

test("where not all lines find room, none is stored, and what lay there stands", async () => {
  const path = join(out.path, "lines.jsonl");
  writeFileSync(path, '{"at":-1}\n');
  expect(appendWithin(4, "lines.jsonl", 2000)).toMatch(/could not be written: .*EFBIG/);
  expect(readFileSync(path, "utf8")).toBe('{"at":-1}\n');
  expect(appendWithin(4, "lines.jsonl", 2)).toBe("stored\n");
  expect(await lines.read(out.path)).toEqual({ lines: [{ at: -1 }, { at: 0 }, { at: 1 }], notices: [] });
});

/** A disk on which some steps fail. */
function failAt(...steps: readonly ("stat" | "appendFile" | "sync")[]): jest.Mock {
  const { open } = files;
  const closed = jest.fn();
  jest.spyOn(files, "open").mockImplementation(async (...asked) => {
    const file = await open(...asked);
    for (const step of steps) jest.spyOn(file, step).mockRejectedValue(new Error(`no ${step}`));
    const { close } = file;
    jest.spyOn(file, "close").mockImplementation(() => {
      closed();
      return close.call(file);
    });
    return file;
  });
  return closed;
}

test.each([
  ["its own error", ["appendFile"], "no appendFile"],
  [
    "what may be left besides",
    ["appendFile", "sync"],
    "no appendFile; a part may stand at its end, which could not be taken back (no sync)",
  ],
  ["what it did not say of the file", ["stat"], "no stat"],
] as const)("a disk that fails is told with %s, and the file is closed", async (_, steps, because) => {
  const closed = failAt(...steps);
  const adding = lines.append(out.path, [{ at: 0 }]);
  await expect(adding).rejects.toThrow(`lines.jsonl: could not be written: ${because}; free the disk`);
  expect(closed).toHaveBeenCalledTimes(1);
});
