/** `npm run marks`: what waits for a person, on the terminal or as a table to fill in. */

import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { UsageError } from "../graders/contract/faults";
import type { OpenQuestion } from "../graders/contract/hand-mark";
import { formatPoints } from "../graders/contract/points";
import { isJudged } from "../graders/contract/recorded-question";
import { describeError, hasErrorCode } from "../graders/contract/thrown";
import { listOpen, openMarkingClass } from "../graders/grade/marking/marking-class";
import { tabulateOpen } from "../graders/grade/marking/open-table";
import { compareDeciders } from "../graders/grade/marking/second-marking";
import { takeAppeals } from "../graders/grade/marking/take-appeals";
import { assignment } from "../graders/questions/efficient-deep-learning";
import { readTable } from "./read-table";
import { toPlainText } from "./terminal/colors";
import { createCommand, type ExitCode, exitCodes, Option, runCommand } from "./terminal/command-line";
import { formatTable } from "./terminal/table";

interface MarksFlags {
  readonly csv?: string | true;
  readonly appeals?: string;
  readonly agreement?: true;
}

const makeCommand = () =>
  createCommand("npm run marks --", "Lists what waits for a person in a graded class.")
    .argument("[out]", "the folder that `npm run grade` wrote", "out")
    .option(
      "--csv [file]",
      "write it as a table to fill in (marks.csv when no file is named); `npm run mark -- <out> --from <file>` reads it",
    )
    .addOption(
      new Option(
        "--agreement",
        "compare what `npm run review -- <out> --second` stored with the first decisions",
      ).conflicts(["csv", "appeals"]),
    )
    .option(
      "--appeals <file>",
      "take in what students ask to be looked at again: a table with the columns submission, question, text",
    )
    .addHelpText(
      "after",
      "\nExit codes: 0 listed, taken or written · 1 usage, or the file is there already · 2 the disk refused",
    );

/** A table that somebody has begun to fill in is never written over. */
async function writeTable(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text, { flag: "wx" });
  } catch (error) {
    if (hasErrorCode(error, "EEXIST"))
      throw new UsageError(`${path}: is there already and may hold marks; name another file, or remove it`);
    throw new UsageError(`${path}: could not be written: ${describeError(error)}`);
  }
}

function listForTerminal(open: readonly OpenQuestion[]): string {
  if (open.length === 0) return "nothing waits for a person";
  const columns = [
    { head: "submission" },
    { head: "question" },
    { head: "judged", align: "right" as const },
    { head: "of", align: "right" as const },
  ];
  const rows = open.map(({ record, question, requests }) => [
    toPlainText(record.submission.id),
    requests === undefined ? question.id : `${question.id} (asked again)`,
    isJudged(question) ? formatPoints(question.points) : "—",
    formatPoints(question.maxPoints),
  ]);
  return formatTable(columns, rows);
}

async function describeAgreement(out: string): Promise<string> {
  const { measured, notices } = await compareDeciders(out, assignment);
  for (const notice of notices) console.error(notice);
  const columns = [
    { head: "question" },
    { head: "answers", align: "right" as const },
    { head: "the same points", align: "right" as const },
    { head: "Cohen's kappa", align: "right" as const },
  ];
  const rows = measured.map(({ question, answers, same, kappa }) => [
    question ?? "all",
    String(answers),
    String(same),
    kappa === null ? "—" : kappa.toFixed(2),
  ]);
  return formatTable(columns, rows);
}

/** @param argv as a process gets it: Node and the script come before the arguments */
export async function marks(argv: readonly string[] = process.argv): Promise<ExitCode> {
  const command = makeCommand().parse(argv);
  const out = resolve(command.processedArgs[0] as string);
  const { csv, appeals, agreement } = command.opts<MarksFlags>();
  if (agreement) {
    console.log(await describeAgreement(out));
    return exitCodes.done;
  }
  if (appeals !== undefined) {
    const table = { file: appeals, csv: await readTable(appeals, "a table of requests") };
    const { taken, known } = await takeAppeals(out, table, new Date());
    console.log(`${appeals}: ${taken} taken${known === 0 ? "" : `, ${known} were there already`}`);
    if (taken > 0) console.log("npm run report puts them on the class page, npm run review decides");
  }
  const marking = await openMarkingClass(out);
  for (const notice of marking.notices) console.error(notice);
  const open = listOpen(marking, assignment);
  if (csv === undefined) {
    console.log(listForTerminal(open));
    return exitCodes.done;
  }
  const file = csv === true ? "marks.csv" : csv;
  await writeTable(file, await tabulateOpen(out, open, assignment));
  console.log(`${file}: ${open.length} answers wait for a person`);
  return exitCodes.done;
}

if (require.main === module) void runCommand(() => marks());
