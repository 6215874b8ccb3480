/** What a finding is worth. */
import { comparePoints, multiplyCredits } from "../contract/points";
import type { PartFinding } from "../contract/verdict";

/** What remains of the credit where a few cases have no answer. */
const spoiltCredit = "0.75";
/** What remains where earlier work is built upon that nothing explains. */
const unprovenCredit = "0.5";

/** @returns share of the part's points: a decimal from 0 to 1 */
export function getCredit(finding: PartFinding): string {
  switch (finding.kind) {
    case "explained":
      return multiplyCredits([
        finding.reading.credit,
        ...(finding.spoilt === undefined ? [] : [spoiltCredit]),
        ...(finding.unproven === undefined ? [] : [unprovenCredit]),
      ]);
    case "mixed":
      return finding.readings.map((one) => one.credit).reduce((a, b) => (comparePoints(a, b) < 0 ? a : b));
    case "unexplained":
    case "unanswered":
    case "malformed":
    case "failed":
      return "0";
  }
}

/** Earned a quarter at most: too much is wrong for what follows to be as hard as what was asked. */
export const isPoor = (finding: PartFinding): boolean => comparePoints(getCredit(finding), "0.25") <= 0;

export const isWorthless = (finding: PartFinding): boolean => comparePoints(getCredit(finding), "0") === 0;
