/** The mutation score: of the mutants that compute something wrong, how many lose marks. */
import type { JudgedMutant, MutantResult } from "./mutant";

export interface QuestionScore {
  readonly question: string;
  readonly counts: Readonly<Record<MutantResult["kind"], number>>;
  /** killed / (killed + missed); 1 where nothing was wrong. */
  readonly score: number;
}

/** What every question must reach. */
export const leastScore = 0.99;

/** @param order ids of all questions, in the order in which they are told */
export function scoreQuestions(
  judged: readonly JudgedMutant[],
  order: readonly string[],
): readonly QuestionScore[] {
  return order.flatMap((question) => {
    const mine = judged.filter(({ result }) => result.question === question);
    if (mine.length === 0) return [];
    const counts = { killed: 0, missed: 0, accepted: 0, tolerated: 0, same: 0, broken: 0 };
    for (const { result } of mine) counts[result.kind]++;
    return [{ question, counts, score: rate(counts) }];
  });
}

function rate({ killed, missed }: QuestionScore["counts"]): number {
  return killed + missed === 0 ? 1 : killed / (killed + missed);
}
