/** Hidden names for Task 1: each separates a way of hashing or of converting from another. */
import type { Case, Random } from "../../contract/question";

const edgeNames: readonly (readonly [id: string, why: string, name: string])[] = [
  ["blanks", "blanks at both ends count: a trimmed name gives another digest", "  two blanks  "],
  ["capitals", "a name in lower case gives another digest", "MiXeD Straße Nº 7"],
  ["composed", "an accent as one character", "caf\u00e9"],
  ["decomposed", "the same accent as two characters: normalising changes the digest", "cafe\u0301"],
  ["astral", "characters beyond 16 bits, joined", "\u{1f469}\u200d\u{1f4bb} \u{1f680}"],
  ["long", "longer than one block of the hash", "ab ".repeat(700)],
  ["less-than-a-megabyte", "small enough that whole numbers lose most of the amount", "seed 752633"],
  ["less-than-a-megabyte-2", "small, with another fraction", "seed 1331145"],
  ["kilobytes-above-a-half", "whole KB differ by whether they are cut or rounded", "seed 108431"],
  ["almost-2-40", "close to the largest amount there is", "seed 6021904"],
];

const letters = [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 -'.éüñøßжλ漢"];

function drawName(random: Random): string {
  return Array.from({ length: random.integer(3, 24) }, () => random.pick(letters)).join("");
}

export function listCases(random: Random): readonly Case<string>[] {
  const edges = edgeNames.map(([id, why, input]) => ({ id, source: "edge" as const, why, input }));
  const drawn = Array.from({ length: 6 }, (_, index) => ({
    id: `random-${index + 1}`,
    source: "random" as const,
    why: "a name nobody can have seen",
    input: drawName(random),
  }));
  return [
    { id: "notebook", source: "notebook", why: "the notebook's own name, which is empty", input: "" },
    ...edges,
    ...drawn,
  ];
}
