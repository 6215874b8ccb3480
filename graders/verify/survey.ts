/** The checks that depend on the hidden cases, over many seeds: whole works' marks, and readings told apart. */
import type { Question } from "../contract/question";
import type { QuestionVerdict } from "../contract/verdict";
import { type Plan, type PlannedPart, planQuestions } from "../judge/plan";
import { answerPlan, createMemory, type Memory } from "./answer-in-process";
import type { Confusion, Separation } from "./confusion";
import { type JudgedSolution, judgeSolution } from "./judged-solution";
import { complainAbout } from "./marks";
import { getMaterial, type Material, type Sample, type Solution } from "./material";
import { namePlace, nameReading, type Problem } from "./problem";
import { judgeSamples, type ObservedSamples } from "./samples";
import type { PairSlice } from "./separate-vectors";
import { separateReadings } from "./separation";

/** How the readings of one part fared over all seeds. */
export interface PartReport {
  readonly question: string;
  readonly part: string;
  readonly readings: readonly ReadingReport[];
  /** Pairs worth different marks that were compared, over all seeds and earlier works. */
  readonly pairs: number;
}

export interface ReadingReport {
  readonly id: string;
  readonly kind: string;
  readonly credit: string;
  /** Readings worth another mark that its answers are taken for: empty is what it should be. */
  readonly takenFor: readonly string[];
  /** Readings worth the same that are named instead of it. */
  readonly sameAs: readonly string[];
  /** True when its answers were compared: those it gives itself, or those of a sample that it explains. */
  readonly isRecognised: boolean;
}

/** A class has a seed of its own: what an answer earns must not depend on it. */
const seedsForAllSamples = 20;
/** All pairs of options are compared under so many seeds, a part of them under each of the others. */
const seedsForAllPairs = 1;
const pairsInTurn = 40;

export interface Survey {
  readonly problems: readonly Problem[];
  readonly parts: readonly PartReport[];
}

/** What was seen of one part so far. */
interface Notes {
  readonly question: string;
  readonly planned: PlannedPart;
  readonly spoke: Set<string>;
  /** By "answered takenFor": the first sight of it, and how many seeds show it. */
  readonly confusions: Map<
    string,
    { readonly first: Confusion; readonly seed: string; readonly seeds: Set<string> }
  >;
  pairs: number;
}

/**
 * Under the first twenty seeds every sample and every whole work is judged, under the others those samples that speak
 * for a rule: readings with answers of their own are compared under every seed anyway. So are options by themselves;
 * their pairs are compared all under the first seed, and in turns under the others.
 */
export function surveySeeds(
  questions: readonly Question[],
  material: Material,
  { seeds, onSeed }: { readonly seeds: readonly string[]; readonly onSeed: (seed: string) => void },
  { shown, forRules }: ObservedSamples,
): Survey {
  const notes = new Map<string, Notes>();
  const problems: Problem[] = [];
  const firstPlan = planQuestions(questions, seeds[0] ?? "verify");
  const memory = createMemory(firstPlan);
  // What readings explain their work does not depend on the seed; only their answers do.
  const others = material.others.map((work) => ({ work, ...judgeSolution(firstPlan, work, memory) }));
  for (const [index, seed] of seeds.entries()) {
    const plan = planQuestions(questions, seed);
    const full = judgeSolution(plan, material.fullMarks, memory);
    const rest = others.map(({ work, judged }) => ({
      ...judged,
      answers: answerPlan(plan, work, memory),
    }));
    const slice = { step: index < seedsForAllPairs ? 1 : pairsInTurn, first: index };
    compare(plan, [full.judged, ...rest], slice, notes);
    const isAsked = (sample: Sample): boolean => index < seedsForAllSamples || forRules.has(sample.name);
    problems.push(
      ...complainAboutLost(full.verdicts, material.fullMarks, seed),
      ...complainAboutLost(
        judgeSolution(plan, material.reference, memory).verdicts,
        material.reference,
        seed,
      ),
      ...checkStarter(plan, material.starter, memory),
      ...checkSamples(plan, listAskedSamples(questions, material, isAsked), memory),
      ...(index < seedsForAllSamples ? others.flatMap((one) => checkSteady(plan, one, memory)) : []),
    );
    onSeed(seed);
  }
  const seen = [...notes.values()];
  return {
    problems: [...dropRepeated(problems), ...seen.flatMap((one) => listProblems(one, seeds.length))],
    parts: seen.map((one) => report(one, shown)),
  };
}

function complainAboutLost(verdicts: readonly QuestionVerdict[], { name }: Solution, seed: string) {
  return verdicts.flatMap((one) => complainAbout(one, one.maxPoints, name, seed));
}

function checkStarter(plan: Plan, starter: Solution, memory: Memory): readonly Problem[] {
  const { verdicts } = judgeSolution(plan, starter, memory);
  return verdicts.flatMap((one) => complainAbout(one, "0", starter.name, plan.seed));
}

