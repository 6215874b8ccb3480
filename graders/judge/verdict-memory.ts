/**
 * Verdicts on parts, kept for all who gave the same answers: in a class, most did. Judging is pure, so what was found
 * once holds for everybody for whom nothing differs that it looked at: answers to the part, answers of the earlier
 * functions that it consults and of those that they consult, what was found there, and the texts that were read.
 */
import { createHash } from "node:crypto";
import type { Outcome } from "../contract/outcome";
import type { CallPart } from "../contract/question";
import { remember } from "../contract/remember";
import type { PartVerdict } from "../contract/verdict";
import { toTrial } from "./asked";
import { hide } from "./carry";
import { type EarlierWork, findFound, type JudgedPart, type Look } from "./earlier-work";
import { type Answers, getOwnWords } from "./given";
import { askAll, type JudgedCallPart, judgeBuilding, placeRight } from "./judge-part";
import { judgeRight } from "./judge-right";
import { indexChained, listConsulted, type PlannedCase } from "./plan";
import { writeFound, writeValue } from "./write-value";

interface Kept {
  readonly verdict: PartVerdict;
  readonly hidden: readonly string[];
  readonly looks: readonly Look[];
}

/** Of what is right by itself, nothing else was looked at. */
export type RememberedPart = JudgedCallPart & { readonly looks?: readonly Look[] };

/** Of each part, so that a class of any size and variety leaves memory flat. */
const mostKept = 512;

export class VerdictMemory {
  readonly #byPart = new WeakMap<CallPart, Map<string, readonly Kept[]>>();
  /** `undefined` stands for answers that are not right by themselves. */
  readonly #right = new WeakMap<CallPart, Map<string, PartVerdict | undefined>>();
  readonly #texts = new WeakMap<Answers, Map<readonly PlannedCase[], string>>();

  /** As `judgeCallPart` would. */
  readonly judge = (
    part: CallPart,
    cases: readonly PlannedCase[],
    answers: Answers,
    work: EarlierWork,
  ): RememberedPart => {
    const right = this.#judgeRight(part, cases, answers);
    if (right !== undefined) return placeRight(right, part, cases, { answers, work });
    const known = getMap(this.#byPart, part);
    const before = listBefore(cases, work);
    const key = this.#describe(cases, before, answers);
    const kept = known
      .get(key)
      ?.find(({ looks }) => looks.every((look) => isLookAsThen(look, answers, work)));
    if (kept !== undefined) return recall(kept, part, cases, { answers, work });
    const watched = watch(answers, work);
    const judged = judgeBuilding(part, cases, watched.answers, watched.work);
    const looks = [
      ...new Map([...before.flatMap((one) => one.looks ?? []), ...watched.end()].map(nameLook)).values(),
    ];
    const one = { verdict: judged.verdict, hidden: judged.base.hidden, looks };
    keep(known, key, [...(known.get(key) ?? []).slice(-3), one]);
    return { ...judged, looks };
  };

  #judgeRight(part: CallPart, cases: readonly PlannedCase[], answers: Answers): PartVerdict | undefined {
    const known = getMap(this.#right, part);
    const key = digestOutcomes(listOwnKeys(cases), answers);
    if (known.has(key)) return known.get(key);
    const verdict = judgeRight(part, cases, answers.getOutcome);
    keep(known, key, verdict);
    return verdict;
  }

  /** A digest: answers may be long, and there are many. */
  #describe(cases: readonly PlannedCase[], before: readonly JudgedPart[], answers: Answers): string {
    const texts = [cases, ...before.map((one) => one.cases)].map((one) => this.#digest(one, answers));
    const findings = JSON.stringify(before.map(({ finding }) => finding));
    return createHash("sha256").update(`${texts.join()} ${findings}`).digest("base64");
  }

  /** Of the answers to cases and to what they consult; asked for by every later part that builds on them. */
  #digest(cases: readonly PlannedCase[], answers: Answers): string {
    const known = this.#texts.get(answers) ?? new Map<readonly PlannedCase[], string>();
    this.#texts.set(answers, known);
    const digest = known.get(cases) ?? digestOutcomes(listKeys(cases), answers);
    known.set(cases, digest);
    return digest;
  }
}

