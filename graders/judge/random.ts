/** Seeded randomness for hidden cases; the one doorway to pure-rand. */
import { createHash } from "node:crypto";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { Random } from "../contract/question";

/**
 * An independent stream per label, so that adding a question never changes the cases of another.
 *
 * @param seed the run's seed, as recorded
 * @param label who draws, e.g. "padding/padding"
 */
export function createRandom(seed: string, label: string): Random {
  const digest = createHash("sha256").update(`${seed}\n${label}`).digest();
  const generator = xoroshiro128plus(digest.readInt32LE(0));
  const integer = (min: number, max: number): number => uniformInt(generator, min, max);
  return {
    integer,
    real: (min, max) => min + (max - min) * uniformFloat64(generator),
    pick: (items) => {
      const item = items[integer(0, items.length - 1)];
      if (item === undefined) throw new RangeError("pick: expected a list with at least one item, got none");
      return item;
    },
  };
}
