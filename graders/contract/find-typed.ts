/** Names that people type for what others have called: keyboards and file systems write one letter in several ways. Pure. */
import { normalise } from "./normalise";

/** The name itself, or the only one that differs from it in nothing but its Unicode form. */
export function findTyped(typed: string, known: readonly string[]): string | undefined {
  if (known.includes(typed)) return typed;
  const form = normalise(typed, "NFC");
  const [only, ...others] = known.filter((one) => normalise(one, "NFC") === form);
  return others.length === 0 ? only : undefined;
}
