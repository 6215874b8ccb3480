/** `npm run regrade`: who would gain, who would lose and why under today's rubric; with --apply, so it is. */
import { UsageError } from "../graders/contract/faults";
import { applyRegrade, previewRegrade } from "../graders/grade/regrade/regrade";
import type { ComparisonFlags } from "./compare";
import { makeGradeContext } from "./project";
import { addRegradeOptions, type RegradeFlags, readRegradeRequest } from "./regrade-flags";
import { accountFor, printRegrade } from "./regrade-words";
import { createCommand, type ExitCode, exitCodes, Option, runCommand } from "./terminal/command-line";

const makeCommand = () =>
  addRegradeOptions(
    createCommand(
      "npm run regrade --",
      "Judges a graded class again under today's rubric, from the answers on record; shows who gains, who loses and why.",
    )
      .argument("[out]", "the folder that `npm run grade` wrote", "out")
      .addOption(new Option("--preview", "show it and change nothing (the default)").conflicts("apply"))
      .option("--apply", "replace the marks; what they were stays in each submission's history"),
  )
    .addOption(new Option("--json", "print the comparison as JSON").conflicts("csv"))
    .option("--csv", "print the comparison as a table")
    .addHelpText(
      "after",
      "\nExit codes: 0 shown, or replaced · 1 usage, nothing replaced · 2 somebody could not be judged again, each named\n            130 interrupted",
    );

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
  const flags = command.opts<RegradeFlags & ComparisonFlags>();
  const reason = readReason(flags);
  const request = await readRegradeRequest(command);
  const context = { ...makeGradeContext(), signal };
  const made =
    reason === null ? await previewRegrade(request, context) : await applyRegrade(request, reason, context);
  printRegrade(made, flags);
  console.error(accountFor(made, reason !== null));
  return made.left.length > 0 ? exitCodes.notGraded : exitCodes.done;
}

if (require.main === module) void runCommand(regrade);
