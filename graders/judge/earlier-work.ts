/**
 * What is known of a student's earlier functions once they were judged, and whether they still do in a later question
 * what they were judged by. An error carries forward only if it is the error that was judged: a function that answers
 * its own cases in one way and the later question's in another carries nothing, and one whose answers nothing explains
 * carries half, until a person has looked.
 */
import type { Earlier, FoundIds } from "../contract/earlier";
import { leavesOpen } from "../contract/open-reading";
import type { CallPart } from "../contract/question";
import { remember } from "../contract/remember";
import type { Call, Value } from "../contract/value";
import { listNamed, type PartFinding, type ReadingRef } from "../contract/verdict";
import { encodeCall, nameCall } from "../contract/wire";
import type { PlacedTrial } from "./as-expected";
import { isWorthless } from "./credit";
import { explainsAlike } from "./explain";
import type { Following } from "./following";
import { followsFormula } from "./follows-formula";
import { type Answers, getOwnWords } from "./given";
import { keyOf } from "./part-key";
import { listConsulted, type PlannedCall, type PlannedCase } from "./plan";

/** A part that was judged, with the answers that it was judged by; none where its mark was kept from another run. */
export interface JudgedPart {
  /** Id of its question. */
  readonly question: string;
  readonly part: CallPart;
  readonly cases: readonly PlannedCase[];
  readonly finding: PartFinding;
  readonly trials: readonly PlacedTrial[];
  /** What judging looked at besides outcomes, where that is kept. */
  readonly looks?: readonly Look[];
}

/** A text or a finding that judging looked at, with what stood there; of a finding as `writeFound` has it. */
export interface Look {
  readonly at: "explanation" | "own words" | "finding";
  readonly of: string;
  readonly was: string | undefined;
}

/** By `keyOf`. */
export type EarlierWork = Map<string, JudgedPart>;

/** What explained a part, if anything did. */
export function findFound(judged: JudgedPart | undefined): FoundIds | undefined {
  return judged && listFound(judged);
}

/** Every option of every case may ask. */
const listFound = remember(({ part, finding }: JudgedPart): FoundIds | undefined => {
  if (finding.kind !== "explained") return undefined;
  const { standsFor = [] } = part.readings.find((one) => one.id === finding.reading.id) ?? {};
  return new Set([...listNamed(finding.reading), ...standsFor]);
});

/** A call of an earlier function that a later part consults, with the value that came. */
export interface Consulted {
  readonly call: PlannedCall;
  readonly value: Value;
}

/** What is known of a student before a later part is judged. */
export interface KnownWork {
  readonly work: EarlierWork;
  /** Answers of all calls that judged parts asked or consulted. */
  readonly answers: Answers;
  /** Calls that the later part had asked of what the functions it consults build on, by key. */
  readonly chained?: ReadonlyMap<string, PlannedCall>;
}

/** How an earlier function fares in a later part: the worst of what its own parts say. */
export function assess(known: KnownWork, name: string, consulted: readonly Consulted[]): Following {
  const isMeant = (id: string): boolean => consulted.some(({ call }) => (call.part ?? id) === id);
  const judged = [...known.work.values()].filter(
    ({ part }) => part.export === name && part.inputOf !== undefined && isMeant(part.id),
  );
  const all = judged.map((one) => assessPart(known, one, consulted));
  return all.find((one) => one === "differs") ?? all.find((one) => one === "unproven") ?? "follows";
}

function assessPart(known: KnownWork, judged: JudgedPart, consulted: readonly Consulted[]): Following {
  const { finding, part } = judged;
  const further = consulted.flatMap(({ call, value }): readonly PlacedTrial[] => {
    const input = part.inputOf?.(call.args);
    const read = part.read(value);
    if (input === undefined || !read.ok) return [];
    return [{ at: Number.NaN, input, answer: read.answer, earlier: foresee(known, judged, input) }];
  });
  // What its own question cannot read, another one may: nobody knows what it is.
  if (further.length < consulted.length) return "unproven";
  switch (finding.kind) {
    case "explained": {
      const byReading = followsReading(judged, finding.reading, further);
      // What it builds on is not known here: its answers may still be those of one formula.
      const follows = byReading === "unproven" ? proveByFormula(judged, further) : byReading;
      const isOpen =
        finding.unproven !== undefined ||
        leavesOpen(part, finding.reading) ||
        (isWorthless(finding) && !arePossible(judged, further));
      return isOpen && follows === "follows" ? "unproven" : follows;
    }
    case "mixed":
      // Which of the two it is here, and in which unit, nobody knows.
      return further.every((one) => finding.readings.some((reading) => isAsRead(part, reading.id, one)))
        ? "unproven"
        : "differs";
    case "unexplained": {
      const follows = followsOwnFormula(judged, further);
      return follows === "follows" && !arePossible(judged, further) ? "unproven" : follows;
    }
    case "malformed":
    case "failed":
    case "unanswered":
      return "unproven";
  }
}

