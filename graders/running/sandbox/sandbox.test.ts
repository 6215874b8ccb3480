import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { UsageError } from "../../contract/faults";
import { findRunner } from "../../testing/find-runner";
import { ask, getBench, honest, limits } from "../../testing/short-bench";
import { createSandbox } from "./sandbox";

describe("the sandbox", () => {
  test("keeps files, programs, workers and add-ons from a submission", async () => {
    const source = `
      const tries: Record<string, () => unknown> = {
        read: () => require("fs").readFileSync("/etc/passwd"),
        list: () => require("fs").readdirSync("/"),
        write: () => require("fs").writeFileSync("/tmp/ridgepoint-was-here", ""),
        run: () => require("child_process").execSync("id"),
        work: () => new (require("worker_threads").Worker)("0", { eval: true }),
        load: () => process.dlopen({ exports: {} }, "/lib/x.node"),
      };
      export const f = (name: string) => { try { tries[name]!(); return "done"; } catch { return "denied"; } };`;
    const names = ["read", "list", "write", "run", "work", "load"];
    expect(
      await ask(
        source,
        names.map((name) => ["f", name] as const),
      ),
    ).toEqual(names.map(() => "denied"));
  });

  test("hands on nothing of the grader's environment", async () => {
    const source = "export const f = () => Object.keys(process.env).sort();";
    expect(await ask(source, [["f"]])).toEqual([["HOME", "LANG", "PATH", "TZ"]]);
  });

  test("reports its layers, and for each missing one what that means", () => {
    const { active, missing } = getBench().sandbox.report;
    expect(active).toEqual(expect.arrayContaining(["process", "permission-model"]));
    expect(new Set([...active, ...missing.map((one) => one.layer)]).size).toBe(7);
    for (const { why, means } of missing) expect([why, means]).not.toContain("");
  });

  test("below strong, required refuses before anything runs", async () => {
    const without = { namespaces: "left out by this test", seccomp: "left out by this test" };
    const attempt = createSandbox("required", limits, getBench().compiler, { without });
    await expect(attempt).rejects.toThrow(UsageError);
    await expect(attempt).rejects.toThrow(/needs level strong, .* offers (partial|minimal)/);
  });

  test("none still runs honest code, and says that it is minimal", async () => {
    const bare = await createSandbox("none", limits, getBench().compiler);
    expect(bare.report).toMatchObject({ level: "minimal", active: ["process"] });
    expect(await ask(honest, [["honest", 1]], { sandbox: bare })).toEqual([2]);
    await bare.close();
  });

  test("leaves no folder behind once closed", async () => {
    const other = await createSandbox("none", limits, getBench().compiler);
    const { command } = await other.prepareStart();
    const runner = findRunner(command);
    expect(existsSync(runner)).toBe(true);
    await other.close();
    await other.close();
    expect(existsSync(runner)).toBe(false);
    expect(existsSync(dirname(runner))).toBe(false);
  });
});
