import { execFileSync } from "node:child_process";
import { readdir, readFile, rename, writeFile } from "node:fs/promises";
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

/** What a run of this machine leaves that is killed while it works. */
async function makeLeftLock(): Promise<string> {
  const pid = Number(execFileSync(process.execPath, ["-p", "process.pid"]).toString());
  const unlock = await lockFolder(out.path);
  const { run, ...owner } = JSON.parse(await readFile(lockPath(), "utf8"));
  await unlock();
  const [space, , , random] = run.split("-");
  return JSON.stringify({ ...owner, pid, run: `${space}-${pid}-1-${random}` });
}

test("of many that find what a killed run has left, also one killed while it took over, one works", async () => {
  const left = await makeLeftLock();
  for (const names of [[lockPath()], [lockPath(), `${lockPath()}.next`]]) {
    for (let many = 2; many <= 20; many += 1) {
      for (const name of names) await writeFile(name, left);
      const tried = await Promise.allSettled(Array.from({ length: many }, () => lockFolder(out.path)));
      const taken = tried.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
      expect(taken).toHaveLength(1);
      for (const unlock of taken) await unlock();
      expect(await readdir(out.path)).toEqual([]);
    }
  }
});

test("what a killed run has left is not taken while another is taking it", async () => {
  const left = await makeLeftLock();
  const unlock = await lockFolder(out.path);
  await rename(lockPath(), `${lockPath()}.next`);
  await writeFile(lockPath(), left);
  await expect(lockFolder(out.path)).rejects.toThrow(`another grader works here (process ${process.pid}`);
  expect(await readFile(lockPath(), "utf8")).toBe(left);
  await unlock();
});

test("the lock of a run that is gone is taken over", async () => {
  await writeFile(lockPath(), await makeLeftLock());
  const unlock = await lockFolder(out.path);
  expect(JSON.parse(await readFile(lockPath(), "utf8")).pid).toBe(process.pid);
  await unlock();
});

test.each(["", '{"host": "he', "{}"])(
  "a lock that says nothing of its owner (%j) is nobody's to take",
  async (text) => {
    await writeFile(lockPath(), text);
    await expect(lockFolder(out.path)).rejects.toThrow(UsageError);
    await expect(lockFolder(out.path)).rejects.toThrow(`${lockPath()}: expected the name of the grader`);
    await expect(refuseWorking(out.path)).rejects.toThrow("if none does, remove this file");
    expect(await readdir(out.path)).toEqual(["grading.lock"]);
  },
);

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
