/** `npm run submit-pack`: the file to upload, its digest, and whether the student's name is the one that was meant. */
import { rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { UsageError } from "../../graders/contract/faults";
import { type Limits, parseLimits } from "../../graders/contract/limits";
import type { Message } from "../../graders/contract/message";
import type { Submission } from "../../graders/contract/submission";
import { hasErrorCode } from "../../graders/contract/thrown";
import type { Translator } from "../../graders/contract/translator";
import { listAsked } from "../../graders/student/selfcheck/asked";
import { findHandIn, findLeftBeside } from "../../graders/student/selfcheck/hand-in";
import type { Line } from "../../graders/student/selfcheck/line";
import { openSubmission } from "../../graders/student/selfcheck/open-submission";
import { findOtherWay } from "../../graders/student/selfcheck/other-way";
import { packSubmission } from "../../graders/student/selfcheck/pack";
import { createSay } from "../../graders/student/selfcheck/say";
import { openSelfcheck } from "../../graders/student/selfcheck/selfcheck";
import { findRefusal, type Packable, viewPack } from "../../graders/student/selfcheck/view-pack";
import { chooseLanguage, listTags } from "../../graders/wording/languages";
import { sayMessage } from "../../graders/wording/messages";
import { createCommand, type ExitCode, exitCodes, orStopped } from "../terminal/command-line";
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
    .option("--language <tag>", say("helpLanguage", { names: listTags(languages) }), language)
    .addHelpText("after", `\n${say("helpPackCodes")}`);
}

/** Packs whatever can be taken in and carries a name: what to hand in is the student's own decision. */
export async function runSubmitPack(setting: StudentSetting, signal: AbortSignal): Promise<ExitCode> {
  const command = describeCommand(setting).parse();
  const flags = command.opts<PackFlags>();
  const translator = chooseLanguage(flags.language, setting.languages);
  const limits = parseLimits();
  const out = await checkOut(flags.out);
  const path = await findHandIn(resolve(command.processedArgs[0] as string), limits);
  const found = await openSubmission(path, limits, setting.assignment);
  const refuse = async (line: Line): Promise<ExitCode> =>
    print([line, ...(await setAside(out, translator))], exitCodes.notReady);
  if (found.kind === "refused") return refuse(viewRefused(found.refused, translator));
  const packable = await orStopped(signal, createSay(translator)("stoppedPack"), () =>
    look(setting, { path, submission: found, limits }, signal),
  );
  const refusal = findRefusal(packable, translator);
  if (refusal !== null) return refuse(refusal);
  const pack = await packSubmission(found, limits);
  if (pack.kind === "refused") return refuse(viewRefused(pack.refused, translator));
  await writeWhole(out, pack.zip);
  return print(viewPack(packable, pack, basename(out), translator), exitCodes.done);
}

function viewRefused(refused: Message, translator: Translator): Line {
  const text = createSay(translator)("notPacked", { says: sayMessage(refused, translator) });
  return { tone: "wrong", label: "", text, details: [] };
}

interface Opened {
  readonly path: string;
  readonly submission: Submission;
  readonly limits: Limits;
}

async function look(
  { assignment, compiler }: StudentSetting,
  { path, submission, limits }: Opened,
  signal: AbortSignal,
): Promise<Packable> {
  const selfcheck = openSelfcheck(assignment, { sandboxMode: "auto", limits, language: "en", compiler });
  try {
    const report = await selfcheck.check(submission, { signal });
    const otherWay = await findOtherWay(path, submission, listAsked(assignment), limits);
    const leftBeside = await findLeftBeside(path, submission, limits);
    return { report, submission, otherWay, leftBeside };
  } finally {
    await selfcheck.close();
  }
}

/** Before anything is run for nothing. @throws UsageError */
async function checkOut(typed: string): Promise<string> {
  const out = resolve(typed);
  if (!out.endsWith(".zip")) throw new UsageError(`--out: expected a name that ends with .zip, got ${typed}`);
  const folder = await stat(dirname(out)).catch(() => null);
  if (folder?.isDirectory() !== true)
    throw new UsageError(`--out: expected a name in a folder that is there, got ${typed}`);
  return out;
}

/** An archive of an earlier time stays until this one is whole. @throws UsageError where nothing can be written */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const draft = `${path}.${process.pid}`;
  try {
    await writeFile(draft, bytes);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {});
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(`--out: ${path} cannot be written (${code}); choose another place with --out`);
  }
}

/** Where nothing is packed, an archive of an earlier time must not be uploaded for a new one. */
async function setAside(out: string, translator: Translator): Promise<readonly Line[]> {
  const say = createSay(translator);
  const aside = out.replace(/\.zip$/, "-old.zip");
  const values = { name: basename(out), nameNew: basename(aside) };
  try {
    await rename(out, aside);
    return [{ tone: "word", label: "", text: say("oldPackMoved", values), details: [] }];
  } catch (error) {
    if (hasErrorCode(error, "ENOENT")) return [];
    return [{ tone: "wrong", label: "", text: say("oldPack", values), details: [] }];
  }
}

function print(lines: readonly Line[], code: ExitCode): ExitCode {
  console.log(formatLines(lines, process.stdout.columns));
  return code;
}
