/** Hidden names for Task 1: each separates a way of hashing or of converting from another. */
import { hashNameToBytes } from "../../../reference/bytes";
import type { Case, Random } from "../../contract/question";

const edgeNames: readonly (readonly [id: string, why: string, name: string])[] = [
  ["capitals", "a name in lower case gives another digest", "MiXeD Straße Nº 7"],
  ["composed", "an accent as one character", "caf\u00e9"],
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

/** Twelve times as many as it takes to find one; after that, the amount is one that anybody can look up. */
const mostNames = 160_000;
const smallAmount = 2 ** 28;

/** Of a larger amount a kilobyte more or less is nothing. Neither kilobytes nor tenths of megabytes are whole. */
function drawSmallName(random: Random): string {
  const start = drawName(random);
  for (let number = 0; number < mostNames; number += 1) {
    const name = `${start} ${number}`;
    const bytes = Number(hashNameToBytes(name));
    if (
      bytes < smallAmount &&
      isFarFromWhole(bytes / 1024, 0.3) &&
      isFarFromWhole((10 * bytes) / 1024 ** 2, 0.1)
    )
      return name;
  }
  return "seed 752633";
}

const isFarFromWhole = (amount: number, distance: number): boolean =>
  amount % 1 > distance && amount % 1 < 1 - distance;

type Draw = (random: Random) => string;

/** What only such names tell apart is told of none that can be looked up. */
const drawnEdges: readonly (readonly [id: string, why: string, draw: Draw])[] = [
  [
    "blanks",
    "blanks at both ends count: a trimmed name gives another digest",
    (random) => `  ${drawName(random)}  `,
  ],
  [
    "decomposed",
    "an accent as two characters: normalising changes the digest",
    (random) => `${drawName(random)}e\u0301`,
  ],
  ["small", "small enough that whole kilobytes lose some of the amount", drawSmallName],
];

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
    ...drawnEdges.map(([id, why, draw]) => ({
      id,
      source: "edge" as const,
      isDrawn: true as const,
      why,
      input: draw(random),
    })),
    ...drawn,
  ];
}
