/** Judging one part that calls a function: from the outcomes of its cases to the reading that explains them all. */
import { comparePoints, shareOfPoints } from "../contract/points";
import type { CallPart } from "../contract/question";
import type { PartFinding, PartVerdict, ReadingRef } from "../contract/verdict";
import {
  type Asked,
  ask,
  findLost,
  isAllowed,
  type JudgedTrial,
  type Lost,
  lookBack,
  toTrial,
} from "./asked";
import { type Base, type Carried, carry } from "./carry";
import { getCredit, isWorthless } from "./credit";
import { discountOne } from "./discount";
import type { EarlierWork } from "./earlier-work";
import { collectEvidence } from "./evidence";
import { explain as explainByChoices } from "./explain";
import type { Answers } from "./given";
import { judgeRight } from "./judge-right";
import type { JudgedUpon, Judging } from "./judging";
import { findMix } from "./mix";
import { observe } from "./observe";
import { dropFree, type ObservedTrial } from "./observed";
import { isConstant } from "./one-answer";
import type { PlannedCase } from "./plan";
import { type AnyReading, explains, explainsAll, refer, sortReadings } from "./readings";
import { findHidden, leavesOpen } from "./silence";
import { readNones } from "./told-none";

/** One case in so many may have no answer. */
const spoiltShare = 4;

export function judgeCallPart(
  part: CallPart,
  cases: readonly PlannedCase[],
  answers: Answers,
  work: EarlierWork,
): JudgedCallPart {
  const right = judgeRight(part, cases, answers.getOutcome);
  return right === undefined
    ? judgeBuilding(part, cases, answers, work)
    : placeRight(right, part, cases, { answers, work });
}

/** A verdict that needed no earlier work, with the answers it is about, put together only when somebody asks. */
export function placeRight(
  verdict: PartVerdict,
  part: CallPart,
  cases: readonly PlannedCase[],
  { answers, work }: Omit<AskedUpon, "base">,
): JudgedCallPart {
  return {
    verdict,
    get trials() {
      const base = carry(part, cases, answers, work);
      return askAll(part, cases, { answers, base, work }).flatMap(toTrial);
    },
  };
}

/** What is not right by itself may follow from earlier work. */
export function judgeBuilding(
  part: CallPart,
  cases: readonly PlannedCase[],
  answers: Answers,
  work: EarlierWork,
): JudgedCallPart & { readonly base: Base } {
  const carried = carry(part, cases, answers, work);
  const judgeUpon = (base: Base): JudgedUpon =>
    discountOne(judgeAsked({ part, cases, base }, askAll(part, cases, { answers, base, work })), base, work);
  const chosen = preferProven(judgeUpon(carried), carried, () => judgeUpon(carried.withUnproven));
  const { judging, asked } = chosen;
  const finding = chosen.finding ?? describeUnexplained(judging, asked.flatMap(toTrial));
  const { differing } = carried;
  const verdict: PartVerdict = {
    id: part.id,
    points: shareOfPoints(part.points, getCredit(finding)),
    maxPoints: part.points,
    finding,
    ...(differing.length === 0 ? {} : { differing }),
    evidence: asked.map((one) => collectEvidence(judging, one)),
  };
  return { verdict, trials: asked.flatMap(toTrial), base: judging.base };
}

/** The verdict on a part, and the answers that it is about. */
export interface JudgedCallPart {
  readonly verdict: PartVerdict;
  readonly trials: readonly JudgedTrial[];
}

interface AskedUpon {
  readonly answers: Answers;
  readonly base: Base;
  readonly work: EarlierWork;
}

export function askAll(
  part: CallPart,
  cases: readonly PlannedCase[],
  { answers, base, work }: AskedUpon,
): readonly Asked[] {
  return cases.map((planned, at) => ({
    at,
    ...ask(part, planned, answers.getOutcome(planned.call.key), lookBack(planned, base.answers, work)),
  }));
}

function judgeAsked(about: Omit<Judging, "readings">, asked: readonly Asked[]): JudgedUpon {
  const { part, base } = about;
  const readings = sortReadings(part.readings).filter(
    (reading) => reading.kind !== "carried" || base.mayCarry,
  );
  const judging = { ...about, readings };
  return preferNones({ finding: find(judging, asked), judging, asked });
}

/** Errors and words that say where there is no answer are worth what that is worth, if it is not less. */
function preferNones(judged: JudgedUpon): JudgedUpon {
  const { judging, asked, finding: byForm } = judged;
  const credit = byForm === undefined ? "0" : getCredit(byForm);
  const nones = comparePoints(credit, "1") < 0 ? readNones(judging.part, asked) : undefined;
  const finding = nones && find(judging, nones);
  const isAsGood =
    finding?.kind === "explained" && !isWorthless(finding) && comparePoints(getCredit(finding), credit) >= 0;
  return isAsGood ? { ...judged, finding } : judged;
}

/**
 * What builds on work that nothing explains earns half, where that is not less than what a slip earns that would explain
 * the answers without it: bytes are not told to be of half precision where they are right, and the FLOP anybody's.
 */
