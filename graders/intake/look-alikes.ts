/** Names that a person takes for the same although no computer does. */
import { normalise } from "../contract/normalise";

const invisible = /[\p{Cf}\p{Mn}\p{Me}]/gu;

/** Groups of two and more that differ only in case, Unicode form, blanks at the end or what cannot be seen. */
export function findLookAlikes(names: readonly string[]): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const seen = fold(name);
    groups.set(seen, [...(groups.get(seen) ?? []), name]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** Accents stay: "Rene" and "René" are two people. */
function fold(name: string): string {
  const composed = normalise(name, "NFKC").replace(invisible, "");
  return composed.toLowerCase().replace(/\s+/g, " ").trim();
}
