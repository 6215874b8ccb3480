/**
 * For a test: a grader that runs some submissions where nobody waits for processes that lost their parent. Prints the dead before and after, as JSON.
 */
import { readdirSync, readFileSync } from "node:fs";
import { parseLimits } from "../contract/limits";
import { encodeCall } from "../contract/wire";
import { startCompiler } from "../running/compile/compile";
import { runSubmission } from "../running/run/run";
import { createSandbox } from "../running/sandbox/sandbox";

const texts = ["export const f = () => 1;", "export const f = () => { for (;;) {} };"];

async function gradeAsFirst(): Promise<void> {
  const limits = parseLimits({ callMs: 500 });
  const compiler = startCompiler(parseLimits());
  const sandbox = await createSandbox("auto", limits, compiler);
  // To try the machine, a few programs have run to their own end.
  const before = listStates();
  const kinds: string[] = [];
  for (const text of [...texts, ...texts]) {
    const files = [{ path: "submission.ts", text, bytes: text.length }];
    const compiled = await compiler.compile({ entry: "submission.ts", files });
    if (!compiled.ok) throw new Error(compiled.says.code);
    const { outcomes } = await runSubmission(compiled, [encodeCall({ export: "f", args: [] })], {
      sandbox,
      limits,
    });
    kinds.push(...outcomes.map(({ kind }) => kind));
  }
  await sandbox.close();
  await compiler.close();
  console.log(
    JSON.stringify({
      parent: process.ppid,
      active: sandbox.report.active,
      kinds,
      before,
      left: listStates(),
    }),
  );
}

/** Names and states of all that are dead. */
function listStates(): readonly string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => readFileSync(`/proc/${name}/stat`, "latin1").split(" ").slice(0, 3).join(" "))
    .filter((state) => state.endsWith(" Z"));
}

void gradeAsFirst();