/** Of a mark that was kept, the answers are not there: whether these are of the same formula is for a person to say. */
function followsOwnFormula({ part, trials }: JudgedPart, further: readonly PlacedTrial[]): Following {
  return trials.length === 0 ? "unproven" : followsFormula(part, trials, further);
}

/** Where nothing was expected, answers that no formula fits are no more than that. */
function proveByFormula(judged: JudgedPart, further: readonly PlacedTrial[]): Following {
  return followsOwnFormula(judged, further) === "follows" ? "follows" : "unproven";
}

/** A formula of one's own may be anybody's way of counting only where nothing is missing that every way counts. */
function arePossible(judged: JudgedPart, further: readonly PlacedTrial[]): boolean {
  const { part, trials } = judged;
  const finding = findFound(judged);
  return [...trials, ...further].every((trial) => part.isPossible?.(trial, finding) ?? true);
}

function followsReading(
  { part, cases, trials }: JudgedPart,
  reading: ReadingRef,
  further: readonly PlacedTrial[],
): Following {
  const { model } = part;
  if (model !== undefined && reading.picks !== undefined)
    return explainsAlike({ part, model, cases }, { picks: reading.picks, trials, further });
  const rule = part.readings.find((one) => one.id === reading.id);
  const isAsThere =
    rule !== undefined && rule.by === "rule"
      ? rule.accepts([...trials, ...further])
      : further.every((one) => isAsRead(part, reading.id, one));
  return isAsThere ? "follows" : "differs";
}

function isAsRead(part: CallPart, id: string, { input, answer, earlier }: PlacedTrial): boolean {
  const reading = part.readings.find((one) => one.id === id);
  if (reading === undefined || reading.by === "rule") return true;
  const expected = reading.answer(input, earlier);
  return expected === undefined || part.isSame(expected, answer, input);
}

/**
 * What the functions before an earlier function answer here: what they did answer where the earlier function's own
 * cases asked them the same, else, of counts, what they would by what explained them.
 */
function foresee(known: KnownWork, { part, cases }: JudgedPart, input: unknown): Earlier {
  const calls = part.consults?.(input) ?? {};
  return {
    answer: (name): Value => {
      const call = calls[name];
      const before = [...known.work.values()].find((one) => one.part.export === call?.export);
      if (call === undefined || before === undefined) return undefined;
      return foreseeAnswer(known, before, call.args) ?? recallAnswer(known, cases, call);
    },
    reading: (question, id = question) => findFound(known.work.get(keyOf(question, id))),
    explanation: (question) => getOwnWords(known.answers, question),
  };
}

function recallAnswer(known: KnownWork, cases: readonly PlannedCase[], call: Call): Value {
  const { answers } = known;
  const key = nameCall(encodeCall(call));
  const isChained = known.chained?.has(key) === true && keepsToItself(known, call.export);
  const asked = listConsulted(cases).find((one) => one.key === key) ?? (isChained ? { key } : undefined);
  const outcome = asked === undefined ? undefined : answers.getOutcome(asked.key);
  return outcome?.kind === "value" ? outcome.value : undefined;
}

/** Whether a function does to what is built on it here what it did where it was judged. */
const keepsToItself = (known: KnownWork, name: string): boolean => {
  const found = getKept(known);
  const isKept = found.get(name) ?? isSameFunction(known, name);
  found.set(name, isKept);
  return isKept;
};

const getKept = remember((_: KnownWork) => new Map<string, boolean>());

function isSameFunction({ work, answers, chained = new Map() }: KnownWork, name: string): boolean {
  const calls = [...chained.values()].filter((call) => call.export === name);
  const consulted = calls.flatMap((call): readonly Consulted[] => {
    const outcome = answers.getOutcome(call.key);
    return outcome.kind === "value" ? [{ call, value: outcome.value }] : [];
  });
  return consulted.length === calls.length && assess({ work, answers }, name, consulted) === "follows";
}

function foreseeAnswer(known: KnownWork, judged: JudgedPart, args: readonly unknown[]): Value {
  const { part, finding } = judged;
  const input = part.inputOf?.(args);
  if (finding.kind !== "explained" || input === undefined) return undefined;
  // What was accepted for a class need not be options of the model.
  if (part.readings.some((one) => one.isOfClass === true && one.id === finding.reading.id)) return undefined;
  const effects = pickEffects(part, finding.reading.picks ?? {});
  const answer = part.model?.answer(input, effects, foresee(known, judged, input));
  return typeof answer === "number" || typeof answer === "bigint" ? answer : undefined;
}

export function pickEffects({ model }: CallPart, picks: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(model?.choices ?? {}).map(([choice, options]) => [
      choice,
      (options.find(({ id }) => id === picks[choice]) ?? options[0]).effect,
    ]),
  );
}
