/** `npm run merge`: the outputs of parts of a class, graded on several machines, as the output of one run. */
import { resolve } from "node:path";
import { mergeClass } from "../graders/grade/shards/merge-class";
import { assignment } from "../graders/questions/efficient-deep-learning";
import { summariseClass } from "./grade-summary";
import { type LanguageFlag, languageOption, readLanguageFlag } from "./page-flags";
import { projectRoot } from "./project";
import { addRosterOptions, type RosterFlags, readRosterFlags } from "./roster-flags";
import { createCommand, type ExitCode, exitCodes, runCommand } from "./terminal/command-line";

interface MergeFlags extends RosterFlags, LanguageFlag {
  readonly out: string;
  readonly partial?: true;
}

const command = addRosterOptions(
  createCommand(
    "npm run merge --",
    "Merges the outputs of npm run grade -- --shard into what one run would have written; nothing is compiled or run.",
  )
    .argument(
      "<outputs...>",
      "the folders that the parts were written to, in any order; they stay as they are",
    )
    .requiredOption("--out <dir>", "where the whole class goes")
    .option("--partial", "merge what is there although parts are missing or were interrupted"),
)
  .option(...languageOption)
  .addHelpText(
    "after",
    "\nExit codes: 0 merged, all graded · 1 usage, or the outputs are not all parts of one run\n            2 a submission could not be graded, or is missing (--partial)",
  );

/** @param argv as a process gets it: Node and the script come before the arguments */
export async function merge(argv: readonly string[] = process.argv): Promise<ExitCode> {
  command.parse(argv);
  const outputs = command.processedArgs[0] as readonly string[];
  const { out, partial = false, ...flags } = command.opts<MergeFlags>();
  const place = { outputs, outFolder: resolve(out), assignment, root: projectRoot };
  const result = await mergeClass({
    ...place,
    partial,
    ...readLanguageFlag(flags),
    ...readRosterFlags(flags),
  });
  for (const notice of result.notices) console.error(notice);
  console.log(summariseClass(result, out));
  const isWhole = result.missing.length === 0 && result.records.every((one) => one.status !== "not_graded");
  return isWhole ? exitCodes.done : exitCodes.notGraded;
}

if (require.main === module) void runCommand(() => merge());
