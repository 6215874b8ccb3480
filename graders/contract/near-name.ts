/** "Did you mean …": the name that was probably meant. One doorway to fastest-levenshtein. */
import { distance } from "fastest-levenshtein";

/** The candidate that differs least, or null when all differ in more than a third of the name. */
export function findNearName(name: string, candidates: readonly string[]): string | null {
  const folded = foldName(name);
  const rated = candidates
    .map((candidate) => ({ candidate, off: distance(folded, foldName(candidate)) }))
    .sort((a, b) => a.off - b.off);
  const [best] = rated;
  return best !== undefined && best.off <= Math.floor(folded.length / 3) ? best.candidate : null;
}

/** The same for names that only habits of spelling tell apart. */
export function foldName(name: string): string {
  return name.replace(/[_$]/g, "").toLowerCase();
}
