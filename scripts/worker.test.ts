import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { startRedis } from "../graders/testing/redis-server";
import { runHere } from "../graders/testing/run-verb";
import { describeWith } from "../graders/testing/stand-aside";
import { makeTemporaryFolder, type TemporaryFolder } from "../graders/testing/temporary-folder";
import { merge as mergeVerb } from "./merge";
import { concludeCommand } from "./terminal/command-line";
import { worker as workerVerb } from "./worker";

let folder: TemporaryFolder;
const at = (...path: string[]): string => join(folder.path, ...path);
beforeAll(async () => {
  folder = await makeTemporaryFolder();
  await mkdir(at("class"));
  for (const id of ["ann", "cy"])
    await writeFile(at("class", `${id}.ts`), "export const padding = () => 1;\n");
  await mkdir(at("out-1"));
  await writeFile(at("out-1", "seed.key"), `${"5".repeat(64)}\n`);
  await cp(at("out-1"), at("out-2"), { recursive: true });
});
afterAll(() => folder.remove());

const worker = (...args: readonly string[]) =>
  runHere((argv) => concludeCommand((signal) => workerVerb(signal, argv)), args);
const merge = (...args: readonly string[]) => runHere((argv) => concludeCommand(() => mergeVerb(argv)), args);

test.each([
  ["no queue", ["--out", "out-1"], "--queue"],
  ["a queue that is none", ["--queue", "here", "--out", "out-1"], "redis://host:port"],
  ["a server that is not there", ["--queue", "redis://127.0.0.1:1", "--out", "out-1"], "ECONNREFUSED"],
  ["no seed that the others know", ["--queue", "redis://127.0.0.1:1", "--out", "out-9"], "same seed"],
])("%s is one line and exit code 1", async (_, [flag, value, ...out], names) => {
  const place = (name: string): string => (name.startsWith("out-") ? at(name) : name);
  const args = [flag as string, value as string, ...out].map(place);
  const { code, stdout, stderr } = await worker(at("class"), "--enqueue", ...args);
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr.trim().split("\n")).toHaveLength(1);
  expect(stderr).toContain(names);
});

describeWith("redis-server", "a class in a queue", () => {
  test("is put in once, graded by whoever comes, and merged", async () => {
    const redis = await startRedis(folder.path);
    try {
      const queue = ["--queue", redis.address, "--out"];
      const early = await worker(at("class"), ...queue, at("out-1"));
      expect([early.code, early.stderr]).toEqual([1, expect.stringContaining("put it in with --enqueue")]);
      const put = await worker(at("class"), "--enqueue", ...queue, at("out-1"));
      expect([put.code, put.stdout]).toEqual([0, "2 submissions in the queue, 2 of them to be graded\n"]);
      expect((await worker(at("class"), ...queue, at("out-1"))).code).toBe(0);
      const late = await worker(at("class"), ...queue, at("out-2"));
      expect([late.code, late.stdout]).toEqual([0, expect.stringContaining("0 graded")]);
      const again = await worker(at("class"), "--enqueue", "--again", ...queue, at("out-1"));
      expect(again.stdout).toBe("2 submissions in the queue, 2 of them to be graded\n");
      const whole = await merge(at("out-1"), at("out-2"), "--out", at("whole"));
      expect([whole.code, whole.stderr]).toEqual([0, ""]);
    } finally {
      await redis.stop();
    }
  }, 120_000);
});