interface JudgedWork {
  readonly work: Solution;
  /** Under the first seed. */
  readonly verdicts: readonly QuestionVerdict[];
}

/** Whole works with errors of all kinds earn under every seed what they earn under the first. */
function checkSteady(plan: Plan, { work, verdicts }: JudgedWork, memory: Memory): readonly Problem[] {
  const first = new Map(verdicts.map((one) => [one.id, one.status === "not_graded" ? "0" : one.points]));
  return judgeSolution(plan, work, memory).verdicts.flatMap((one) =>
    complainAbout(one, first.get(one.id) ?? "0", work.name, plan.seed),
  );
}

interface AskedSamples {
  readonly question: Question;
  readonly samples: readonly Sample[];
}

function listAskedSamples(
  questions: readonly Question[],
  material: Material,
  isAsked: (sample: Sample) => boolean,
): readonly AskedSamples[] {
  return questions.map((question) => ({
    question,
    samples: getMaterial(material, question).samples.filter(isAsked),
  }));
}

function checkSamples(plan: Plan, asked: readonly AskedSamples[], memory: Memory): readonly Problem[] {
  return asked.flatMap(({ question, samples }) => {
    return judgeSamples(plan, question, samples, memory).flatMap(({ sample, verdict }) =>
      complainAbout(verdict, sample.points, `sample ${sample.name}`, plan.seed),
    );
  });
}

function compare(
  plan: Plan,
  judged: readonly JudgedSolution[],
  slice: PairSlice,
  notes: Map<string, Notes>,
): void {
  for (const planned of plan.questions) {
    if (planned.kind === "faulty") continue;
    for (const part of planned.parts) {
      const place = `${planned.question.id}/${part.part.id}`;
      const mine = notes.get(place) ?? openNotes(planned.question.id, part);
      notes.set(place, mine);
      if (part.kind !== "call") continue;
      for (const seen of compareSolutions(part, judged, slice)) note(mine, seen, plan.seed);
    }
  }
}

/** Stops at the first solution that no reading looked at: the others would show the same. */
function compareSolutions(
  { part, cases }: Extract<PlannedPart, { kind: "call" }>,
  solutions: readonly JudgedSolution[],
  slice: PairSlice,
): readonly Separation[] {
  const all: Separation[] = [];
  for (const judged of solutions) {
    const seen = separateReadings(part, cases, judged, slice);
    all.push(seen);
    if (!seen.looksBack) break;
  }
  return all;
}

function openNotes(question: string, planned: PlannedPart): Notes {
  return { question, planned, spoke: new Set(), confusions: new Map(), pairs: 0 };
}

function note(notes: Notes, seen: Separation, seed: string): void {
  notes.pairs += seen.pairs;
  for (const id of seen.spoke) notes.spoke.add(id);
  for (const first of seen.confusions) {
    const key = `${first.answered} ${first.takenFor}`;
    const known = notes.confusions.get(key) ?? { first, seed, seeds: new Set() };
    known.seeds.add(seed);
    notes.confusions.set(key, known);
  }
}

function listProblems({ question, planned, confusions }: Notes, seeds: number): readonly Problem[] {
  // Options together are named with their credit already.
  const nameWithCredit = (id: string): string => {
    const credit = planned.part.readings.find((one) => one.id === id)?.credit;
    return credit === undefined ? id : `${id} (${credit})`;
  };
  return [...confusions.values()]
    .filter(({ first }) => !first.isHarmless)
    .map(({ first: { answered, takenFor, judged }, seed, seeds: { size } }) => ({
      check: "separation",
      place: namePlace(question, planned.part.id),
      says: `answers by ${nameWithCredit(answered)} are taken for ${nameWithCredit(takenFor)}: seed ${seed}, ${size} of ${seeds} seeds, beside ${judged}`,
    }));
}

function report(
  { question, planned, spoke, confusions, pairs }: Notes,
  shown: ReadonlySet<string>,
): PartReport {
  const seen = [...confusions.values()].map(({ first }) => first);
  const list = (id: string, isHarmless: boolean): readonly string[] =>
    seen.filter((one) => one.answered === id && one.isHarmless === isHarmless).map((one) => one.takenFor);
  return {
    question,
    part: planned.part.id,
    pairs,
    readings: planned.part.readings.map((reading) => ({
      id: reading.id,
      kind: "kind" in reading ? reading.kind : "text",
      credit: reading.credit,
      takenFor: list(reading.id, false),
      sameAs: list(reading.id, true),
      isRecognised: spoke.has(reading.id) || shown.has(nameReading(question, planned.part.id, reading.id)),
    })),
  };
}

/** The same complaint for a hundred seeds is one complaint. */
function dropRepeated(problems: readonly Problem[]): readonly Problem[] {
  const places = problems.map(({ place, says }) => `${place} ${says.replace(/, seed [^:]*:/, "")}`);
  return problems.filter((_, index) => places.indexOf(places[index] as string) === index);
}
