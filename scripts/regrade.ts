/** `npm run regrade`: who would gain, who would lose and why under today's rubric; with --apply, so it is. */
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { UsageError } from "../graders/contract/faults";
import type { SandboxMode } from "../graders/contract/sandbox-report";
import { readConfig } from "../graders/grade/config-file";
import type { RegradeRequest } from "../graders/grade/regrade/fresh-records";
import { applyRegrade, previewRegrade } from "../graders/grade/regrade/regrade";
import { assignment } from "../graders/questions/efficient-deep-learning";
import { chooseLanguage, readLanguages } from "../graders/wording/languages";
import type { ComparisonFlags } from "./compare";
import { collectLimit, limitOption } from "./limit-flag";
import { makeGradeContext } from "./project";
import { accountFor, printRegrade } from "./regrade-words";
import {
  createCommand,
  type ExitCode,
  exitCodes,
  Option,
  parseWholeNumber,
  runCommand,
} from "./terminal/command-line";

interface RegradeFlags extends ComparisonFlags {
  readonly apply?: true;
  readonly why?: string;
  readonly by?: string;
  readonly class?: string;
  readonly seed?: string;
  readonly jobs: number;
  readonly sandbox: SandboxMode;
  readonly limit: Record<string, string>;
  readonly config?: string;
  readonly language: string;
}

const makeCommand = () =>
  createCommand(
    "npm run regrade --",
    "Judges a graded class again under today's rubric, from the answers on record; shows who gains, who loses and why.",
  )
    .argument("[out]", "the folder that `npm run grade` wrote", "out")
    .addOption(new Option("--preview", "show it and change nothing (the default)").conflicts("apply"))
    .option("--apply", "replace the marks; what they were stays in each submission's history")
    .option("--why <text>", "with --apply: the reason, for staff")
    .option("--by <initials>", "with --apply: who decides")
    .option(
      "--class <path>",
      "where the class lies, for those who have to be run; where it lay when left out",
    )
    .option("--seed <text>", "as for grading; the class's own when left out")
    .option("--jobs <n>", "submissions graded at once", parseWholeNumber(1, 256), availableParallelism())
    .addOption(
      new Option("--sandbox <mode>", "as for grading").choices(["auto", "required", "none"]).default("auto"),
    )
    .option(...limitOption, collectLimit, {})
    .option("--config <file>", "as for grading")
    .option("--language <tag>", "language of reports and messages to students", "en")
    .addOption(new Option("--json", "print the comparison as JSON").conflicts("csv"))
    .option("--csv", "print the comparison as a table")
    .addHelpText(
      "after",
      "\nExit codes: 0 shown, or replaced · 1 usage, nothing replaced · 2 somebody could not be judged again, each named\n            130 interrupted",
    );

type Command = ReturnType<typeof makeCommand>;

async function readRequest(command: Command, flags: RegradeFlags): Promise<RegradeRequest> {
  const config = await readConfig(flags.config);
  const isSandboxTyped = command.getOptionValueSource("sandbox") === "cli";
  return {
    outFolder: resolve(command.processedArgs[0] as string),
    assignment,
    assignmentModule: require.resolve("../graders/questions/efficient-deep-learning"),
    jobs: flags.jobs,
    sandboxMode: isSandboxTyped ? flags.sandbox : (config.sandbox ?? flags.sandbox),
    limits: { ...config.limits, ...flags.limit },
    translator: chooseLanguage(flags.language, readLanguages()),
    ...(flags.seed === undefined ? {} : { seed: flags.seed }),
    ...(flags.class === undefined ? {} : { classPath: resolve(flags.class) }),
  };
}

/** @throws UsageError for an --apply that does not say why, or who */
function readReason({ apply, why, by }: RegradeFlags): { readonly why: string; readonly by: string } | null {
  if (apply !== true) return null;
  if (why === undefined || why.trim() === "")
    throw new UsageError("--apply: expected --why with the reason, which is kept beside the old marks");
  if (by === undefined || by.trim() === "") throw new UsageError("--apply: expected --by with your initials");
  return { why, by };
}

/** @param argv as a process gets it: Node and the script come before the arguments */
export async function regrade(
  signal: AbortSignal,
  argv: readonly string[] = process.argv,
): Promise<ExitCode> {
  const command = makeCommand().parse(argv);
  const flags = command.opts<RegradeFlags>();
  const reason = readReason(flags);
  const request = await readRequest(command, flags);
  const context = { ...makeGradeContext(), signal };
  const made =
    reason === null ? await previewRegrade(request, context) : await applyRegrade(request, reason, context);
  printRegrade(made, flags);
  console.error(accountFor(made, reason !== null));
  return made.left.length > 0 ? exitCodes.notGraded : exitCodes.done;
}

if (require.main === module) void runCommand(regrade);
