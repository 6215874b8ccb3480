/** `npm run try`: what an expression comes to with the student's own functions, and what was printed on the way. */
import { resolve } from "node:path";
import { parseLimits } from "../../graders/contract/limits";
import type { SandboxMode } from "../../graders/contract/sandbox-report";
import { listAsked } from "../../graders/student/selfcheck/asked";
import { findHandIn } from "../../graders/student/selfcheck/hand-in";
import { openMachine } from "../../graders/student/selfcheck/machine";
import { openSubmission } from "../../graders/student/selfcheck/open-submission";
import { createSay } from "../../graders/student/selfcheck/say";
import { showCall } from "../../graders/student/selfcheck/show-call";
import { tryExpression } from "../../graders/student/selfcheck/try-expression";
import { viewTried } from "../../graders/student/selfcheck/view-tried";
import { chooseLanguage, listTags } from "../../graders/wording/languages";
import { sayMessage } from "../../graders/wording/messages";
import { toPlainText } from "../terminal/colors";
import { createCommand, type ExitCode, exitCodes, Option, orStopped } from "../terminal/command-line";
import { formatLines } from "./print";
import type { StudentSetting } from "./setting";

interface TryFlags {
  readonly language: string;
  readonly sandbox: SandboxMode;
  readonly in: string;
}

function describeCommand({ assignment, language, languages, path }: StudentSetting) {
  const say = createSay(chooseLanguage(language, languages));
  return createCommand("npm run try --", say("helpTry"))
    .argument("<expression>", say("helpExpression", { code: writeExample(assignment) }))
    .option("--in <path>", say("helpPath"), path ?? ".")
    .option("--language <tag>", say("helpLanguage", { names: listTags(languages) }), language)
    .addOption(
      new Option("--sandbox <mode>", say("helpSandbox"))
        .choices(["auto", "required", "none"])
        .default("auto"),
    )
    .addHelpText("after", `\n${say("helpTryCodes")}`);
}

/** The shortest call of a public check, so that it can be typed as it stands. */
export function writeExample({ questions }: StudentSetting["assignment"]): string {
  const calls = questions.flatMap(({ checks }) => checks.flatMap((check) => check.calls.map(showCall)));
  const [shortest = "1 + 1"] = calls.filter((one) => !one.includes("'")).sort((a, b) => a.length - b.length);
  return shortest;
}

export async function runTry(setting: StudentSetting, signal: AbortSignal): Promise<ExitCode> {
  const command = describeCommand(setting).parse();
  const flags = command.opts<TryFlags>();
  const translator = chooseLanguage(flags.language, setting.languages);
  const limits = parseLimits();
  const found = await openSubmission(await findHandIn(resolve(flags.in), limits), limits, setting.assignment);
  if (found.kind === "refused") {
    console.error(sayMessage(found.refused, translator));
    return exitCodes.notReady;
  }
  const machine = openMachine(flags.sandbox, limits, setting.compiler);
  try {
    const tried = await orStopped(signal, createSay(translator)("stopped"), () =>
      tryExpression(found, command.processedArgs[0] as string, machine, signal),
    );
    const asked = listAsked(setting.assignment);
    const { printed, value, lines } = viewTried(tried, { translator, say: createSay(translator), asked });
    const shown = [...printed, ...(value === null ? [] : value.split("\n"))];
    for (const line of shown) console.log(toPlainText(line));
    if (lines.length > 0) console.error(formatLines(lines, process.stderr.columns));
    return value === null ? exitCodes.notReady : exitCodes.done;
  } finally {
    await machine.close();
  }
}
