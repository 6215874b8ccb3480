/** What is known of the student's own peak of a recording, for those who build on it. */

/** Findings about a peak that earn nothing there: nothing builds on them. */
const worthless: ReadonlySet<string> = new Set(["frees-added", "largest-tensor"]);

/** @param finding what explained the peak; undefined where nothing did */
export function isWorthlessPeak(finding: string | undefined): boolean {
  return finding?.split("+").some((id) => worthless.has(id)) === true;
}
