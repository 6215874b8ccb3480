/** `npm run grade`: grades a class and says how it went. */
import { parseShard, type Shard } from "../graders/grade/shards/shard";
import { gradeUnlessUnchanged } from "./grade-unless-unchanged";
import { createGradingCommand, type GradingFlags, readAskedRun } from "./grading-flags";
import { type ExitCode, parseList, parseNames, runCommand } from "./terminal/command-line";

interface GradeFlags extends GradingFlags {
  readonly only?: string[];
  readonly question?: string[];
  readonly shard?: Shard;
  readonly fresh?: true;
  readonly twice?: true;
  readonly json?: true;
}

const command = createGradingCommand(
  "npm run grade --",
  "Grades a class: a folder or zip archive of submissions, a platform's download, one folder, or one file.",
)
  .option(
    "--only <ids>",
    "grade only these submissions, comma-separated or repeated; others keep their records",
    (text: string, before: string[] = []) => [...before, parseNames(text)],
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
  .option("--fresh", "grade everything again, also what an earlier run has finished")
  .option(
    "--twice",
    "run every submission a second time, not one in ten, and flag verdicts that differ; what was run so stands",
  )
  .option("--json", "print the score document instead of the table, and no progress")
  .addHelpText(
    "after",
    "\nExit codes: 0 all graded · 1 usage · 2 a submission could not be graded · 130 interrupted",
  );

/** @param argv as a process gets it: Node and the script come before the arguments */
export async function grade(signal: AbortSignal, argv: readonly string[] = process.argv): Promise<ExitCode> {
  command.parse(argv);
  const { out, only, question, shard, fresh, twice, json } = command.opts<GradeFlags>();
  const asked = {
    ...(await readAskedRun(command)),
    ...(only === undefined ? {} : { only }),
    ...(question === undefined ? {} : { questions: question }),
    ...(shard === undefined ? {} : { shard }),
    ...(fresh === undefined ? {} : { fresh }),
    ...(twice === undefined ? {} : { twice }),
  };
  return gradeUnlessUnchanged(asked, { signal, out, asJson: json === true });
}

if (require.main === module) void runCommand(grade);
