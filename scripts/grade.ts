/** `npm run grade`: grades a class and says how it went. */
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import type { SandboxMode } from "../graders/contract/sandbox-report";
import type { SourceName } from "../graders/contract/submission";
import { configFile, readConfig } from "../graders/grade/config-file";
import { type GradedClass, gradeClass } from "../graders/grade/grade";
import type { GradeEvent } from "../graders/grade/grade-request";
import { parseShard, type Shard } from "../graders/grade/shards/shard";
import type { ClassResult } from "../graders/grade/write-class";
import type { DiscoverOptions } from "../graders/intake/discover";
import { sourceNames } from "../graders/intake/platforms/recognise";
import { assignment } from "../graders/questions/efficient-deep-learning";
import { chooseLanguage, readLanguages } from "../graders/wording/languages";
import { describeSeed } from "./describe-seed";
import { describeFinished, describeStart, summariseClass } from "./grade-summary";
import { collectLimit, limitOption } from "./limit-flag";
import { makeGradeContext, projectRoot } from "./project";
import { type RosterFlags, readRosterFlags, rosterOptions } from "./roster-flags";
import {
  createCommand,
  type ExitCode,
  exitCodes,
  Option,
  parseList,
  parseWholeNumber,
  runCommand,
} from "./terminal/command-line";
import { createProgress } from "./terminal/progress";

interface GradeFlags extends RosterFlags {
  readonly out: string;
  readonly jobs: number;
  readonly seed?: string;
  readonly sandbox: SandboxMode;
  readonly only?: string[];
  readonly question?: string[];
  readonly shard?: Shard;
  readonly entry?: string;
  readonly as?: "class" | "one";
  readonly source?: SourceName;
  readonly limit: Record<string, string>;
  readonly fresh?: true;
  readonly twice?: true;
  readonly config?: string;
  readonly language: string;
  readonly json?: true;
}

const command = createCommand(
  "npm run grade --",
  "Grades a class: a folder or zip archive of submissions, a platform's download, one folder, or one file.",
)
  .argument(
    "[folder]",
    "what to grade (the bundled sample class when left out)",
    resolve(projectRoot, "submissions"),
  )
  .option("--out <dir>", "where scores, records and reports go", "out")
  .option("--jobs <n>", "submissions graded at once", parseWholeNumber(1, 256), availableParallelism())
  .option(...rosterOptions[0])
  .option(...rosterOptions[1])
  .option(...rosterOptions[2])
  .option(
    "--only <ids>",
    "grade only these submissions, comma-separated or repeated; others keep their records",
    (text: string, before: string[] = []) => [...before, ...parseList(text)],
  )
  .option(
    "--question <ids>",
    "ask only these questions, comma-separated or repeated; marks of the others stay",
    (text: string, before: string[] = []) => [...before, ...parseList(text)],
  )
  .option(
    "--shard <k/n>",
    "grade only the k-th of n parts of the class, e.g. 2/5, into an --out of its own; npm run merge joins them",
    parseShard,
  )
  .option("--entry <name>", "the submission's file, where several could be it")
  .addOption(
    new Option("--as <class|one>", "whether the path holds a class or one submission").choices([
      "class",
      "one",
    ]),
  )
  .addOption(
    new Option("--source <name>", "where the class was downloaded from, when its names mislead").choices(
      sourceNames,
    ),
  )
  .option("--fresh", "grade everything again, also what an earlier run has finished")
  .option(
    "--twice",
    "run every submission a second time, not one in ten, and flag verdicts that differ; implies --fresh",
  )
  .option(
    "--seed <text>",
    "seed of the hidden inputs, to repeat a run; the class's own, secret one when left out",
  )
  .addOption(
    new Option(
      "--sandbox <mode>",
      "auto: the best there is; required: refuse below strong; none: no confinement",
    )
      .choices(["auto", "required", "none"])
      .default("auto"),
  )
  .option(...limitOption, collectLimit, {})
  .option(
    "--config <file>",
    `JSON with "sandbox" and "limits" (${configFile} in the current folder when left out); flags win`,
  )
  .option("--language <tag>", "language of reports and messages to students", "en")
  .option("--json", "print the score document instead of the table, and no progress")
  .addHelpText(
    "after",
    "\nExit codes: 0 all graded · 1 usage · 2 a submission could not be graded · 130 interrupted",
  );

function hasFailed({ records, class: { failedAgain } }: ClassResult): boolean {
  return failedAgain.length > 0 || records.some((one) => one.status === "not_graded");
}

function concludeGrading(result: GradedClass, out: string): string {
  return `${summariseClass(result, out)}\n${describeSeed(result.seed)}`;
}

function readDiscoveryFlags({ entry, as, source }: GradeFlags): DiscoverOptions {
  return {
    ...(entry === undefined ? {} : { entry }),
    ...(as === undefined ? {} : { as }),
    ...(source === undefined ? {} : { source }),
  };
}

/** @param argv as a process gets it: Node and the script come before the arguments */
export async function grade(signal: AbortSignal, argv: readonly string[] = process.argv): Promise<ExitCode> {
  command.parse(argv);
  const flags = command.opts<GradeFlags>();
  const path = command.processedArgs[0] as string;
  const config = await readConfig(flags.config);
  const isSandboxTyped = command.getOptionValueSource("sandbox") === "cli";
  const progress = createProgress(process.stderr, flags.json === true);
  const onProgress = (event: GradeEvent): void => {
    if (event.kind === "finished") {
      progress.advance(describeFinished(event));
      return;
    }
    if (flags.json !== true) console.error(describeStart(event));
    progress.start(event.submissions);
  };
  const sandboxMode = isSandboxTyped ? flags.sandbox : (config.sandbox ?? flags.sandbox);
  const translator = chooseLanguage(flags.language, readLanguages());
  const where = { path, outFolder: resolve(flags.out), discovery: readDiscoveryFlags(flags) };
  const questions = flags.question === undefined ? {} : { questions: flags.question };
  const assignmentModule = require.resolve("../graders/questions/efficient-deep-learning");
  const request = { ...flags, ...where, ...questions, assignment, assignmentModule, sandboxMode, translator };
  const limits = { ...config.limits, ...flags.limit };
  try {
    const result = await gradeClass(
      { ...request, limits, ...readRosterFlags(flags) },
      { ...makeGradeContext(), signal, onProgress },
    );
    progress.stop();
    console.log(flags.json ? JSON.stringify(result.scores, null, 2) : concludeGrading(result, flags.out));
    return hasFailed(result) ? exitCodes.notGraded : exitCodes.done;
  } finally {
    progress.stop();
  }
}

if (require.main === module) void runCommand(grade);
