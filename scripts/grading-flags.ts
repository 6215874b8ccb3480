/** The flags of every verb that grades a class: what is graded, where to, and how submissions are run. */
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { type SourceName, sourceNames } from "../graders/contract/submission";
import type { GradeRequest } from "../graders/grade/grade-request";
import type { AskedRun } from "../graders/grade/unchanged/last-run";
import { addPageOptions, type PageFlags, readPageFlags } from "./page-flags";
import { projectRoot } from "./project";
import { addRosterOptions, type RosterFlags, readRosterFlags } from "./roster-flags";
import { addRunOptions, type RunFlags, readRunSettings } from "./run-settings";
import { type Command, createCommand, Option, parseWholeNumber } from "./terminal/command-line";

export interface GradingFlags extends RosterFlags, PageFlags, RunFlags {
  readonly out: string;
  readonly jobs: number;
  readonly entry?: string;
  readonly as?: "class" | "one";
  readonly source?: SourceName;
  readonly seed?: string;
}

/** A command with a class to grade and these flags. */
export function createGradingCommand(name: string, description: string): Command {
  const command = addRosterOptions(
    createCommand(name, description)
      .argument(
        "[folder]",
        "what to grade (the bundled sample class when left out)",
        resolve(projectRoot, "submissions"),
      )
      .option("--out <dir>", "where scores, records and reports go", "out")
      .option("--jobs <n>", "submissions graded at once", parseWholeNumber(1, 256), availableParallelism()),
  )
    .option("--entry <name>", "the submission's file, where several could be it; remembered")
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
    .option(
      "--seed <text>",
      "seed of the hidden inputs, to repeat a run; the class's own, secret one when left out",
    );
  return addPageOptions(addRunOptions(command));
}

/** @param command parsed @throws UsageError for a configuration or a language that cannot be read */
export async function readAskedRun(command: Command): Promise<AskedRun> {
  const flags = command.opts<GradingFlags>();
  return {
    path: command.processedArgs[0] as string,
    discovery: readDiscoveryFlags(flags),
    outFolder: resolve(flags.out),
    jobs: flags.jobs,
    ...(await readRunSettings(command)),
    ...readPageFlags(flags),
    ...(flags.seed === undefined ? {} : { seed: flags.seed }),
    ...readRosterFlags(flags),
  };
}

/**
 * With the questions, which take longer to load than all else that is asked.
 *
 * @throws UsageError for settings that speak of a question that is not there
 */
export function addAssignment({ weighed, ...asked }: AskedRun): GradeRequest {
  const assignmentModule = require.resolve("../graders/questions/efficient-deep-learning");
  const { assignment }: Pick<GradeRequest, "assignment"> = require(assignmentModule);
  const { listWeights }: typeof import("../graders/grade/question-weights") =
    require("../graders/grade/question-weights");
  const weights = weighed && listWeights({ questions: weighed }, assignment);
  return { ...asked, assignment, assignmentModule, ...(weights === undefined ? {} : { weights }) };
}

function readDiscoveryFlags({ entry, as, source }: GradingFlags): NonNullable<GradeRequest["discovery"]> {
  return {
    ...(entry === undefined ? {} : { entry }),
    ...(as === undefined ? {} : { as }),
    ...(source === undefined ? {} : { source }),
  };
}
