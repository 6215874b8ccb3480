/** For a test: a grader in the middle of a submission that never ends, waiting to be killed. Prints its runner's folder. */

import { dirname } from "node:path";
import { parseLimits } from "../contract/limits";
import { startCompiler } from "../running/compile/compile";
import { runSubmission } from "../running/run/run";
import { createSandbox } from "../running/sandbox/sandbox";
import { findRunner } from "./find-runner";

const leftOut = "left out by a test";

async function spin(isBare: boolean): Promise<void> {
  const limits = parseLimits({ callMs: 600_000, loadMs: 600_000, totalMs: 600_000 });
  const compiler = startCompiler(limits);
  const without = isBare
    ? { namespaces: leftOut, seccomp: leftOut, cgroup: leftOut, "uid-drop": leftOut }
    : {};
  const sandbox = await createSandbox("auto", limits, compiler, { without });
  const text = "for (;;) {}";
  const compiled = await compiler.compile({
    entry: "submission.ts",
    files: [{ path: "submission.ts", text, bytes: text.length }],
  });
  if (!compiled.ok) throw new Error(compiled.says.code);
  const { command, release } = await sandbox.prepareStart();
  await release();
  setTimeout(() => console.log(dirname(findRunner(command))), 1000);
  await runSubmission(compiled, [], { sandbox, limits });
}

void spin(process.argv[2] === "bare");
