/** `npm run report`: writes scores and pages again from the records of an earlier run. Nothing is run. */
import { resolve } from "node:path";
import { rewriteClass } from "../graders/grade/rewrite-class";
import { assignment } from "../graders/questions/efficient-deep-learning";
import { chooseLanguage, readLanguages } from "../graders/wording/languages";
import { summariseClass } from "./grade-summary";
import { projectRoot } from "./project";
import { type RosterFlags, readRosterFlags, rosterOptions } from "./roster-flags";
import { createCommand, type ExitCode, exitCodes, runCommand } from "./terminal/command-line";

const command = createCommand(
  "npm run report --",
  "Writes scores and reports again from the records of an earlier run; nothing is compiled or run.",
)
  .argument("[out]", "the folder that `npm run grade` wrote", "out")
  .option(...rosterOptions[0])
  .option(...rosterOptions[1])
  .option(...rosterOptions[2])
  .option("--language <tag>", "language of reports and messages to students", "en");

async function report(): Promise<ExitCode> {
  command.parse();
  const out = command.processedArgs[0] as string;
  const { language, ...flags } = command.opts<RosterFlags & { readonly language: string }>();
  const translator = chooseLanguage(language, readLanguages());
  const options = { translator, ...readRosterFlags(flags) };
  const result = await rewriteClass(resolve(out), assignment, projectRoot, options);
  for (const notice of result.notices) console.error(notice);
  console.log(summariseClass(result, out));
  return exitCodes.done;
}

void runCommand(report);
