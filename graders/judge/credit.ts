/** What a finding is worth. */
import { comparePoints, multiplyCredits } from "../contract/points";
import type { PartFinding, SpoiltCases } from "../contract/verdict";

/** What remains of the credit where a few cases have no answer. */
const spoiltCredit = "0.75";
/** What remains where earlier work is built upon that nothing explains. */
const unprovenCredit = "0.5";

/** @returns share of the part's points: a decimal from 0 to 1 */
export function getCredit(finding: PartFinding): string {
  switch (finding.kind) {
    case "explained":
      return multiplyCredits([
        spoil(finding.reading.credit, finding.spoilt),
        ...(finding.unproven === undefined ? [] : [unprovenCredit]),
      ]);
    case "mixed":
      return finding.readings.map((one) => one.credit).reduce(least);
    case "unexplained":
    case "unanswered":
    case "malformed":
    case "failed":
      return "0";
  }
}

function spoil(credit: string, spoilt: SpoiltCases | undefined): string {
  if (spoilt === undefined) return credit;
  const most = multiplyCredits([credit, spoiltCredit]);
  return spoilt.mayHide === undefined ? most : least(most, spoilt.mayHide);
}

const least = (a: string, b: string): string => (comparePoints(a, b) < 0 ? a : b);

/** Earned a quarter at most: too much is wrong for what follows to be as hard as what was asked. */
export const isPoor = (finding: PartFinding): boolean => comparePoints(getCredit(finding), "0.25") <= 0;

export const isWorthless = (finding: PartFinding): boolean => comparePoints(getCredit(finding), "0") === 0;
