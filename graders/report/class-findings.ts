/** What a class's answers show: misconceptions, errors that were carried along, and what nothing explains. Pure. */

import { compareText } from "../contract/compare-text";
import type { Observation } from "../contract/observation";
import type { SubmissionRecord } from "../contract/record";
import { isJudged } from "../contract/recorded-question";
import { writeFormula } from "../wording/observations";
import type { Sentences } from "../wording/sentences-shape";
import { listCarryLinks } from "./carry-chain";
import type { ClassFacts, LinkView } from "./class-input";
import { Sentence } from "./leaves";
import { countMisconceptions } from "./misconceptions";

/** Who is behind a number. */
interface CountedView {
  readonly count: number;
  readonly madeBy: readonly LinkView[];
}

export interface MisconceptionView extends CountedView {
  readonly questionTitle: string;
  /** Id of the option, as in the rubric; null where it is not to be told. */
  readonly option: string | null;
  readonly says: Sentence;
}

export interface CarriedView extends CountedView {
  readonly from: string;
  readonly to: string;
}

export interface UnexplainedView extends CountedView {
  readonly questionTitle: string;
  readonly says: Sentence;
  /** The whole of it, where the answers follow one. */
  readonly formula: string | null;
  /** "0 / 7", the most that any of them has right. */
  readonly casesRight: string;
}

export function viewMisconceptions(facts: ClassFacts): readonly MisconceptionView[] {
  const titleOf = titles(facts);
  return countMisconceptions(facts.records, facts.assignment.questions).map(
    ({ question, reading, says, madeBy }) => ({
      questionTitle: titleOf(question),
      option: reading,
      says: new Sentence(says),
      ...count(madeBy, facts),
    }),
  );
}

/** Only where an earlier slip was really carried; the most frequent first. */
export function viewCarried(facts: ClassFacts): readonly CarriedView[] {
  const titleOf = titles(facts);
  const links = facts.records.flatMap((record) =>
    listCarryLinks(record, facts.assignment)
      .filter((one) => one.isCarried)
      .map(({ from, to }) => ({ key: JSON.stringify([from, to]), from, to, id: record.submission.id })),
  );
  return group(links).map(([{ from, to }, ids]) => ({
    from: titleOf(from),
    to: titleOf(to),
    ...count(ids, facts),
  }));
}

/** Whose answers to a part show the same thing first; the most frequent first. */
export function viewUnexplained(facts: ClassFacts, { findings }: Sentences): readonly UnexplainedView[] {
  const found = facts.records.flatMap((record) => listUnexplained(record));
  const titleOf = titles(facts);
  return group(found).map(([first, ids]) => ({
    questionTitle: first.isPart ? `${titleOf(first.question)} (${first.part})` : titleOf(first.question),
    says: new Sentence(findings.observed(first.observation)),
    formula: first.observation.kind === "formula" ? writeFormula(first.observation.terms) : null,
    casesRight: `${mostRight(found, first.key)} / ${first.cases}`,
    ...count(ids, facts),
  }));
}

interface Keyed {
  /** The same for all that belong together. */
  readonly key: string;
  /** Of the submission. */
  readonly id: string;
}

interface UnexplainedPart extends Keyed {
  readonly question: string;
  readonly part: string;
  readonly isPart: boolean;
  readonly observation: Observation;
  readonly right: number;
  readonly cases: number;
}

function listUnexplained({ submission, questions }: SubmissionRecord): readonly UnexplainedPart[] {
  return questions.flatMap((recorded) =>
    isJudged(recorded)
      ? recorded.parts.flatMap(({ id: part, finding }): readonly UnexplainedPart[] => {
          if (finding.kind !== "unexplained") return [];
          const { casesRight: right, cases, observations } = finding;
          const observation = observations[0] ?? { kind: "partly-right", right, cases };
          const key = JSON.stringify([recorded.id, part, observation]);
          const isPart = recorded.parts.length > 1;
          return [{ key, id: submission.id, question: recorded.id, part, isPart, observation, right, cases }];
        })
      : [],
  );
}

function mostRight(all: readonly UnexplainedPart[], key: string): number {
  return all.reduce((most, one) => (one.key === key ? Math.max(most, one.right) : most), 0);
}

/** The first of each key with all ids of its group, the largest group first, equal ones by their key: no order of people. */
function group<Item extends Keyed>(items: readonly Item[]): readonly (readonly [Item, readonly string[]])[] {
  const groups = new Map<string, { first: Item; ids: Set<string> }>();
  for (const item of items) {
    const entry = groups.get(item.key) ?? { first: item, ids: new Set<string>() };
    groups.set(item.key, entry);
    entry.ids.add(item.id);
  }
  return [...groups.values()]
    .map(({ first, ids }) => [first, [...ids]] as const)
    .sort(([a, idsOfA], [b, idsOfB]) => idsOfB.length - idsOfA.length || compareText(a.key, b.key));
}

function titles({ assignment }: ClassFacts): (id: string) => string {
  const byId = new Map(assignment.questions.map((one) => [one.id, one.feedback.title]));
  return (id) => byId.get(id) ?? id;
}

function count(ids: readonly string[], { link }: ClassFacts): CountedView {
  return { count: ids.length, madeBy: ids.map(link) };
}
