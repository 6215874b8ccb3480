/** `npm run report`: writes scores and pages again from the records of an earlier run. Nothing is run. */
import { resolve } from "node:path";
import { configFile, readConfig } from "../graders/grade/config-file";
import { listWeights } from "../graders/grade/question-weights";
import { rewriteClass } from "../graders/grade/rewrite-class";
import { assignment } from "../graders/questions/efficient-deep-learning";
import { summariseClass } from "./grade-summary";
import { addPageOptions, type PageFlags, readPageFlags } from "./page-flags";
import { projectRoot } from "./project";
import { type RosterFlags, readRosterFlags, rosterOptions } from "./roster-flags";
import { createCommand, type ExitCode, exitCodes, runCommand } from "./terminal/command-line";

const command = addPageOptions(
  createCommand(
    "npm run report --",
    "Writes scores and reports again from the records of an earlier run; nothing is compiled or run.",
  )
    .argument("[out]", "the folder that `npm run grade` wrote", "out")
    .option(...rosterOptions[0])
    .option(...rosterOptions[1])
    .option(...rosterOptions[2])
    .option("--config <file>", `JSON with "questions" that count otherwise (${configFile} when left out)`),
);

async function report(): Promise<ExitCode> {
  command.parse();
  const out = command.processedArgs[0] as string;
  const { config, ...flags } = command.opts<RosterFlags & PageFlags & { readonly config?: string }>();
  const weights = listWeights(await readConfig(config), assignment);
  const options = {
    ...readPageFlags(flags),
    ...readRosterFlags(flags),
    ...(weights === undefined ? {} : { weights }),
  };
  const result = await rewriteClass(resolve(out), assignment, projectRoot, options);
  for (const notice of result.notices) console.error(notice);
  console.log(summariseClass(result, out));
  return exitCodes.done;
}

void runCommand(report);
