/** Changes that are the same for several submissions, told once: question by question, the largest group first. Pure. */
import type { ClassComparison, QuestionChange } from "./compare-classes";

export interface ChangeGroup extends QuestionChange {
  /** Whom it happened to, in the order of ids. */
  readonly submissions: readonly string[];
}

export interface ChangedQuestion {
  readonly question: string;
  /** How many submissions gain or lose points, or are told something else for the same. */
  readonly gains: number;
  readonly loses: number;
  readonly others: number;
  readonly groups: readonly ChangeGroup[];
}

/** @param order ids of the questions as pages list them; what is not in it follows */
export function groupChanges(
  { changed }: Pick<ClassComparison, "changed">,
  order: readonly string[],
): readonly ChangedQuestion[] {
  const groups = new Map<string, ChangeGroup>();
  for (const { submission, questions } of changed)
    for (const change of questions) {
      const key = JSON.stringify(change);
      groups.set(key, { ...change, submissions: [...(groups.get(key)?.submissions ?? []), submission] });
    }
  const all = [...groups.values()].sort((a, b) => b.submissions.length - a.submissions.length);
  const ids = new Set([...order, ...all.map(({ question }) => question)]);
  return [...ids].flatMap((question) => {
    const own = all.filter((one) => one.question === question);
    return own.length === 0 ? [] : [countQuestion(question, own)];
  });
}

function countQuestion(question: string, groups: readonly ChangeGroup[]): ChangedQuestion {
  const count = (fits: (kind: QuestionChange["kind"]) => boolean): number =>
    groups.reduce((sum, { kind, submissions }) => sum + (fits(kind) ? submissions.length : 0), 0);
  return {
    question,
    gains: count((kind) => kind === "gains"),
    loses: count((kind) => kind === "loses"),
    others: count((kind) => kind !== "gains" && kind !== "loses"),
    groups,
  };
}
