/** From what a selfcheck found to the lines people read, in their language. Pure; colours and layout come later. */
import type { Message } from "../../contract/message";
import type { MissingExport } from "../../contract/missing-export";
import type { Translator } from "../../contract/translator";
import { sayMessage } from "../../wording/messages";
import type { PublicAssignment, PublicQuestion } from "../public/public-assignment";
import { listAsked } from "./asked";
import { describeOutcome } from "./describe-outcome";
import { isReady } from "./judge-checks";
import type { Detail, Line, Tone } from "./line";
import type { Finding, QuestionResult, QuestionState, SelfcheckReport } from "./result";
import { createSay, type Say } from "./say";
import { listDetails, listHelp, type Telling } from "./view-details";
import { sayNameLack } from "./view-notes";
import { viewPointed, viewPrinted } from "./view-pointed";

const tones: Readonly<Record<QuestionState, Tone>> = {
  passes: "ok",
  unanswered: "open",
  missing: "open",
  malformed: "wrong",
  fails: "wrong",
  stops: "wrong",
};

export function viewReport(
  report: SelfcheckReport,
  assignment: PublicAssignment,
  translator: Translator,
): readonly Line[] {
  const telling = { translator, say: createSay(translator), asked: listAsked(assignment) };
  switch (report.kind) {
    case "refused":
    case "broken":
      return [
        { tone: "wrong", label: "", text: telling.say(report.kind), details: viewReason(report, telling) },
      ];
    case "checked":
      return report.questions.map((result) => {
        const question = assignment.questions.find((one) => one.id === result.id);
        return viewQuestion(result, question, telling);
      });
  }
}

function viewReason(
  report: Exclude<SelfcheckReport, { kind: "checked" }>,
  telling: Telling,
): readonly Detail[] {
  const { says } = report;
  const message = pickForeignWords(says);
  const at = report.kind === "broken" ? report.at : null;
  const told = [{ label: "", text: sayMessage(says, telling.translator) }];
  if (report.kind === "refused") return told;
  const hasRun = says.code === "load-throws";
  return [
    ...told,
    ...viewPointed(at, telling.say),
    ...viewPrinted(report.printed, telling.say),
    ...listHelp({ message, at, hasRun }, telling),
  ];
}

/** What a tool or the program itself said. */
function pickForeignWords(says: Message): string {
  if ("complaint" in says) return says.complaint;
  return "error" in says ? says.error : "";
}

function viewQuestion(result: QuestionResult, question: PublicQuestion | undefined, telling: Telling): Line {
  const { say, translator } = telling;
  const line = { tone: tones[result.state], label: result.id };
  if (result.state === "passes") {
    const text = result.checks === 1 ? say("passesOne") : say("passes", { n: result.checks });
    const open = result.findings.map((one) => sayFinding(one, result.id, translator, say));
    const details = open.map((also) => ({ label: "", text: also }));
    return { ...line, tone: open.length === 0 ? line.tone : "open", text, details };
  }
  const unanswered = result.findings.filter((one) => one.kind === "unanswered");
  if (unanswered.length === result.findings.length) {
    const isWhole = unanswered.length === question?.signatures.length;
    const names = unanswered.map((one) => one.export).join(", ");
    return { ...line, text: isWhole ? say("unanswered") : say("unansweredOf", { names }), details: [] };
  }
  const findings = sortFindings(result.findings);
  const details = findings.slice(0, 1).flatMap((one) => listDetails(one, question, telling));
  const said = new Set(findings.map((one) => sayFinding(one, result.id, translator, say)));
  const [text = "", ...more] = said;
  return { ...line, text, details: [...details, ...more.map((also) => ({ label: "", text: also }))] };
}

const order: readonly Finding["kind"][] = [
  "stopped",
  "malformed",
  "mismatch",
  "not-a-function",
  "missing",
  "waits",
  "unanswered",
  "no-text",
];

/** What to mend first comes first. */
function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

function sayFinding(finding: Finding, id: string, translator: Translator, say: Say): string {
  switch (finding.kind) {
    case "missing":
      return sayMissing(finding.export, finding.hint, say);
    case "not-a-function":
      return say("notFunction", { name: finding.export, nameType: finding.type });
    case "unanswered":
      return say("unansweredOf", { names: finding.export });
    case "waits":
      return say("waits", { name: finding.export, nameOther: finding.for });
    case "stopped":
      return describeOutcome(finding.outcome, translator, say);
    case "malformed":
      return say("malformed");
    case "mismatch":
      return say("mismatch", { says: translator.translate(finding.says) });
    case "no-text":
      return say(finding.isBegun ? "shortText" : "noText", { name: id });
  }
}

function sayMissing(name: string, hint: MissingExport | null, say: Say): string {
  switch (hint?.kind) {
    case undefined:
      return say("missing", { name });
    case "not-exported":
      return say("hidden", { name, nameFound: hint.found });
    case "left-out":
      return say("leftOutCell", { name, nameFound: hint.found });
    case "other-file":
      return say("otherFile", { name, nameFound: hint.found });
    case "in-a-class":
      return say("method", { name, nameFound: hint.found });
    case "inside":
      return say("member", { name, nameFound: hint.found });
    case "snake-case":
      return say("snake", { name, nameNear: hint.found });
    case "other-case":
    case "similar":
      return say("near", { name, nameNear: hint.found });
  }
}

/**
 * True when it can be handed in as it is.
 *
 * @param isPart only some of the questions were looked at, so that nothing but those is asked for
 */
export function isReportReady(report: SelfcheckReport, isPart = false): boolean {
  return report.kind === "checked" && isReady(report.questions) && (isPart || report.name.kind === "named");
}

/**
 * The closing lines: how many pass, that this is no mark, and what to do next.
 *
 * @param isPart only some of the questions were looked at, so that nobody can say whether all is ready
 */
export function viewSummary(
  report: SelfcheckReport,
  isPart: boolean,
  translator: Translator,
): readonly Line[] {
  const say = createSay(translator);
  const line = (tone: Tone, text: string): Line => ({ tone, label: "", text, details: [] });
  if (report.kind !== "checked") return [line("wrong", say("notReady"))];
  const { questions } = report;
  const passing = questions.filter((one) => one.state === "passes");
  const summary = [
    line(
      "word",
      say(questions.length === 1 ? "summaryOne" : "summary", {
        n: passing.length,
        nAll: questions.length,
      }),
    ),
    line("word", say("noMark")),
  ];
  if (isPart) return summary;
  return [
    ...summary,
    ...viewOpenTexts(questions, say),
    isReportReady(report)
      ? line("ok", `${say("ready")} ${say("nextPack")}`)
      : line("open", [say("notReady"), ...sayNext(report, translator)].join(" ")),
  ];
}

function sayNext(
  { questions, name }: Extract<SelfcheckReport, { kind: "checked" }>,
  translator: Translator,
): readonly string[] {
  const next = questions.find((one) => one.state !== "passes" && !one.isBonus);
  if (next !== undefined) return [createSay(translator)("nextQuestion", { name: next.id })];
  return name.kind === "named" ? [] : [sayNameLack(name, translator)];
}

/** Explanations that are asked for and are not there, by the names of their questions. */
export function viewOpenTexts(questions: readonly QuestionResult[], say: Say): readonly Line[] {
  const open = questions.filter(({ findings }) => findings.some(({ kind }) => kind === "no-text"));
  const names = open.map(({ id }) => id).join(", ");
  return open.length === 0
    ? []
    : [{ tone: "open", label: "", text: say("textsOpen", { names }), details: [] }];
}