function digestOutcomes(keys: readonly string[], answers: Answers): string {
  const outcomes = keys.map((key) => writeOutcome(answers.getOutcome(key)));
  return createHash("sha256").update(JSON.stringify(outcomes)).digest("base64");
}

const listOwnKeys = remember((cases: readonly PlannedCase[]) => cases.map(({ call }) => call.key));

const listKeys = remember((cases: readonly PlannedCase[]) => [
  ...listOwnKeys(cases),
  ...[...listConsulted(cases), ...indexChained(cases).values()].map(({ key }) => key),
]);

const writeOutcome = remember(({ kind, ...rest }: Outcome) => `${kind} ${writeValue(rest)}`);

/** Parts whose functions these cases consult, and those whose functions they consult, in the order of judging. */
function listBefore(cases: readonly PlannedCase[], work: EarlierWork): readonly JudgedPart[] {
  const names = new Set(listConsulted(cases).map((call) => call.export));
  const found = new Set<JudgedPart>();
  // A part consults functions that were judged before it.
  for (const one of [...work.values()].reverse()) {
    if (!names.has(one.part.export)) continue;
    found.add(one);
    for (const call of listConsulted(one.cases)) names.add(call.export);
  }
  return [...work.values()].filter((one) => found.has(one));
}

function isLookAsThen({ at, of, was }: Look, answers: Answers, work: EarlierWork): boolean {
  switch (at) {
    case "explanation":
      return answers.getExplanation(of) === was;
    case "own words":
      return getOwnWords(answers, of) === was;
    case "finding":
      return writeFound(findFound(work.get(of))) === was;
  }
}

const nameLook = (look: Look): [string, Look] => [`${look.at} ${look.of}`, look];

interface Person {
  readonly answers: Answers;
  readonly work: EarlierWork;
}

/** The same answers and work, and a list of what of them is looked at besides outcomes. */
function watch(answers: Answers, work: EarlierWork): Person & { end(): readonly Look[] } {
  const looks: Look[] = [];
  const note = <Text extends string | undefined>(at: Look["at"], of: string, was: Text): Text => {
    looks.push({ at, of, was });
    return was;
  };
  return {
    answers: {
      getOutcome: answers.getOutcome,
      getExplanation: (of) => note("explanation", of, answers.getExplanation(of)),
      getOwnWords: (of) => note("own words", of, getOwnWords(answers, of)),
    },
    work: new WatchedWork(work, (of) => note("finding", of, writeFound(findFound(work.get(of))))),
    end: () => [...looks],
  };
}

class WatchedWork extends Map<string, JudgedPart> {
  readonly #onLook: (of: string) => void;

  constructor(work: EarlierWork, onLook: (of: string) => void) {
    super(work);
    this.#onLook = onLook;
  }

  override get(of: string): JudgedPart | undefined {
    this.#onLook(of);
    return super.get(of);
  }
}

function recall(
  { verdict, hidden, looks }: Kept,
  part: CallPart,
  cases: readonly PlannedCase[],
  { answers, work }: Person,
): RememberedPart {
  return {
    verdict,
    looks,
    get trials() {
      const base = hide(part, cases, answers, hidden);
      return askAll(part, cases, { answers, base, work }).flatMap(toTrial);
    },
  };
}

function getMap<Kept>(all: WeakMap<CallPart, Map<string, Kept>>, part: CallPart): Map<string, Kept> {
  const known = all.get(part) ?? new Map<string, Kept>();
  all.set(part, known);
  return known;
}

function keep<Kept>(known: Map<string, Kept>, key: string, one: Kept): void {
  const [oldest] = known.keys();
  if (known.size >= mostKept && oldest !== undefined) known.delete(oldest);
  known.set(key, one);
}
