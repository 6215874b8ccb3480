/** Which submissions a flag names. Pure. */
import { UsageError } from "../contract/faults";
import { findTyped } from "../contract/find-typed";

/**
 * @param named as it was typed, each perhaps several: a text that is one submission's name is that, commas included
 * @throws UsageError naming those that nobody is called
 */
export function chooseIds(flag: string, named: readonly string[], ids: readonly string[]): readonly string[] {
  const find = (name: string): string | undefined => findTyped(name, ids);
  const split = (text: string): readonly string[] =>
    text
      .split(",")
      .map((one) => one.trim())
      .filter((one) => one !== "");
  const typed = named.flatMap((text) => (find(text) === undefined ? split(text) : [text]));
  const unknown = typed.filter((name) => find(name) === undefined);
  if (unknown.length > 0) throw new UsageError(`${flag}: no submission is called ${unknown.join(", ")}`);
  return typed.flatMap((name) => find(name) ?? []);
}
