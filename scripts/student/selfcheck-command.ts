/** `npm run selfcheck`: what is missing, what is malformed, what passes the public checks, what to do next. */
import { resolve } from "node:path";
import { chooseLanguage } from "../../graders/languages/languages";
import { parseLimits } from "../../graders/sandbox/limits";
import type { SandboxMode } from "../../graders/sandbox/sandbox";
import { openSubmission } from "../../graders/selfcheck/open-submission";
import { openSelfcheck } from "../../graders/selfcheck/selfcheck";
import { isReportReady } from "../../graders/selfcheck/view";
import { createCommand, type ExitCode, exitCodes, Option } from "../terminal/command-line";
import type { StudentSetting } from "./setting";
import { showReport } from "./show-report";

interface SelfcheckFlags {
  readonly language: string;
  readonly sandbox: SandboxMode;
  readonly watch?: true;
  readonly json?: true;
}

function describeCommand({ language, path }: StudentSetting) {
  return createCommand(
    "npm run selfcheck --",
    "Checks a submission by the public checks alone. Passing them is not a mark.",
  )
    .argument(
      path === undefined ? "<path>" : "[path]",
      "the submission's folder or .ts file, or a notebook",
      path,
    )
    .option("--watch", "check again whenever a file is saved")
    .option("--language <tag>", "language of what is said", language)
    .option("--json", "print one JSON document and nothing else")
    .addOption(
      new Option("--sandbox <mode>", "how the code is confined while it runs")
        .choices(["auto", "required", "none"])
        .default("auto"),
    )
    .addHelpText(
      "after",
      "\nExit codes: 0 ready to submit · 1 not ready, or usage · 2 the selfcheck itself failed",
    );
}

export async function runSelfcheck(setting: StudentSetting, signal: AbortSignal): Promise<ExitCode> {
  const command = describeCommand(setting).parse();
  const flags = command.opts<SelfcheckFlags>();
  const path = resolve(command.processedArgs[0] as string);
  const translator = chooseLanguage(flags.language, setting.languages);
  const limits = parseLimits();
  const options = { sandboxMode: flags.sandbox, limits, language: translator.language };
  const selfcheck = openSelfcheck(setting.assignment, options);
  const look = async (): Promise<boolean> => {
    const found = await openSubmission(path, limits);
    const source = found.kind === "submission" ? selfcheck.checkSource(found) : null;
    const report = await selfcheck.check(found, signal);
    if (flags.json !== true) await showReport(report, source, setting.assignment, translator);
    else
      console.log(JSON.stringify({ ready: isReportReady(report), ...report, source: await source }, null, 2));
    return isReportReady(report);
  };
  try {
    const isReady = await look();
    if (flags.watch !== true) return isReady ? exitCodes.done : exitCodes.notReady;
    // Loaded here, since a single look is to be quick.
    const { watchSubmission }: typeof import("./watch") = require("./watch");
    await watchSubmission(path, look, translator, signal);
    return exitCodes.done;
  } finally {
    await selfcheck.close();
  }
}
