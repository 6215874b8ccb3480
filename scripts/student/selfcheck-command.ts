/** `npm run selfcheck`: what is missing, what is malformed, what passes the public checks, what to do next. */
import { resolve } from "node:path";
import { parseLimits } from "../../graders/contract/limits";
import type { SandboxMode } from "../../graders/contract/sandbox-report";
import { listAsked } from "../../graders/student/selfcheck/asked";
import { openSubmission } from "../../graders/student/selfcheck/open-submission";
import { findOtherWay } from "../../graders/student/selfcheck/other-way";
import { createSay } from "../../graders/student/selfcheck/say";
import { openSelfcheck } from "../../graders/student/selfcheck/selfcheck";
import { isReportReady } from "../../graders/student/selfcheck/view";
import { viewOtherWay } from "../../graders/student/selfcheck/view-pack";
import { chooseLanguage } from "../../graders/wording/languages";
import { createCommand, type ExitCode, exitCodes, Option } from "../terminal/command-line";
import type { StudentSetting } from "./setting";
import { showReport } from "./show-report";

interface SelfcheckFlags {
  readonly language: string;
  readonly sandbox: SandboxMode;
  readonly watch?: true;
  readonly json?: true;
}

function describeCommand({ language, languages, path }: StudentSetting) {
  const say = createSay(chooseLanguage(language, languages));
  return createCommand("npm run selfcheck --", say("helpSelfcheck"))
    .argument(path === undefined ? "<path>" : "[path]", say("helpPath"), path)
    .option("--watch", say("helpWatch"))
    .option("--language <tag>", say("helpLanguage"), language)
    .option("--json", say("helpJson"))
    .addOption(
      new Option("--sandbox <mode>", say("helpSandbox"))
        .choices(["auto", "required", "none"])
        .default("auto"),
    )
    .addHelpText("after", `\n${say("helpCodes")}`);
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
    const report = await selfcheck.check(found, { signal });
    const sources = found.kind === "submission" ? found.files.map(({ text }) => text) : [];
    const otherWay = await findOtherWay(path, sources, listAsked(setting.assignment), limits);
    const ready = isReportReady(report);
    if (flags.json === true) {
      console.log(JSON.stringify({ ready, ...report, otherWay, source: await source }, null, 2));
      return ready;
    }
    const more = otherWay === null ? [] : [viewOtherWay(otherWay, createSay(translator))];
    await showReport({ report, source, more }, setting.assignment, translator);
    return ready;
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
