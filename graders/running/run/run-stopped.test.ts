import { GraderFault } from "../../contract/faults";
import { parseLimits } from "../../contract/limits";
import type { AskedCall } from "../../testing/run-source";
import { getBench, honest, run } from "../../testing/short-bench";
import type { Sandbox } from "../sandbox/sandbox";

describe("the grader's own failures", () => {
  const broken = (command: Partial<{ file: string; args: readonly string[] }>): Sandbox => ({
    ...getBench().sandbox,
    close: async () => {},
    prepareStart: async () => {
      const start = await getBench().sandbox.prepareStart();
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
      expect(await getBench().findLeftovers()).toEqual([]);
    },
  );

  test("before it began starts nothing that stays", async () => {
    const signal = AbortSignal.abort(new Error("too late"));
    await expect(run(honest, [["honest", 1]], { signal })).rejects.toThrow("too late");
    expect(await getBench().findLeftovers()).toEqual([]);
  });
});

test("answers that find no room are taken in some times only, whatever else would be asked", async () => {
  const source = `${honest}export const large = () => Array(50).fill(0);
    export const later = () => { process.stdout.write("asked"); return 1; };`;
  const calls: AskedCall[] = [
    ["honest", 1],
    ...Array.from({ length: 40 }, (): AskedCall => ["large"]),
    ["later"],
  ];
  const { outcomes, stdout, tampering } = await run(source, calls, {
    limits: parseLimits({ answersBytes: 1024 }),
  });
  expect(outcomes[0]).toEqual({ kind: "value", value: 2 });
  const full = { kind: "too-large", limit: { code: "all-answers-bytes", bytes: 1024 } };
  expect(outcomes.slice(1)).toEqual(calls.slice(1).map(() => full));
  expect([stdout, tampering]).toEqual(["", null]);
});
