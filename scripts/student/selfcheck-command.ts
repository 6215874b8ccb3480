/** `npm run selfcheck`: what is missing, what is malformed, what passes the public checks, what to do next. */
import { basename } from "node:path";
import { parseLimits } from "../../graders/contract/limits";
import type { SandboxMode } from "../../graders/contract/sandbox-report";
import type { Translator } from "../../graders/contract/translator";
import { listAsked } from "../../graders/student/selfcheck/asked";
import { findLeftBeside } from "../../graders/student/selfcheck/hand-in";
import { openSubmission } from "../../graders/student/selfcheck/open-submission";
import { findOtherWay } from "../../graders/student/selfcheck/other-way";
import { createSay } from "../../graders/student/selfcheck/say";
import { openSelfcheck } from "../../graders/student/selfcheck/selfcheck";
import { isReportReady } from "../../graders/student/selfcheck/view";
import { viewAround, viewNotebook } from "../../graders/student/selfcheck/view-pack";
import { chooseLanguage, listTags } from "../../graders/wording/languages";
import { createCommand, type ExitCode, exitCodes, Option, orStopped } from "../terminal/command-line";
import type { StudentSetting } from "./setting";
import { showReport } from "./show-report";
import { readTarget, type Target } from "./target";

interface SelfcheckFlags {
  readonly language: string;
  readonly sandbox: SandboxMode;
  readonly watch?: true;
  readonly json?: true;
  readonly open?: true;
}

const pageName = "selfcheck-results.html";

function describeCommand({ language, languages, path }: StudentSetting) {
  const say = createSay(chooseLanguage(language, languages));
  return createCommand("npm run selfcheck --", say("helpSelfcheck"))
    .argument(path === undefined ? "<what...>" : "[what...]", say("helpWhat"))
    .option("--watch", say("helpWatch"))
    .option("--open", say("helpOpen", { file: pageName }))
    .option("--language <tag>", say("helpLanguage", { names: listTags(languages) }), language)
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
  const translator = chooseLanguage(flags.language, setting.languages);
  const target = await readTarget(
    command.processedArgs[0] as readonly string[],
    setting,
    createSay(translator),
  );
  const look = openLook(setting, { ...flags, ...target, translator }, signal);
  try {
    return await orStopped(signal, createSay(translator)("stopped"), async () => {
      if (flags.watch !== true) return (await look.look()) ? exitCodes.done : exitCodes.notReady;
      // Loaded here, since a single look is to be quick.
      const { watchSubmission }: typeof import("./watch") = require("./watch");
      await watchSubmission(target.path, look.look, translator, signal);
      return exitCodes.done;
    });
  } finally {
    await look.close();
  }
}

type LookSetting = SelfcheckFlags & Target & { readonly translator: Translator };

interface Looking {
  /** Looks once, and says what it found; true when that can be handed in. */
  look(): Promise<boolean>;
  close(): Promise<void>;
}

function openLook(
  { assignment, figureStyle, compiler }: StudentSetting,
  asked: LookSetting,
  signal: AbortSignal,
): Looking {
  const { translator, path, only } = asked;
  const limits = parseLimits();
  const options = { sandboxMode: asked.sandbox, limits, language: translator.language, compiler };
  const selfcheck = openSelfcheck(assignment, options);
  const draws = asked.open === true;
  const writer = draws ? loadPageWriter().createPageWriter(pageName, translator, figureStyle) : null;
  const look = async (): Promise<boolean> => {
    const found = await openSubmission(path, limits, assignment);
    const checking = selfcheck.check(found, { signal, draws, ...(only === undefined ? {} : { only }) });
    const source = found.kind === "submission" ? selfcheck.checkSource(found, only) : null;
    const looking =
      found.kind === "submission"
        ? findOtherWay(path, found, listAsked(assignment), limits)
        : Promise.resolve(null);
    const missing = found.kind === "submission" ? findLeftBeside(path, found, limits) : Promise.resolve([]);
    const report = await checking;
    const ready = isReportReady(report, only !== undefined);
    if (asked.json === true) {
      const around = { otherWay: await looking, leftBeside: await missing };
      console.log(JSON.stringify({ ready, ...report, ...around, source: await source }, null, 2));
      return ready;
    }
    const [file, say] = [basename(path), createSay(translator)];
    const more = Promise.all([looking, missing]).then(([otherWay, leftBeside]) => [
      ...viewAround({ file, otherWay, leftBeside }, say),
      ...(found.kind === "submission" ? viewNotebook(file, found, say) : []),
    ]);
    const shown = { report, source, more, isPart: only !== undefined };
    const groups = await showReport(shown, assignment, translator);
    await writer?.(groups, report);
    return ready;
  };
  return { look, close: () => selfcheck.close() };
}

/** A single look without a page is to be quick. */
function loadPageWriter(): typeof import("./page-writer") {
  return require("./page-writer");
}
