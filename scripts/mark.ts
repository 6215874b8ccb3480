/** `npm run mark`: stores what a person decided about an answer, and writes scores and pages with it. */
import { basename, resolve } from "node:path";
import { UsageError } from "../graders/contract/faults";
import type { GivenPoints } from "../graders/contract/hand-mark";
import { type GivenMarks, giveMarks, type MarkRequest } from "../graders/grade/marking/give-marks";
import { readAdjustment, readPoints } from "../graders/grade/marking/given";
import { assignment } from "../graders/questions/efficient-deep-learning";
import { type LanguageFlag, languageOption, readLanguageFlag } from "./page-flags";
import { projectRoot } from "./project";
import { readTable } from "./read-table";
import { createCommand, type ExitCode, exitCodes, Option, runCommand } from "./terminal/command-line";

interface MarkFlags extends LanguageFlag {
  readonly points?: string;
  readonly adjust?: string;
  readonly full?: true;
  readonly none?: true;
  readonly undo?: true;
  readonly comment: string;
  readonly note: string;
  readonly by: string;
  readonly from?: string;
}

/** Options of a decision, which a table and an undo say themselves. */
const saidOfOne = ["points", "adjust", "full", "none", "comment", "note"];

const makeCommand = () =>
  createCommand(
    "npm run mark --",
    "Stores what a person decided about an answer, and writes scores and reports with it; nothing is run.",
  )
    .argument("<out>", "the folder that `npm run grade` wrote")
    .argument("[submission]", "whose answer, as the folder's scores name it")
    .argument(
      "[question]",
      'which: "area", "area/rows" for a part, "all" for everything of theirs that waits',
    )
    .requiredOption("--by <initials>", "who decides; students do not read it")
    .addOption(
      new Option("--points <n>", "points from 0 to what it is worth").conflicts(["adjust", "full", "none"]),
    )
    .addOption(
      new Option(
        "--adjust <n>",
        "more or less than what was judged, e.g. -0.5; 0 leaves it as it is",
      ).conflicts(["full", "none"]),
    )
    .addOption(new Option("--full", "all points").conflicts("none"))
    .option("--none", "no points")
    .option("--comment <text>", "for the student, in your words; Markdown", "")
    .option("--note <text>", "for staff", "")
    .addOption(new Option("--undo", "take the last decision about it back").conflicts(saidOfOne))
    .addOption(
      new Option(
        "--from <file>",
        "take decisions from the table that `npm run marks -- <out> --csv` wrote",
      ).conflicts([...saidOfOne, "undo"]),
    )
    .option(...languageOption)
    .addHelpText(
      "after",
      `
Decisions lie in <out>/staff/marks.jsonl, apart from the records: grading again keeps them. One whose answers and
explanation have changed since is kept and named, and does not count until somebody decides again.

Exit codes: 0 stored and written · 1 usage, nothing stored but where it says so · 2 the disk refused`,
    );

function readGiven({ points, adjust, full, none }: MarkFlags): GivenPoints {
  if (points !== undefined) return readPoints(points);
  if (adjust !== undefined) return readAdjustment(adjust);
  if (full) return { kind: "full" };
  if (none) return { kind: "none" };
  throw new UsageError("expected one of --points, --adjust, --full, --none, --undo or --from");
}

async function readRequest(
  flags: MarkFlags,
  submission: string | undefined,
  question: string | undefined,
): Promise<MarkRequest> {
  const { from, undo, comment, note } = flags;
  if (from !== undefined) {
    if (submission !== undefined)
      throw new UsageError("--from: the table says what is decided; expected --by alone beside it");
    return { kind: "table", file: from, csv: await readTable(from, "a table of marks") };
  }
  if (submission === undefined || question === undefined)
    throw new UsageError("expected <out> <submission> <question>, or <out> --from <file>");
  if (undo) return { kind: "undo", submission, question };
  return { kind: "one", decision: { submission, question, gives: readGiven(flags), comment, note } };
}

function describeGiven({ lines, open, written }: GivenMarks): string {
  const taken = lines.filter((line) => line.kind === "undo").length;
  const given = lines.length - taken;
  const waiting = new Set(open.map(({ record }) => record.submission.id)).size;
  return [
    lines.length === 0 ? "it stood so already" : taken > 0 ? "taken back" : `${given} decided`,
    open.length === 0
      ? `nothing waits for a person in ${written.records.length} submissions`
      : `${open.length} answers of ${waiting} submissions wait for a person`,
  ].join(" · ");
}

/** @param argv as a process gets it: Node and the script come before the arguments */
export async function mark(argv: readonly string[] = process.argv): Promise<ExitCode> {
  const command = makeCommand().parse(argv);
  const [out, submission, question] = command.processedArgs as [string, string?, string?];
  const flags = command.opts<MarkFlags>();
  const by = flags.by.trim();
  if (by === "" || by.length > 100) throw new UsageError("--by: expected initials, at most 100 characters");
  const request = await readRequest(flags, submission, question);
  const place = { outFolder: resolve(out), assignment, root: projectRoot, ...readLanguageFlag(flags) };
  const why = flags.from === undefined ? "one by one" : basename(flags.from);
  const given = await giveMarks(place, request, { by, at: new Date(), why });
  for (const notice of given.notices) console.error(notice);
  console.log(describeGiven(given));
  return exitCodes.done;
}

if (require.main === module) void runCommand(() => mark());
