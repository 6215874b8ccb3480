/** `npm run replay`: one submission graded again under a seed that was published, with the verdict of its class. */
import { GraderFault } from "../graders/contract/faults";
import { nameFault } from "../graders/grade/class-records";
import type { GradeEvent } from "../graders/grade/grade-request";
import { type ReplayRequest, replaySubmission } from "../graders/grade/replay";
import { assignment } from "../graders/questions/efficient-deep-learning";
import { chooseLanguage, readLanguages } from "../graders/wording/languages";
import { describeStart } from "./grade-summary";
import { makeGradeContext } from "./project";
import { addRunOptions, readRunSettings } from "./run-settings";
import { createCommand, type ExitCode, exitCodes, Option, runCommand } from "./terminal/command-line";

interface ReplayFlags {
  readonly seed: string;
  readonly report?: true;
  readonly against?: string;
  readonly entry?: string;
  readonly language: string;
}

const command = addRunOptions(
  createCommand(
    "npm run replay --",
    "Grades one submission under a published seed, offline, and prints the verdict that its class's run gave it.",
  )
    .argument("<submission>", "a folder, a zip archive or one file")
    .requiredOption("--seed <text>", "the seed of the class, once it is published")
    .option("--report", "print the student's report.md instead of the verdict as JSON")
    .addOption(
      new Option("--against <record.json>", "compare with a record of the class, byte for byte").conflicts(
        "report",
      ),
    )
    .option("--entry <name>", "the submission's file, where several could be it"),
)
  .option("--language <tag>", "language of the report", "en")
  .addHelpText(
    "after",
    "\nExit codes: 0 replayed, and the same with --against · 1 usage · 2 not graded for a fault of the grader\n            3 another verdict than --against · 130 interrupted",
  );

/** @param argv as a process gets it: Node and the script come before the arguments */
export async function replay(signal: AbortSignal, argv: readonly string[] = process.argv): Promise<ExitCode> {
  command.parse(argv);
  const flags = command.opts<ReplayFlags>();
  const onProgress = (event: GradeEvent): void => {
    if (event.kind === "started") console.error(describeStart(event));
  };
  const { record, report, verdict, differences } = await replaySubmission(
    await readRequest(command.processedArgs[0] as string, flags),
    { ...makeGradeContext(), signal, onProgress },
  );
  if (differences === null) console.log(flags.report ? report.replace(/\n$/, "") : verdict);
  if (record.status === "not_graded") throw new GraderFault(nameFault(record));
  return differences === null ? exitCodes.done : tellDifferences(differences);
}

async function readRequest(path: string, flags: ReplayFlags): Promise<ReplayRequest> {
  const { sandboxMode, limits } = await readRunSettings(command);
  return {
    path,
    ...(flags.entry === undefined ? {} : { discovery: { entry: flags.entry } }),
    ...(flags.against === undefined ? {} : { against: flags.against }),
    seed: flags.seed,
    assignment,
    assignmentModule: require.resolve("../graders/questions/efficient-deep-learning"),
    sandboxMode,
    limits,
    translator: chooseLanguage(flags.language, readLanguages()),
  };
}

function tellDifferences(differences: readonly string[]): ExitCode {
  for (const one of differences) console.log(`not the same: ${one}`);
  if (differences.length > 0) return exitCodes.checkFailed;
  console.log("the same verdict, byte for byte");
  return exitCodes.done;
}

if (require.main === module) void runCommand(replay);
