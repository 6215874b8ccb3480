/** What judging a graded class again is asked, the same for `regrade` and `promote`. */
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import type { RegradeRequest } from "../graders/grade/regrade/fresh-records";
import { assignment } from "../graders/questions/efficient-deep-learning";
import { type LanguageFlag, languageOption, readLanguageFlag } from "./page-flags";
import { addRunOptions, type RunFlags, readRunSettings } from "./run-settings";
import { type Command, parseWholeNumber } from "./terminal/command-line";

export interface RegradeFlags extends RunFlags, LanguageFlag {
  readonly apply?: true;
  readonly why?: string;
  readonly by?: string;
  readonly class?: string;
  readonly seed?: string;
  readonly jobs: number;
}

export function addRegradeOptions(command: Command): Command {
  command
    .option("--why <text>", "with --apply: the reason, for staff")
    .option("--by <initials>", "with --apply: who decides")
    .option(
      "--class <path>",
      "where the class lies, for those who have to be run; where it lay when left out",
    )
    .option("--seed <text>", "as for grading; the class's own when left out")
    .option("--jobs <n>", "submissions graded at once", parseWholeNumber(1, 256), availableParallelism());
  return addRunOptions(command).option(...languageOption);
}

/** @param command parsed @throws UsageError for a configuration or a language that cannot be read */
export async function readRegradeRequest(command: Command): Promise<RegradeRequest> {
  const { jobs, seed, class: classPath, ...flags } = command.opts<RegradeFlags>();
  const { sandboxMode, limits } = await readRunSettings(command);
  return {
    outFolder: resolve(command.processedArgs[0] as string),
    assignment,
    assignmentModule: require.resolve("../graders/questions/efficient-deep-learning"),
    jobs,
    sandboxMode,
    limits,
    ...readLanguageFlag(flags),
    ...(seed === undefined ? {} : { seed }),
    ...(classPath === undefined ? {} : { classPath: resolve(classPath) }),
  };
}
