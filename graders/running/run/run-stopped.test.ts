import { GraderFault } from "../../contract/faults";
import { parseLimits } from "../../contract/limits";
import { type AskedCall, type Bench, openBench, type Setting, type Source } from "../../testing/run-source";
import type { Sandbox } from "../sandbox/sandbox";
import type { RunResult } from "./run-result";

const limits = parseLimits({ callMs: 700, loadMs: 2000, printedBytes: 1024 * 1024 });
let bench: Bench;

beforeAll(async () => {
  bench = await openBench(limits);
}, 60_000);
afterAll(() => bench.close());

afterEach(async () => expect(await bench.findLeftovers()).toEqual([]));

function run(source: Source, calls: readonly AskedCall[], setting?: Setting): Promise<RunResult> {
  return bench.run(source, calls, setting);
}
const honest = "export function honest(x: number) { return 2 * x; }\n";

describe("the grader's own failures", () => {
  const broken = (command: Partial<{ file: string; args: readonly string[] }>): Sandbox => ({
    ...bench.sandbox,
    close: async () => {},
    prepareStart: async () => {
      const start = await bench.sandbox.prepareStart();
      return { ...start, command: { ...start.command, ...command } };
    },
  });

  test.each([
    ["a program that does not exist", { file: "/nowhere/node" }],
    ["a wrapper that fails", { file: "/bin/false", args: [] }],
    ["a Node that refuses its flags", { args: ["--no-such-flag"] }],
    [
      "something that greets with anything else",
      { file: "/bin/sh", args: ["-c", "echo hello >&3; sleep 1"] },
    ],
  ])("%s is never a student's fault", async (_, command) => {
    await expect(run(honest, [["honest", 1]], { sandbox: broken(command) })).rejects.toThrow(GraderFault);
  });
});

describe("a run that is stopped", () => {
  test.each([["export const f = () => { for (;;) {} };"], ["for (;;) {}"]])(
    "rejects with the reason and leaves no process: %s",
    async (source) => {
      const controller = new AbortController();
      const patient = parseLimits({ callMs: 60_000, loadMs: 60_000 });
      const reason = new Error("interrupted");
      setTimeout(() => controller.abort(reason), 300);
      await expect(run(source, [["f"]], { signal: controller.signal, limits: patient })).rejects.toBe(reason);
      expect(await bench.findLeftovers()).toEqual([]);
    },
  );

  test("before it began starts nothing that stays", async () => {
    const signal = AbortSignal.abort(new Error("too late"));
    await expect(run(honest, [["honest", 1]], { signal })).rejects.toThrow("too late");
    expect(await bench.findLeftovers()).toEqual([]);
  });
});
