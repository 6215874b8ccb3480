import { execFileSync } from "node:child_process";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { UsageError } from "../contract/faults";
import { outputFiles } from "../records/output-files";
import { makeTemporaryFolder, type TemporaryFolder } from "../testing/temporary-folder";
import { lockFolder, refuseWorking } from "./lock";

let out: TemporaryFolder;
beforeEach(async () => {
  out = await makeTemporaryFolder();
});
afterEach(() => out.remove());
const lockPath = (): string => join(out.path, outputFiles.lock.path);

test("a second grader in the same folder refuses and names the first", async () => {
  const unlock = await lockFolder(out.path);
  await expect(lockFolder(out.path)).rejects.toThrow(UsageError);
  await expect(lockFolder(out.path)).rejects.toThrow(`process ${process.pid} on ${hostname()}`);
  await unlock();
  await unlock();
  expect(await readdir(out.path)).toEqual([]);
  await (await lockFolder(out.path))();
});

test("of many that start at once, one works", async () => {
  const tried = await Promise.allSettled(Array.from({ length: 20 }, () => lockFolder(out.path)));
  expect(tried.filter((one) => one.status === "fulfilled")).toHaveLength(1);
});

test("the lock of a run that is gone is taken over", async () => {
  const pid = Number(execFileSync(process.execPath, ["-p", "process.pid"]).toString());
  const { run, ...owner } = JSON.parse(
    (await lockFolder(out.path).then(() => readFile(lockPath()))).toString(),
  );
  const [space, , , random] = run.split("-");
  const gone = { ...owner, pid, run: `${space}-${pid}-1-${random}` };
  await writeFile(lockPath(), JSON.stringify(gone));
  const unlock = await lockFolder(out.path);
  expect(JSON.parse(await readFile(lockPath(), "utf8")).pid).toBe(process.pid);
  await unlock();
});

test("a lock that was cut off while it was written is taken over", async () => {
  await writeFile(lockPath(), '{"host": "he');
  await (await lockFolder(out.path))();
});

test("of another machine's run nothing can be told, so its lock stands, also when the process is unknown here", async () => {
  const owner = { host: "elsewhere", run: "1-2-3-0123abcd", pid: 2 };
  await writeFile(lockPath(), JSON.stringify(owner));
  await expect(lockFolder(out.path)).rejects.toThrow("process 2 on elsewhere");
  await expect(lockFolder(out.path)).rejects.toThrow(
    `killed together with its machine, remove ${lockPath()}`,
  );
});

test("a folder that is only read is refused while somebody works there, and not touched", async () => {
  await refuseWorking(out.path);
  expect(await readdir(out.path)).toEqual([]);
  const unlock = await lockFolder(out.path);
  await expect(refuseWorking(out.path)).rejects.toThrow(/another grader works here .*; wait for it$/);
  await unlock();
  await refuseWorking(out.path);
});
