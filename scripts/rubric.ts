/** `npm run rubric`: every reading of every question, for staff: what is accepted, what a slip earns, where it comes from. */

import { UsageError } from "../graders/contract/faults";
import { assignment } from "../graders/questions/efficient-deep-learning";
import { writeRubric } from "../graders/report/rubric";
import { createCommand, type ExitCode, exitCodes, runCommand } from "./terminal/command-line";

const command = createCommand(
  "npm run rubric --",
  "Prints the rubric as Markdown: every accepted way of counting and every known slip, with credit and source.",
)
  .argument("[questions...]", "ids of questions; all by default")
  .addHelpText("after", "\nFor staff: it gives away what a slip earns.\nExit codes: 0 printed · 1 usage");

async function printRubric(): Promise<ExitCode> {
  command.parse();
  const ids = command.processedArgs[0] as readonly string[];
  const known = assignment.questions.map(({ id }) => id);
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown !== undefined) {
    throw new UsageError(`expected ids of questions (${known.join(", ")}), got "${unknown}"`);
  }
  console.log(writeRubric(assignment.questions.filter(({ id }) => ids.length === 0 || ids.includes(id))));
  return exitCodes.done;
}

void runCommand(printRubric);
