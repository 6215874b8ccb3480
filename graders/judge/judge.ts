/**
 * Judging, pure: what explains all answers to a part, and what the question is worth for it.
 *
 * Options of a part's choices are compared by what they earn together, then by how many slips they are. A reading
 * explains instead where it earns more: reference, conventions, errors carried forward and misconceptions are tried in
 * this order, the higher credit first within a kind. What was accepted for the class comes last, where it earns more
 * than both. Two accepted conventions that together explain every answer are accepted as a mix.
 */

import { hasWords, isRealExplanation } from "../contract/explanation";
import { blame } from "../contract/faults";
import { addPoints, comparePoints, shareOfPoints } from "../contract/points";
import type { Question, TextPart } from "../contract/question";
import { remember } from "../contract/remember";
import type { ShownNumbers } from "../contract/shown";
import { listNamed, type PartFinding, type PartVerdict, type QuestionVerdict } from "../contract/verdict";
import { collectShown } from "./collect-shown";
import type { EarlierWork, JudgedPart } from "./earlier-work";
import { type Answers, getOwnWords } from "./given";
import { judgeCallPart } from "./judge-part";
import { listNeeds, type Needs } from "./needs";
import { keyOf } from "./part-key";
import { listConsulted, type Plan, type PlannedPart, type PlannedQuestion } from "./plan";
import type { VerdictMemory } from "./verdict-memory";

/**
 * Judges every planned question in catalogue order, so that later ones can look back at earlier ones.
 *
 * @param known what is known of questions that are not in the plan, and of others who gave the same answers
 */
export function judgeSubmission(plan: Plan, answers: Answers, known: Known = {}): readonly QuestionVerdict[] {
  const work: EarlierWork = new Map(known.shown);
  const needs = known.needs ?? listNeeds(plan.questions);
  // Answers to questions that are not in the plan are not there to be compared.
  const memory = known.shown === undefined || known.shown.size === 0 ? known.memory : undefined;
  const judge = memory === undefined ? judgeCallPart : memory.judge;
  return plan.questions.map((planned) => {
    const seen = seeWork(work, needs.get(planned.question.id));
    const verdict = judgeQuestion(planned, answers, { work: seen, judge });
    for (const [key, judged] of seen) work.set(key, judged);
    return verdict;
  });
}

/** Nothing else is to be had while a question is judged, so that nothing else can make a difference to it. */
function seeWork(work: EarlierWork, needed: ReadonlySet<string> = new Set()): EarlierWork {
  return new Map([...work].filter(([, { question }]) => needed.has(question)));
}

export interface Known {
  readonly shown?: ReadonlyMap<string, JudgedPart>;
  /** Of all questions, where the plan has only some. */
  readonly needs?: Needs;
  /** Of one plan. */
  readonly memory?: VerdictMemory;
}

/** Work as far as it is judged, and what judges the next part. */
interface JudgedSoFar {
  readonly work: EarlierWork;
  readonly judge: (...given: Parameters<typeof judgeCallPart>) => Pick<JudgedPart, "trials" | "looks"> & {
    readonly verdict: PartVerdict;
  };
}

/** What was found about parts, by `keyOf`. */
export type Findings = ReadonlyMap<string, PartFinding>;

export function listFindings(verdicts: readonly QuestionVerdict[]): Findings {
  return new Map(
    verdicts.flatMap((one) =>
      one.status === "not_graded"
        ? []
        : one.parts.map(({ id, finding }): [string, PartFinding] => [keyOf(one.id, id), finding]),
    ),
  );
}

/** What later questions can know of work that was judged before, without the answers it was judged by. */
export function listWork({ questions }: Plan, findings: Findings): EarlierWork {
  const parts = questions.flatMap((one) =>
    one.kind === "faulty" ? [] : one.parts.map((part) => ({ ...part, question: one.question.id })),
  );
  return new Map(
    parts.flatMap((one): [string, JudgedPart][] => {
      const { question, part } = one;
      const key = keyOf(question, part.id);
      const finding = findings.get(key);
      if (one.kind === "text" || finding === undefined) return [];
      return [[key, { question, part: one.part, cases: one.cases, finding, trials: [] }]];
    }),
  );
}

function judgeQuestion(planned: PlannedQuestion, answers: Answers, soFar: JudgedSoFar): QuestionVerdict {
  const explanation = answers.getExplanation(planned.question.id);
  if (planned.kind === "faulty") return notGraded(planned.question, planned.fault, explanation);
  try {
    const verdicts = new Map(
      orderByNeed(planned.parts).map((part) => [part, judgePart(planned.question, part, answers, soFar)]),
    );
    const parts = planned.parts.flatMap((part) => verdicts.get(part) ?? []);
    return gradeQuestion(planned.question, parts, {
      explanation,
      written: (answers.getWritten ?? answers.getExplanation)(planned.question.id),
      shown: collectShown(planned.shown, answers),
    });
  } catch (error) {
    return notGraded(planned.question, error, explanation);
  }
}

