/** `npm run submit-pack`: the file to upload, its digest, and whether the student's name is the one that was meant. */
import { writeFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { UsageError } from "../../graders/contract/faults";
import { parseLimits } from "../../graders/contract/limits";
import type { Line } from "../../graders/student/selfcheck/line";
import { openSubmission } from "../../graders/student/selfcheck/open-submission";
import { packSubmission } from "../../graders/student/selfcheck/pack";
import { createSay } from "../../graders/student/selfcheck/say";
import { openSelfcheck } from "../../graders/student/selfcheck/selfcheck";
import { isReportReady } from "../../graders/student/selfcheck/view";
import { viewName } from "../../graders/student/selfcheck/view-notes";
import { chooseLanguage } from "../../graders/wording/languages";
import { sayMessage } from "../../graders/wording/messages";
import { createCommand, type ExitCode, exitCodes } from "../terminal/command-line";
import { formatLines } from "./print";
import type { StudentSetting } from "./setting";

interface PackFlags {
  readonly language: string;
  readonly out: string;
}

function describeCommand({ language, languages, path }: StudentSetting) {
  const say = createSay(chooseLanguage(language, languages));
  return createCommand("npm run submit-pack --", say("helpPack"))
    .argument(path === undefined ? "<path>" : "[path]", say("helpPath"), path)
    .option("--out <file>", say("helpOut"), "submission.zip")
    .option("--language <tag>", say("helpLanguage"), language)
    .addHelpText("after", `\n${say("helpPackCodes")}`);
}

/** Packs whatever can be taken in: what to hand in is the student's own decision. */
export async function runSubmitPack(setting: StudentSetting, signal: AbortSignal): Promise<ExitCode> {
  const command = describeCommand(setting).parse();
  const flags = command.opts<PackFlags>();
  const translator = chooseLanguage(flags.language, setting.languages);
  const say = createSay(translator);
  const limits = parseLimits();
  const out = resolve(flags.out);
  if (!out.endsWith(".zip"))
    throw new UsageError(`--out: expected a name that ends with .zip, got ${flags.out}`);
  const found = await openSubmission(resolve(command.processedArgs[0] as string), limits);
  if (found.kind === "refused") {
    console.log(
      formatLines([line("wrong", say("notPacked", { says: sayMessage(found.refused, translator) }))]),
    );
    return exitCodes.notReady;
  }
  const selfcheck = openSelfcheck(setting.assignment, { sandboxMode: "auto", limits, language: "en" });
  try {
    const report = await selfcheck.check(found, signal);
    const { zip, files, contentDigest } = await packSubmission(found, limits);
    await writeFile(out, zip);
    const listed = files.map(({ path, bytes }) => line("word", say("packedFile", { name: path, n: bytes })));
    console.log(
      formatLines([
        line("ok", say("packed", { name: basename(out), n: files.length })),
        ...listed,
        line("word", say("digest", { name: contentDigest })),
        ...(report.kind === "checked" ? viewName(report.name, translator) : []),
        ...(isReportReady(report) ? [] : [line("open", say("packedUnready"))]),
      ]),
    );
    return exitCodes.done;
  } finally {
    await selfcheck.close();
  }
}

function line(tone: Line["tone"], text: string): Line {
  return { tone, label: "", text, details: [] };
}
