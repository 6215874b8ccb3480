/** Evidence for staff: the hidden cases behind lost points, and what the code printed. Pure. */

import { isEvidenceOfHardCoding } from "../contract/observation";
import { packFields } from "../contract/packed";
import { comparePoints } from "../contract/points";
import type { Question } from "../contract/question";
import type { SubmissionRecord } from "../contract/record";
import { isJudged } from "../contract/recorded-question";
import type { CaseEvidence, PartVerdict } from "../contract/verdict";
import { locateFor, outputFiles } from "../records/output-files";
import { sayMessage } from "../wording/messages";
import type { NoValue } from "../wording/sentences-shape";
import { english } from "../wording/translator";
import type { ClassFacts, LinkView } from "./class-input";
import { cleanBlock, cleanLine } from "./foreign-text";

/** The record holds all of it; the page shows enough to see what went wrong. */
const mostCasesPerPart = 3;
const longestPrinted = 2_000;

export interface EvidenceView extends LinkView {
  readonly recordHref: string;
  readonly parts: readonly PartEvidenceView[];
  /** Printed output, cut; null when there is none. */
  readonly printed: string | null;
}

export interface PartEvidenceView {
  readonly name: string;
  readonly finding: string;
  readonly cases: readonly CaseView[];
}

export interface CaseView {
  readonly id: string;
  readonly why: string;
  readonly came: string;
  readonly expected: string;
  readonly explainedBy: string;
}

/** Submissions that lost points somewhere or printed something. */
export function viewEvidence(facts: ClassFacts): readonly EvidenceView[] {
  return facts.records.flatMap((record) => {
    const parts = listLostParts(record, facts.assignment.questions);
    const printed = viewPrinted(record);
    if (parts.length === 0 && printed === null) return [];
    const recordHref = locateFor(
      outputFiles.record,
      encodeURIComponent(facts.getFolder(record.submission.id)),
    );
    const view: EvidenceView = { ...facts.link(record.submission.id), recordHref, parts, printed };
    return [packFields(view, ["parts", "printed"])];
  });
}

function listLostParts(
  record: SubmissionRecord,
  questions: readonly Question[],
): readonly PartEvidenceView[] {
  const byId = new Map(questions.map((one) => [one.id, one]));
  return record.questions.flatMap((recorded) =>
    isJudged(recorded)
      ? recorded.parts
          .filter(hasLost)
          .map((part) => viewPart(part, recorded.id, recorded.parts.length > 1, byId.get(recorded.id)))
      : [],
  );
}

function viewPart(
  verdict: PartVerdict,
  questionId: string,
  isNamed: boolean,
  question: Question | undefined,
): PartEvidenceView {
  return {
    name: isNamed ? `${questionId}/${verdict.id}` : questionId,
    finding: describeFinding(verdict),
    cases: listShownCases(verdict, question).map((one) => viewCase(one)),
  };
}

/** What the class page shows of a part's cases. */
function listShownCases(verdict: PartVerdict, question: Question | undefined): readonly CaseEvidence[] {
  if (!hasLost(verdict)) return [];
  const accepted = listAccepted(question, verdict.id);
  const wrong = verdict.evidence.filter((one) => !one.explainedBy.some((id) => accepted.has(id)));
  return wrong.slice(0, mostCasesPerPart);
}

const hasLost = (part: PartVerdict): boolean =>
  part.finding.kind !== "unanswered" && comparePoints(part.points, part.maxPoints) < 0;

/** The record with the cases that the pages of a class show, and no others: they are most of it. */
export function dropUnshownCases<Kind extends SubmissionRecord>(
  record: Kind,
  questions: readonly Question[],
): Kind {
  const thin = record.questions.map((recorded) => {
    if (!isJudged(recorded)) return recorded;
    const question = questions.find((one) => one.id === recorded.id);
    const parts = recorded.parts.map((part) => ({ ...part, evidence: listShownCases(part, question) }));
    return { ...recorded, parts };
  });
  return { ...record, questions: thin };
}

/** Ids of a part's readings that are no misconceptions. */
export function listAccepted(question: Question | undefined, partId: string): ReadonlySet<string> {
  const part = question?.parts.find((one) => one.id === partId);
  if (part?.kind !== "call") return new Set();
  return new Set(part.readings.filter((one) => one.kind !== "misconception").map((one) => one.id));
}

export function describeFinding({ finding }: PartVerdict): string {
  switch (finding.kind) {
    case "explained":
      return `${finding.reading.kind} ${finding.reading.id}`;
    case "mixed":
      return `mixed ${finding.readings.map((one) => one.id).join(" + ")}`;
    case "unexplained":
      return `unexplained, ${finding.casesRight} of ${finding.cases} right${noteHardCoding(finding)}`;
    case "unanswered":
      return "unanswered";
    case "malformed":
      return cleanLine(`malformed: ${sayMessage(finding.came, english)}`);
    case "failed":
      return cleanLine(`${finding.outcome.kind}: ${describeOutcome(finding.outcome)}`);
  }
}

function describeOutcome(outcome: NoValue): string | number {
  switch (outcome.kind) {
    case "threw":
      return outcome.message;
    case "timed-out":
      return outcome.limitMs;
    case "out-of-memory":
      return outcome.limitBytes;
    case "too-large":
      return sayMessage(outcome.limit, english);
    case "did-not-answer":
    case "tampering":
      return sayMessage(outcome.because, english);
    case "missing-export":
      return "no such export";
  }
}

/** For staff to weigh, and for nobody to be punished by: the points are those of all cases anyway. */
function noteHardCoding({ observations }: Extract<PartVerdict["finding"], { kind: "unexplained" }>): string {
  return observations.some(isEvidenceOfHardCoding)
    ? "; right on public numbers only, perhaps written down"
    : "";
}

/** @param most names of readings at most; how many more there are is told */
export function viewCase(one: CaseEvidence, most = Number.POSITIVE_INFINITY): CaseView {
  const more = one.explainedBy.length > most ? `, … +${one.explainedBy.length - most}` : "";
  return {
    id: cleanLine(one.case),
    why: cleanLine(one.why),
    came: cleanLine(one.came),
    expected: cleanLine(one.expected),
    explainedBy: one.explainedBy.length === 0 ? "—" : one.explainedBy.slice(0, most).join(", ") + more,
  };
}

function viewPrinted({ output }: SubmissionRecord): string | null {
  const printed = [output.stdout, output.stderr].filter((text) => text.trim() !== "").join("\n");
  if (printed === "") return null;
  const cut = cleanBlock(printed.slice(0, longestPrinted));
  return printed.length > longestPrinted ? `${cut}…` : cut;
}
