/**
 * What one submission costs, as a ratio to a bare `node -e 0` started with the same scrubbed environment: a process
 * that is asked nothing, and the full-marks sample with all calls of a class. All are taken in turns within one run, so
 * the ratios hold on a busy machine too; as root also without what an ordinary user has not.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import type { Compiler } from "../../graders/contract/compiled";
import { type Limits, parseLimits } from "../../graders/contract/limits";
import { planQuestions } from "../../graders/judge/plan";
import { assignment } from "../../graders/questions/efficient-deep-learning";
import { startCompiler } from "../../graders/running/compile/compile";
import { runSubmission } from "../../graders/running/run/run";
import { startProcess } from "../../graders/running/sandbox/process";
import { createSandbox } from "../../graders/running/sandbox/sandbox";
import { projectRoot } from "../project";
import { createBench, parseCount, runBench } from "./run-bench";
import { median } from "./timing";

const sample = join(projectRoot, "submissions", "sample-full-marks");
const bare = { file: process.execPath, args: ["-e", "0"], env: { PATH: "/nonexistent" }, cwd: "/" };
const notOrdinary = { cgroup: "left out by the bench", "uid-drop": "left out by the bench" };

async function main(rounds: number): Promise<void> {
  const limits = parseLimits();
  const compiler = startCompiler(limits);
  for (const without of process.getuid?.() === 0 ? [{}, notOrdinary] : [{}])
    await measureLevel({ rounds, limits, compiler }, without);
  await compiler.close();
}

interface Setting {
  readonly rounds: number;
  readonly limits: Limits;
  readonly compiler: Compiler;
}

async function measureLevel({ rounds, limits, compiler }: Setting, without: object): Promise<void> {
  const sandbox = await createSandbox("auto", limits, compiler, { without });
  const files = readdirSync(sample)
    .filter((path) => path.endsWith(".ts"))
    .map((path) => {
      const text = readFileSync(join(sample, path), "utf8");
      return { path, text, bytes: Buffer.byteLength(text) };
    });
  const compiled = await compiler.compile({ entry: "submission.ts", files });
  if (!compiled.ok) throw new Error(compiled.says.code);
  const { calls } = planQuestions(assignment.questions, "bench");
  const measures: Readonly<Record<string, () => Promise<unknown>>> = {
    "bare node": async () => (await startProcess(bare)).exited,
    "no call": () => runSubmission(compiled, [], { sandbox, limits }),
    [`${calls.length} calls`]: () => runSubmission(compiled, calls, { sandbox, limits }),
  };
  for (const measure of Object.values(measures)) await measure();
  const times = new Map<string, number[]>(Object.keys(measures).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, measure] of Object.entries(measures)) times.get(name)?.push(await time(measure));
  }
  await sandbox.close();
  const bareMs = median(times.get("bare node") ?? []);
  console.log(`level ${sandbox.report.level}`);
  for (const [name, list] of times)
    console.log(
      `${name.padEnd(12)} ${median(list).toFixed(1)} ms  ${(median(list) / bareMs).toFixed(2)} x bare node`,
    );
}

async function time(task: () => Promise<unknown>): Promise<number> {
  const startMs = performance.now();
  await task();
  return performance.now() - startMs;
}

const command = createBench(
  "run-cost",
  "What running one submission costs, beside a bare start of Node.",
).argument("[rounds]", "rounds that are measured", parseCount, 31);

runBench(command, () => main(command.processedArgs[0]));
