import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runToEnd, type ShortRun } from "../process";
import {
  findPermissionFlag,
  frozenFlags,
  limitHeap,
  listRuntimeFlags,
  wrapInPermissions,
} from "./permission-model";

const flag = findPermissionFlag();
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ridgepoint-test-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a program under the layer alone, without the runner that takes things away first. */
async function run(program: string): Promise<ShortRun> {
  const path = join(folder, "program.cjs");
  writeFileSync(path, program);
  const args = [...listRuntimeFlags(), frozenFlags, limitHeap({ heapBytes: 64 * 1024 * 1024 }), path];
  const command = { file: process.execPath, args, env: {}, cwd: folder };
  return runToEnd(flag === null ? command : wrapInPermissions(command, flag, [path]), 60_000);
}

const listWritten = (): readonly string[] => readdirSync(folder).filter((name) => name !== "program.cjs");

test("this Node has a permission model, and it is the layer's", () => {
  expect(flag).toMatch(/^--(experimental-)?permission$/);
});

test.each([
  ["writes its compiler's trace", "--trace-turbo"],
  ["keeps a log", "--log-all"],
  ["has more memory", "--max-old-space-size=4000"],
])("a flag by which the engine %s cannot be set any more: the process ends", async (_, setting) => {
  const hot = "(x) => { let sum = 0; for (let i = 0; i < x; i += 1) sum += i; return sum; }";
  const { code, signal, stdout } = await run(
    `require("v8").setFlagsFromString("${setting}"); const hot = ${hot}; for (let i = 0; i < 300; i += 1) hot(9999); console.log("went on");`,
  );
  expect(code === 0 && signal === null).toBe(false);
  expect(stdout).toBe("");
  expect(listWritten()).toEqual([]);
});

test.each([
  ["a file", 'require("fs").writeFileSync("written", "x")'],
  ["a file through a descriptor", 'require("fs").writeSync(require("fs").openSync("written", "w"), "x")'],
  ["a heap snapshot", 'require("v8").writeHeapSnapshot("written")'],
  ["a report", 'process.report.writeReport("written")'],
  ["a database", 'new (require("node:sqlite").DatabaseSync)("written").exec("create table a(b)")'],
])("%s is not written", async (_, deed) => {
  const { stdout } = await run(`try { ${deed}; console.log("done"); } catch { console.log("stopped"); }`);
  expect(stdout).toBe("stopped\n");
  expect(listWritten()).toEqual([]);
});