function preferProven(proven: JudgedUpon, { unproven }: Carried, judgeAll: () => JudgedUpon): JudgedUpon {
  const credit = proven.finding === undefined ? "0" : getCredit(proven.finding);
  if (unproven.length === 0 || comparePoints(credit, "1") >= 0) return proven;
  const all = judgeAll();
  if (all.finding?.kind !== "explained") return proven;
  const finding: PartFinding = { ...all.finding, unproven };
  const isSlip = proven.finding?.kind === "explained" && !isWorthless(proven.finding);
  return comparePoints(getCredit(finding), credit) >= (isSlip ? 0 : 1) ? { ...all, finding } : proven;
}

function find(judging: Judging, asked: readonly Asked[]): PartFinding | undefined {
  const { part, readings, base } = judging;
  const trials = asked.flatMap(toTrial);
  const lost = findLost(part, asked);
  // An answer that is the same whatever is asked follows from nothing.
  const mayFollow = base.mayCarry && (trials.length === 1 || !isConstant(trials));
  const explain = (): ReadingRef | undefined => explainTrials(judging, trials, mayFollow);
  if (lost !== undefined) return findSpoilt(judging, asked, lost, explain) ?? lost;
  if (trials.length === 0)
    return { kind: "unexplained", casesRight: 0, cases: asked.length, observations: [] };
  const reading = explain();
  if (reading !== undefined) return { kind: "explained", reading };
  return findMix(part, readings, trials);
}

function explainTrials(
  { part, cases, readings }: Judging,
  trials: readonly JudgedTrial[],
  mayCarry: boolean,
): ReadingRef | undefined {
  const { model } = part;
  const byChoices =
    model === undefined || trials.length === 0
      ? undefined
      : explainByChoices({ part, model, cases }, trials, mayCarry);
  const explainsThem = (one: AnyReading): boolean =>
    (mayCarry || one.kind !== "carried") && explainsAll(part, one, trials);
  // What options say one by one is known by now.
  const isOpen = (one: AnyReading): boolean =>
    one.isOfClass !== true && (model === undefined || one.by === "rule");
  const single = readings.find((one) => isOpen(one) && isWorthMore(one, byChoices) && explainsThem(one));
  const byRubric = single === undefined ? byChoices : refer(single);
  const ofClass = readings.find(
    (one) => one.isOfClass === true && isWorthMore(one, byRubric) && explainsThem(one),
  );
  return ofClass === undefined ? byRubric : refer(ofClass);
}

function isWorthMore({ credit }: AnyReading, than: ReadingRef | undefined): boolean {
  return than === undefined || comparePoints(credit, than.credit) > 0;
}

/** A few cases without an answer leave most of what the others earn. */
function findSpoilt(
  { part, cases }: Pick<Judging, "part" | "cases">,
  asked: readonly Asked[],
  lost: Lost | { kind: "unanswered" },
  explain: () => ReadingRef | undefined,
): PartFinding | undefined {
  const isSpoilt = (one: Asked): boolean => one.read?.ok !== true && !isAllowed(part, one);
  const spoilt = asked.filter(isSpoilt);
  // Inputs that are not drawn can be looked up in the source of this program: those that are must be answered as well.
  const drawn = asked.filter(({ planned: { case: one } }) => one.source === "random" || one.isDrawn);
  const isFew =
    spoilt.length * spoiltShare <= asked.length &&
    // Where a guess only has to keep silent close to one number, silence tells too little.
    drawn.filter(isSpoilt).length <= (part.guessedBy === undefined ? drawn.length / spoiltShare : 1);
  const isHarmless = spoilt.every(({ outcome: { kind } }) => kind === "value" || kind === "threw");
  const { model } = part;
  if (model === undefined || lost.kind === "unanswered" || !isFew || !isHarmless) return undefined;
  const reading = explain();
  if (reading === undefined) return undefined;
  const silent = spoilt.map(({ planned, earlier }) => ({ input: planned.case.input, earlier }));
  const trials = (drawn.length > 0 ? drawn : asked).flatMap(toTrial);
  const mayHide = findHidden({ part, model, trials }, reading, silent);
  const told = { count: spoilt.length, first: lost, ...(mayHide === undefined ? {} : { mayHide }) };
  const finding: PartFinding = { kind: "explained", reading, spoilt: told };
  const paid = Number(getCredit(finding));
  return leavesOpen({ part, model, cases }, trials, reading, { silent, paid })
    ? { ...finding, spoilt: { ...told, leavesOpen: true } }
    : finding;
}

function describeUnexplained({ part, readings }: Judging, trials: readonly ObservedTrial[]): PartFinding {
  const accepted = readings.filter((one) => one.kind === "reference" || one.kind === "convention");
  const telling = dropFree(part, accepted, trials);
  const right = telling.filter((trial) => accepted.some((reading) => explains(part, reading, trial)));
  const observations = observe(part, accepted, telling);
  return { kind: "unexplained", casesRight: right.length, cases: telling.length, observations };
}
