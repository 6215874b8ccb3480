/** How far two people agree who decided about the same answers. Pure. */

import type { Assignment } from "../../contract/assignment";
import { isSettled } from "../../contract/hand-mark";
import { comparePoints, formatPoints } from "../../contract/points";
import type { SubmissionRecord } from "../../contract/record";
import { hasPoints } from "../../contract/recorded-question";
import { applyMarks } from "../../records/hand-marks/apply";
import type { StandingMarks } from "../../records/hand-marks/standing";

export interface Agreement {
  /** Null for all questions together. */
  readonly question: string | null;
  readonly answers: number;
  /** To how many of them both gave the same points. */
  readonly same: number;
  /** Cohen's kappa over the points that were given: 1 for full agreement, 0 for what chance would do; null where both gave the same to all. */
  readonly kappa: number | null;
}

interface Rated {
  readonly question: string;
  readonly first: string;
  readonly second: string;
}

/** All together first, then each question that both decided about. */
export function measureAgreement(
  {
    records,
    first,
    second,
  }: {
    readonly records: readonly SubmissionRecord[];
    readonly first: StandingMarks;
    readonly second: StandingMarks;
  },
  assignment: Assignment,
): readonly Agreement[] {
  const rated = records.flatMap((record): readonly Rated[] => {
    const [one, two] = [first, second].map((standing) => listGiven(record, standing, assignment));
    return record.questions.flatMap(({ id }) => {
      const [a, b] = [one?.get(id), two?.get(id)];
      return a === undefined || b === undefined ? [] : [{ question: id, first: a, second: b }];
    });
  });
  const questions = assignment.questions.map(({ id }) => id);
  const byQuestion = questions.map((id) => [id, rated.filter(({ question }) => question === id)] as const);
  return [
    measure(null, rated),
    ...byQuestion.flatMap(([id, own]) => (own.length === 0 ? [] : [measure(id, own)])),
  ];
}

/** What was given, by question, where marks stand and count: "full" and "none" are the same whatever a question is worth. */
function listGiven(
  record: SubmissionRecord,
  standing: StandingMarks,
  assignment: Assignment,
): ReadonlyMap<string, string> {
  const marked = applyMarks(record, standing, assignment);
  const given = marked.questions.flatMap((one) => {
    const counts = isSettled(marked.marks?.[one.id]) && hasPoints(one);
    return counts ? [[one.id, nameLevel(one.points, one.maxPoints)] as const] : [];
  });
  return new Map(given);
}

function nameLevel(points: string, maxPoints: string): string {
  if (comparePoints(points, "0") === 0) return "none";
  return comparePoints(points, maxPoints) === 0 ? "full" : formatPoints(points);
}

function measure(question: string | null, rated: readonly Rated[]): Agreement {
  const answers = rated.length;
  const same = rated.filter(({ first, second }) => first === second).length;
  const levels = new Set(rated.flatMap(({ first, second }) => [first, second]));
  const byChance = [...levels].reduce((sum, level) => {
    const [ofFirst, ofSecond] = [
      rated.filter(({ first }) => first === level).length,
      rated.filter(({ second }) => second === level).length,
    ];
    return sum + (ofFirst * ofSecond) / answers ** 2;
  }, 0);
  const kappa = answers === 0 || byChance === 1 ? null : (same / answers - byChance) / (1 - byChance);
  return { question, answers, same, kappa };
}
