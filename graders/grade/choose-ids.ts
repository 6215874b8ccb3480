/** Which submissions a flag names. Pure. */
import { UsageError } from "../contract/faults";

/**
 * @param named as it was typed, each perhaps several: a text that is one submission's name is that, commas included
 * @throws UsageError naming those that nobody is called
 */
export function chooseIds(flag: string, named: readonly string[], ids: readonly string[]): readonly string[] {
  const known = new Set(ids);
  const split = (text: string): readonly string[] =>
    text
      .split(",")
      .map((one) => one.trim())
      .filter((one) => one !== "");
  const chosen = named.flatMap((text) => (known.has(text) ? [text] : split(text)));
  const unknown = chosen.filter((id) => !known.has(id));
  if (unknown.length > 0) throw new UsageError(`${flag}: no submission is called ${unknown.join(", ")}`);
  return chosen;
}
