/** What submit-pack says about the file that it made, or why it made none. Pure. */
import type { Submission } from "../../contract/submission";
import type { Translator } from "../../contract/translator";
import { isNotebookName } from "../../intake/handed-in-names";
import type { Line, Tone } from "./line";
import type { OtherWay } from "./other-way";
import type { Pack } from "./pack";
import type { QuestionResult, SelfcheckReport } from "./result";
import { createSay, type Say } from "./say";
import { isReportReady, viewOpenTexts } from "./view";
import { sayNameLack, viewName } from "./view-notes";

/** What is known of a submission before it is packed. */
export interface Packable {
  readonly report: SelfcheckReport;
  readonly submission: Submission;
  readonly otherWay: OtherWay | null;
  /** Names of what lies beside a file that was named alone. */
  readonly leftBeside: readonly string[];
}

/** Why nothing is packed, or null. */
export function findRefusal({ report, otherWay }: Packable, translator: Translator): Line | null {
  const say = createSay(translator);
  if (report.kind !== "checked") return null;
  if (otherWay !== null && !report.questions.some(isBegun)) return viewOtherWay(otherWay, say);
  const { name } = report;
  if (name.kind === "named") return null;
  return line("wrong", say("notPacked", { says: sayNameLack(name, translator) }));
}

/** @param file name of the archive */
export function viewPack(
  { report, submission, otherWay, leftBeside }: Packable,
  { files, contentDigest }: Pick<Pack, "files" | "contentDigest">,
  file: string,
  translator: Translator,
): readonly Line[] {
  const say = createSay(translator);
  const isReady = isReportReady(report) && otherWay === null && leftBeside.length === 0;
  const values = { name: file, n: files.length };
  return [
    isReady
      ? line("ok", say(files.length === 1 ? "packedOne" : "packed", values))
      : line("open", say(files.length === 1 ? "packedOneOpen" : "packedOpen", values)),
    ...files.map(({ path, bytes }) => line("word", say("packedFile", { name: path, n: bytes }))),
    ...viewLeftOut(submission, file, say),
    line("word", say("digest", { name: contentDigest })),
    ...(report.kind === "checked" ? viewName(report.name, translator) : []),
    ...viewAnswered(report, say),
    ...viewTexts(report, translator),
    ...(report.kind === "checked" ? viewOpenTexts(report.questions, say) : []),
    ...viewAround({ file: submission.entry, otherWay, leftBeside }, say),
    ...(isReportReady(report) ? [] : [line("open", say("packedUnready"))]),
  ];
}

/** What lies around the submission and may have been meant. */
export function viewAround(
  { file, otherWay, leftBeside }: Pick<Packable, "otherWay" | "leftBeside"> & { readonly file: string },
  say: Say,
): readonly Line[] {
  const names = leftBeside.join(", ");
  return [
    ...(leftBeside.length === 0 ? [] : [line("wrong", say("leftBeside", { file, names }))]),
    ...(otherWay === null ? [] : [viewOtherWay(otherWay, say)]),
  ];
}

/** A notebook is looked at with what it imports, and may be handed in without. @param file as it was named */
export function viewNotebook(file: string, { files }: Submission, say: Say): readonly Line[] {
  return isNotebookName(file) && files.length > 1 ? [line("word", say("notebookImports", { file }))] : [];
}

function viewOtherWay({ file, cell, answers }: OtherWay, say: Say): Line {
  if (cell !== undefined) return line("wrong", say("textCell", { file, n: cell, names: answers.join(", ") }));
  const values = { file, n: answers.length };
  return line("wrong", answers.length === 1 ? say("otherWayOne", values) : say("otherWay", values));
}

/** The archive of an earlier time lies beside it. */
function viewLeftOut({ leftAside = [] }: Submission, file: string, say: Say): readonly Line[] {
  const names = leftAside.map(({ name }) => name).filter((name) => name !== file);
  return names.length === 0 ? [] : [line("word", say("leftOut", { names: names.join(", ") }))];
}

function viewAnswered(report: SelfcheckReport, say: Say): readonly Line[] {
  if (report.kind !== "checked") return [line("wrong", say("broken"))];
  const { questions } = report;
  const open = questions.filter((one) => !isAnswered(one));
  const answered = say("answered", { n: questions.length - open.length, nAll: questions.length });
  if (open.length === 0) return [line("ok", answered)];
  const stopped = open.filter(({ findings }) => findings.some(({ kind }) => kind === "stopped"));
  const left = open.filter((one) => !stopped.includes(one));
  const list = (some: readonly QuestionResult[]): string => some.map(({ id }) => id).join(", ");
  return [
    line("open", answered),
    ...(left.length === 0 ? [] : [line("open", say("unansweredOf", { names: list(left) }))]),
    ...(stopped.length === 0 ? [] : [line("wrong", say("stoppedOf", { names: list(stopped) }))]),
  ];
}

/** Every function is there and gives an answer; a text may still be missing, which is said by itself. */
function isAnswered({ findings }: QuestionResult): boolean {
  return !findings.some(({ kind }) =>
    ["missing", "not-a-function", "unanswered", "waits", "stopped"].includes(kind),
  );
}

/** Some function is there. */
function isBegun({ state }: QuestionResult): boolean {
  return !["missing", "unanswered"].includes(state);
}

function viewTexts(report: SelfcheckReport, translator: Translator): readonly Line[] {
  const say = createSay(translator);
  const notes = report.kind === "checked" ? report.notes : [];
  const found = notes.flatMap((one) => (one.kind === "texts-found" ? one.questions : []));
  return found.length > 0
    ? [line("word", say("textsFound", { names: found.join(", ") }))]
    : [line("open", say("noTextsFound"))];
}

function line(tone: Tone, text: string): Line {
  return { tone, label: "", text, details: [] };
}
