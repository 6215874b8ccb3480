/** Seeded randomness for hidden cases; the one doorway to pure-rand. */
import { createHash, createHmac } from "node:crypto";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import type { RandomGenerator } from "pure-rand/types/RandomGenerator";
import type { Random } from "../contract/question";

/**
 * An independent stream per label, so that adding a question never changes the cases of another. Whoever knows all
 * inputs that a stream gave learns neither its next ones nor the seed nor another stream.
 *
 * @param seed of the class
 * @param label who draws, e.g. "padding/padding"
 */
export function createRandom(seed: string, label: string): Random {
  const generator = openStream(seed, label);
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

const numberBytes = 4;

/**
 * Blocks of HMAC-SHA-256, counted, under the seed as key. A generator with a state that its numbers give away, or with
 * fewer bits than the seed, would let one known input tell the hidden ones.
 */
function openStream(seed: string, label: string): RandomGenerator {
  // Apart from every digest of the seed that is written down somewhere.
  const key = createHash("sha256").update(`hidden inputs\n${seed}`).digest();
  let drawn = 0;
  let block = Buffer.alloc(0);
  const refuse = (): never => {
    throw new Error(`${label}: a stream of hidden inputs has no state to copy or to show`);
  };
  return {
    next: () => {
      const at = (drawn * numberBytes) % 32;
      if (at === 0)
        block = createHmac("sha256", key)
          .update(`${(drawn * numberBytes) / 32}\n${label}`)
          .digest();
      drawn += 1;
      return block.readInt32LE(at);
    },
    clone: refuse,
    getState: refuse,
  };
}