/** What other parts of the question consult comes first, so that they know what was found about it. */
const orderByNeed = remember((parts: readonly PlannedPart[]): readonly PlannedPart[] => {
  const isNeeded = (one: PlannedPart): boolean =>
    one.kind === "call" && parts.some((other) => other !== one && consults(other, one.part.export));
  return [...parts.filter(isNeeded), ...parts.filter((one) => !isNeeded(one))];
});

function consults(planned: PlannedPart, name: string): boolean {
  if (planned.kind === "text" || planned.part.export === name) return false;
  return listConsulted(planned.cases).some((call) => call.export === name);
}

function judgePart(
  question: Question,
  planned: PlannedPart,
  answers: Answers,
  { work, judge }: JudgedSoFar,
): PartVerdict {
  if (planned.kind === "text") return judgeTextPart(planned.part, getOwnWords(answers, question.id));
  const { part, cases } = planned;
  const judged = judge(part, cases, answers, work);
  const { verdict, looks } = judged;
  work.set(keyOf(question.id, verdict.id), {
    question: question.id,
    part,
    cases,
    finding: verdict.finding,
    // Where they were kept, they are put together only when somebody asks.
    get trials() {
      return judged.trials;
    },
    ...(looks === undefined ? {} : { looks }),
  });
  return verdict;
}

function judgeTextPart(part: TextPart, text: string): PartVerdict {
  const reading = part.readings.find((one) => one.accepts(text));
  const base = { id: part.id, maxPoints: part.points, evidence: [] };
  if (reading === undefined) return { ...base, points: "0", finding: { kind: "unanswered" } };
  const kind = reading.credit === "1" ? "reference" : "misconception";
  return {
    ...base,
    points: shareOfPoints(part.points, reading.credit),
    finding: { kind: "explained", reading: { id: reading.id, kind, credit: reading.credit } },
  };
}

/**
 * Adds up the parts. A question that lost points and comes with a real explanation goes to a person, its
 * automatic points kept: the assignment promises that a good explanation of a wrong result still counts. So does one
 * that mixes two conventions from input to input inside one part, which is accepted and seldom meant, and one that
 * builds on earlier work that nothing explains, or that answers otherwise here than where it was judged, and one that is
 * silent where much less could have shown.
 */
function gradeQuestion(
  question: Question,
  parts: readonly PartVerdict[],
  { explanation, written, shown }: Beside,
): QuestionVerdict {
  const points = addPoints(parts.map((part) => part.points));
  const lostPoints = comparePoints(points, question.points) < 0;
  const isToBeRead = isRealExplanation(written) || (wantsWords(question, parts) && hasWords(written));
  const isForPerson = parts.some(isUnclear) || (lostPoints && isToBeRead);
  return {
    id: question.id,
    status: isForPerson ? "pending_manual" : "graded",
    points,
    maxPoints: question.points,
    isBonus: question.isBonus === true,
    parts,
    ...(Object.keys(shown).length === 0 ? {} : { shown }),
    explanation,
  };
}

/** Whether a word, however short, would have been worth something. */
function wantsWords({ parts }: Question, verdicts: readonly PartVerdict[]): boolean {
  return verdicts.some(({ id, finding }) => {
    const part = parts.find((one) => one.id === id);
    if (part?.kind === "text") return finding.kind === "unanswered";
    const named = finding.kind === "explained" ? listNamed(finding.reading) : [];
    return part?.readings.some((one) => one.wantsWords === true && named.includes(one.id)) === true;
  });
}

/** What a verdict holds besides its parts. */
interface Beside {
  readonly explanation: string;
  /** Without what was copied. */
  readonly written: string;
  readonly shown: ShownNumbers;
}

function isUnclear({ finding, differing, points, maxPoints }: PartVerdict): boolean {
  if (finding.kind === "mixed") return true;
  if (finding.kind === "explained" && finding.unproven !== undefined) return true;
  if (finding.kind === "explained" && finding.spoilt?.leavesOpen === true) return true;
  return differing !== undefined && comparePoints(points, maxPoints) < 0;
}

function notGraded(question: Question, error: unknown, explanation: string): QuestionVerdict {
  const fault = blame(error, `question "${question.id}" failed while judging`).message;
  return {
    id: question.id,
    status: "not_graded",
    maxPoints: question.points,
    isBonus: question.isBonus === true,
    fault,
    explanation,
  };
}
