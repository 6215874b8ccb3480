/**
 * For a test: a grader in the middle of a submission that answers slowly, but well inside its limits, waiting to be
 * suspended. Prints "asking" when it begins, then the kinds of its outcomes as JSON.
 */
import { parseLimits } from "../contract/limits";
import { encodeCall } from "../contract/wire";
import { startCompiler } from "../running/compile/compile";
import { runSubmission } from "../running/run/run";
import { createSandbox } from "../running/sandbox/sandbox";

const calls = 40;
const text = `
  export function slow(x: number): number {
    const end = process.cpuUsage().user + 50_000;
    while (process.cpuUsage().user < end);
    return x;
  }`;

async function gradeSlowly(): Promise<void> {
  const limits = parseLimits({ callMs: 3000, loadMs: 3000, totalMs: 60_000 });
  const compiler = startCompiler(parseLimits());
  const sandbox = await createSandbox("auto", limits, compiler);
  const compiled = await compiler.compile({
    entry: "submission.ts",
    files: [{ path: "submission.ts", text, bytes: text.length }],
  });
  if (!compiled.ok) throw new Error(compiled.says.code);
  const asked = Array.from({ length: calls }, (_, x) => encodeCall({ export: "slow", args: [x] }));
  console.log("asking");
  const { outcomes } = await runSubmission(compiled, asked, { sandbox, limits });
  console.log(JSON.stringify(outcomes.map(({ kind }) => kind)));
  await sandbox.close();
  await compiler.close();
}

void gradeSlowly();
