/** What is known of the student's own peak of a recording, for those who build on it. */
import type { FoundIds } from "../../contract/earlier";

/** Findings about a peak that earn nothing there: nothing builds on them. */
const worthless = ["frees-added", "largest-tensor"];

/** @param finding what explained the peak; undefined where nothing did */
export function isWorthlessPeak(finding: FoundIds | undefined): boolean {
  return worthless.some((id) => finding?.has(id));
}
