/** `npm run verify`: the release check, which fails by name. */
import { availableParallelism } from "node:os";
import { parseLimits } from "../graders/contract/limits";
import type { SandboxMode } from "../graders/contract/sandbox-report";
import { assignment } from "../graders/questions/efficient-deep-learning";
import { loadMaterial } from "../graders/verify/load-material";
import { checkPipe } from "../graders/verify/pipe";
import type { Problem } from "../graders/verify/problem";
import { verifyAssignment } from "../graders/verify/verify";
import { projectRoot } from "./project";
import {
  createCommand,
  type ExitCode,
  exitCodes,
  Option,
  parseWholeNumber,
  runCommand,
} from "./terminal/command-line";
import { createProgress } from "./terminal/progress";
import { formatParts, formatProblems, formatReadings } from "./verify-summary";

interface VerifyFlags {
  readonly seeds: number;
  readonly jobs: number;
  readonly sandbox: SandboxMode;
  readonly pipe: boolean;
  readonly readings?: true;
}

const command = createCommand(
  "npm run verify --",
  "Proves the judging: samples earn their marks, readings are told apart, nothing hidden is given away.",
)
  .option("--seeds <n>", "how many seeds of hidden inputs to try", parseWholeNumber(1, 100_000), 200)
  .option("--readings", "a row for every reading instead of every part")
  .option("--no-pipe", "judge samples in this process only, not through compiler and sandbox")
  .option("--jobs <n>", "samples run at once", parseWholeNumber(1, 256), availableParallelism())
  .addOption(
    new Option("--sandbox <mode>", "as for grading").choices(["auto", "required", "none"]).default("auto"),
  )
  .addHelpText(
    "after",
    "\nExit codes: 0 all holds · 1 usage · 2 the check itself failed · 3 a check failed, each named",
  );

async function verify(): Promise<ExitCode> {
  command.parse();
  const flags = command.opts<VerifyFlags>();
  const material = loadMaterial(projectRoot, assignment);
  const seeds = Array.from({ length: flags.seeds }, (_, index) => `verify-${index + 1}`);
  const progress = createProgress(process.stderr, process.stderr.isTTY !== true);
  progress.start(seeds.length);
  const verification = verifyAssignment(assignment, material, { seeds, onSeed: progress.advance });
  progress.stop();
  const problems = [...verification.problems, ...(flags.pipe ? await runPipe(flags, material) : [])];
  console.log((flags.readings ? formatReadings : formatParts)(verification.parts));
  if (problems.length > 0) console.log(formatProblems(problems));
  console.log(
    `${problems.length === 0 ? "all holds" : `${problems.length} problems`}: ${seeds.length} seeds`,
  );
  return problems.length === 0 ? exitCodes.done : exitCodes.checkFailed;
}

async function runPipe(
  { jobs, sandbox }: VerifyFlags,
  material: ReturnType<typeof loadMaterial>,
): Promise<readonly Problem[]> {
  const progress = createProgress(process.stderr, process.stderr.isTTY !== true);
  try {
    return await checkPipe(assignment, material, {
      root: projectRoot,
      seed: "verify-1",
      jobs,
      sandboxMode: sandbox,
      limits: parseLimits(),
      onStart: (samples) => progress.start(samples),
      onSample: progress.advance,
    });
  } finally {
    progress.stop();
  }
}

void runCommand(verify);
