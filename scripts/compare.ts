/** `npm run compare`: two gradings of a class beside each other, from their records alone. */
import { resolve } from "node:path";
import { compareGradings } from "../graders/grade/marking/compare-gradings";
import { assignment } from "../graders/questions/efficient-deep-learning";
import type { ClassComparison } from "../graders/report/comparison/compare-classes";
import { formatComparisonTable } from "../graders/report/comparison/comparison-table";
import { describeComparison } from "./comparison-words";
import { createCommand, type ExitCode, exitCodes, Option, runCommand } from "./terminal/command-line";

export interface ComparisonFlags {
  readonly json?: true;
  readonly csv?: true;
}

const makeCommand = () =>
  createCommand(
    "npm run compare --",
    "Says who gains, who loses and why between two gradings; reads records alone, and changes nothing.",
  )
    .argument("<before>", "a folder that `npm run grade` wrote")
    .argument("<now>", "another one")
    .addOption(new Option("--json", "print the comparison as JSON").conflicts("csv"))
    .option("--csv", "print a table, a row for each submission and question that differs")
    .addHelpText("after", "\nExit codes: 0 compared, whatever differs · 1 usage");

export function printComparison(comparison: ClassComparison, { json, csv }: ComparisonFlags): void {
  if (json) console.log(JSON.stringify(comparison, null, 2));
  else if (csv) console.log(formatComparisonTable(comparison).trimEnd());
  else console.log(describeComparison(comparison, assignment));
}

/** @param argv as a process gets it: Node and the script come before the arguments */
export async function compare(argv: readonly string[] = process.argv): Promise<ExitCode> {
  const command = makeCommand().parse(argv);
  const [before, now] = command.processedArgs as [string, string];
  const { comparison, notices } = await compareGradings(resolve(before), resolve(now), assignment);
  for (const notice of notices) console.error(notice);
  printComparison(comparison, command.opts<ComparisonFlags>());
  return exitCodes.done;
}

if (require.main === module) void runCommand(() => compare());
