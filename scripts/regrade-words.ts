/** What judging again would change, or did, on the terminal. */
import type { Regrade } from "../graders/grade/regrade/regrade";
import { type ComparisonFlags, printComparison } from "./compare";
import { toPlainText, yellow } from "./terminal/colors";

export function printRegrade({ notices, comparison, left }: Regrade, flags: ComparisonFlags): void {
  for (const notice of notices) console.error(notice);
  printComparison(comparison, flags);
  for (const { id, because } of left)
    console.error(yellow(`left as it is: ${toPlainText(id)}: ${toPlainText(because)}`));
}

/** The last lines: how many marks came about how, and what was done about it. */
export function accountFor({ judged, run, standing, left }: Regrade, isApplied: boolean): string {
  const counts = [
    `${judged.length} judged again from the answers on record`,
    `${run.length} run again`,
    `${standing} marks stand as they are`,
    ...(left.length > 0 ? [`${left.length} left as they are`] : []),
  ];
  const end = isApplied
    ? "the old records lie in history/, the reason in staff/regrades.jsonl"
    : 'nothing was replaced; --apply --why "…" --by … does that';
  return `${counts.join(" · ")}\n${judged.length + run.length === 0 ? "there is nothing to replace" : end}`;
}
