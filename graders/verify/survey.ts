/** The checks that depend on the hidden cases, over many seeds: whole works' marks, and readings told apart. */
import type { Question } from "../contract";
import type { ExplainedParts } from "../engine/given";
import { judgeSubmission } from "../engine/judge";
import { type Plan, type PlannedPart, planQuestions } from "../engine/plan";
import type { QuestionVerdict } from "../verdict";
import { answerPlan } from "./answer-in-process";
import { complainAbout } from "./marks";
import { getMaterial, type Material, type Work } from "./material";
import { namePlace, nameReading, type Problem } from "./problem";
import { judgeSamples } from "./samples";
import { type Confusion, type Standing, separateReadings } from "./separation";

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

/** @param shown names of the readings that samples show */
export function surveySeeds(
  questions: readonly Question[],
  material: Material,
  seeds: readonly string[],
  shown: ReadonlySet<string>,
  onSeed: (seed: string) => void,
): Survey {
  const notes = new Map<string, Notes>();
  const problems: Problem[] = [];
  const others = seeds.slice(0, 1).flatMap((seed) => {
    const plan = planQuestions(questions, seed);
    return material.others.map((work) => ({ work, standing: judge(plan, work).standing }));
  });
  for (const seed of seeds) {
    const plan = planQuestions(questions, seed);
    const full = judge(plan, material.fullMarks);
    // What readings explain their work does not depend on the seed; only their answers do.
    const rest = others.map(({ work, standing }) => ({ ...standing, answers: answerPlan(plan, work) }));
    compare(plan, [full.standing, ...rest], seed, notes);
    problems.push(...checkMarks(questions, plan, material, full.verdicts));
    onSeed(seed);
  }
  const seen = [...notes.values()];
  return {
    problems: [...dropRepeated(problems), ...seen.flatMap((one) => listProblems(one, seeds.length))],
    parts: seen.map((one) => report(one, shown)),
  };
}

/** The marks of whole works and of every sample under one seed. */
function checkMarks(
  questions: readonly Question[],
  plan: Plan,
  material: Material,
  full: readonly QuestionVerdict[],
): readonly Problem[] {
  const { fullMarks, starter } = material;
  return [
    ...full.flatMap((one) => complainAbout(one, one.maxPoints, fullMarks.name, plan.seed)),
    ...judge(plan, starter).verdicts.flatMap((one) => complainAbout(one, "0", starter.name, plan.seed)),
    ...questions.flatMap((question) =>
      judgeSamples(plan, question, getMaterial(material, question).samples).flatMap(({ sample, verdict }) =>
        complainAbout(verdict, sample.points, `sample ${sample.name}`, plan.seed),
      ),
    ),
  ];
}

/** Somebody's work on all questions: the verdicts, and what later answers may follow from. */
function judge(plan: Plan, work: Work) {
  const answers = answerPlan(plan, work);
  const verdicts = judgeSubmission(plan, answers);
  const graded = verdicts.flatMap((one) => (one.status === "not_graded" ? [] : [one]));
  const explained: ExplainedParts = new Map(
    graded.flatMap(({ id, parts }) =>
      parts.flatMap(({ id: part, finding }): [string, string][] =>
        finding.kind === "explained" ? [[`${id}/${part}`, finding.reading.id]] : [],
      ),
    ),
  );
  const isRight = graded.length === verdicts.length && graded.every((one) => one.points === one.maxPoints);
  const standing: Standing = { name: work.name, answers, explained, isRight };
  return { verdicts, standing };
}

function compare(plan: Plan, standings: readonly Standing[], seed: string, notes: Map<string, Notes>): void {
  for (const planned of plan.questions) {
    if (planned.kind === "faulty") continue;
    for (const part of planned.parts) {
      const place = `${planned.question.id}/${part.part.id}`;
      const mine = notes.get(place) ?? openNotes(planned.question.id, part);
      notes.set(place, mine);
      if (part.kind === "call") compareStandings(mine, part, standings, seed);
    }
  }
}

/** Stops at the first standing that no reading looked at: the others would show the same. */
function compareStandings(
  notes: Notes,
  { part, cases }: Extract<PlannedPart, { kind: "call" }>,
  standings: readonly Standing[],
  seed: string,
): void {
  for (const standing of standings) {
    const seen = separateReadings(part, cases, standing);
    note(notes, seen, seed);
    if (!seen.looksBack) return;
  }
}

function openNotes(question: string, planned: PlannedPart): Notes {
  return { question, planned, spoke: new Set(), confusions: new Map(), pairs: 0 };
}

function note(notes: Notes, seen: ReturnType<typeof separateReadings>, seed: string): void {
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
  const creditOf = (id: string): string =>
    planned.part.readings.find((one) => one.id === id)?.credit ?? "all of its readings' share";
  return [...confusions.values()]
    .filter(({ first }) => !first.isHarmless)
    .map(({ first: { answered, takenFor, standing }, seed, seeds: { size } }) => ({
      check: "separation",
      place: namePlace(question, planned.part.id),
      says: `answers by ${answered} (${creditOf(answered)}) are taken for ${takenFor} (${creditOf(takenFor)}): seed ${seed}, ${size} of ${seeds} seeds, beside ${standing}`,
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
