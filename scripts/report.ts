/** `npm run report`: writes scores and pages again from the records of an earlier run. Nothing is run. */
import { resolve } from "node:path";
import { chooseIds } from "../graders/grade/choose-ids";
import { configFile, readConfig } from "../graders/grade/config-file";
import { findPrinter, printPages } from "../graders/grade/print-pages";
import { listWeights } from "../graders/grade/question-weights";
import { rewriteClass } from "../graders/grade/rewrite-class";
import { assignment } from "../graders/questions/efficient-deep-learning";
import { outputFiles } from "../graders/records/output-files";
import { summariseClass } from "./grade-summary";
import { addPageOptions, type PageFlags, readPageFlags } from "./page-flags";
import { projectRoot } from "./project";
import { addRosterOptions, type RosterFlags, readRosterFlags } from "./roster-flags";
import { createCommand, type ExitCode, exitCodes, parseNames, runCommand } from "./terminal/command-line";

const command = addPageOptions(
  addRosterOptions(
    createCommand(
      "npm run report --",
      "Writes scores and reports again from the records of an earlier run; nothing is compiled or run.",
    ).argument("[out]", "the folder that `npm run grade` wrote", "out"),
  )
    .option("--config <file>", `JSON with "questions" that count otherwise (${configFile} when left out)`)
    .option(
      "--pdf [ids]",
      "students' pages as PDF as well, by the machine's Chromium: all, or those of these submissions (comma-separated)",
      (text: string) => [parseNames(text)],
    )
    .addHelpText("after", "\nExit codes: 0 written · 1 usage, no Chromium · 2 a page could not be printed"),
);

interface ReportFlags extends RosterFlags, PageFlags {
  readonly config?: string;
  readonly pdf?: true | readonly string[];
}

/** @param argv as a process gets it: Node and the script come before the arguments */
export async function report(argv: readonly string[] = process.argv): Promise<ExitCode> {
  command.parse(argv);
  const out = command.processedArgs[0] as string;
  const { config, pdf, ...flags } = command.opts<ReportFlags>();
  const printer = pdf === undefined ? null : findPrinter();
  const weights = listWeights(await readConfig(config), assignment);
  const options = {
    ...readPageFlags(flags),
    ...readRosterFlags(flags),
    ...(weights === undefined ? {} : { weights }),
  };
  const result = await rewriteClass(resolve(out), assignment, projectRoot, options);
  for (const notice of result.notices) console.error(notice);
  console.log(summariseClass(result, out));
  if (printer === null) return exitCodes.done;
  const ids = result.records.map(({ submission }) => submission.id);
  return print(resolve(out), choosePages(ids, pdf), printer);
}

/** @throws UsageError for one that is not there */
function choosePages(ids: readonly string[], pdf: ReportFlags["pdf"]): readonly string[] {
  if (pdf === undefined || pdf === true) return ids;
  return chooseIds("--pdf", pdf, ids);
}

async function print(outFolder: string, ids: readonly string[], printer: string): Promise<ExitCode> {
  const { printed, failed } = await printPages(outFolder, ids, printer);
  console.log(`${printed} of ${ids.length} pages as PDF: ${outputFiles.reportPdf.path}`);
  for (const [id, because] of failed) console.error(`${id}: ${because}`);
  return failed.size === 0 ? exitCodes.done : exitCodes.notGraded;
}

if (require.main === module) void runCommand(() => report());
