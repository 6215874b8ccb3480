/** From a count of parameters to bytes: four each, of the true count or of the student's own. */
import { type Count, isClose, isSameCount, readCountField } from "../../contract/answers";
import type { Reading, RuleReading, Trial } from "../../contract/question";
import type { ConvNeXtV2 } from "../../contract/value";
import { type ByteCount, findByteUnit } from "../kit/byte-units";
import { countTrue, isRounded } from "./counts";

type ByteTrial = Trial<ConvNeXtV2, Count>;

/** The name under which a case consults the same answer's `params`. */
export const ownAnswer = "own";

function readOwnParams({ earlier }: ByteTrial): bigint | undefined {
  const read = readCountField(earlier.answer(ownAnswer), "params");
  if (!read.ok) return undefined;
  if (typeof read.answer === "bigint") return read.answer;
  return Number.isInteger(read.answer) ? BigInt(read.answer) : undefined;
}

/**
 * The student's own counts, if one may build on them: whole, positive, never smaller for a larger published model, and
 * of the right order everywhere. Made-up numbers carry nothing.
 */
function listOwnParams(trials: readonly ByteTrial[]): readonly bigint[] | undefined {
  const counts = trials.flatMap((trial) => {
    const own = readOwnParams(trial);
    return own === undefined ? [] : [{ arch: trial.input, exact: countTrue(trial.input), own }];
  });
  if (counts.length < trials.length || !counts.every(isOfRightOrder)) return undefined;
  const published = counts
    .filter(({ arch }) => arch.numClasses === 1000 && arch.inChannels === 3)
    .sort((a, b) => (a.exact < b.exact ? -1 : 1));
  const isOrdered = published.every((one, index) => one.own >= (published[index - 1]?.own ?? 0n));
  return isOrdered ? counts.map(({ own }) => own) : undefined;
}

function isOfRightOrder({ exact, own }: { readonly exact: bigint; readonly own: bigint }): boolean {
  return own > 0n && own * 100n >= exact && own <= exact * 100n;
}

/** The student's own counts where they are roundings of the true ones, in parameters or in millions of them. */
function listRoundedParams(trials: readonly ByteTrial[]): readonly bigint[] | undefined {
  const counts = trials.flatMap(({ input, earlier }) => {
    const read = readCountField(earlier.answer(ownAnswer), "params");
    const exact = Number(countTrue(input));
    if (!read.ok || !isRounded(exact, Number(read.answer))) return [];
    const [count, millions] = [Number(read.answer), Number(read.answer) * 1e6];
    const isInMillions = Math.abs(millions - exact) < Math.abs(count - exact);
    return [BigInt(Math.round(isInMillions ? millions : count))];
  });
  return counts.length === trials.length ? counts : undefined;
}

function pair(trials: readonly ByteTrial[], params: readonly bigint[], bytesEach: bigint): ByteCount[] {
  return trials.map(({ answer }, index) => ({ exact: bytesEach * (params[index] ?? 0n), came: answer }));
}

const isExact = (counts: readonly ByteCount[]): boolean =>
  counts.every(({ exact, came }) => isSameCount(exact, came) || isSameProduct(exact, came));

/** 4 * 197.96 * 1e6 misses a whole number by the last digit of a double. */
const isSameProduct = (exact: Count, came: Count): boolean =>
  !Number.isInteger(Number(came)) && isClose(Number(exact), Number(came), 1e-14);

const isInSomeUnit = (counts: readonly ByteCount[]): boolean =>
  isExact(counts) || findByteUnit(counts) !== undefined;

const listTrue = (trials: readonly ByteTrial[]): bigint[] => trials.map(({ input }) => countTrue(input));

/** So many bytes for each parameter, of the true count or of the student's own. */
function bytesEach(id: string, bytes: bigint): RuleReading<ConvNeXtV2, Count> {
  return {
    id,
    kind: "misconception",
    credit: "0.25",
    accepts: (trials) =>
      [listTrue(trials), listOwnParams(trials), listRoundedParams(trials)].some(
        (params) => params !== undefined && isInSomeUnit(pair(trials, params, bytes)),
      ),
  };
}

export const byteReadings: readonly Reading<ConvNeXtV2, Count>[] = [
  { id: "four-bytes-each", kind: "reference", credit: "1", answer: (arch) => 4n * countTrue(arch) },
  {
    id: "larger-unit",
    kind: "convention",
    credit: "1",
    accepts: (trials) => findByteUnit(pair(trials, listTrue(trials), 4n)) !== undefined,
  },
  {
    id: "four-bytes-of-own-count",
    kind: "carried",
    credit: "1",
    accepts: (trials) =>
      [listOwnParams(trials), listRoundedParams(trials)].some(
        (own) => own !== undefined && isInSomeUnit(pair(trials, own, 4n)),
      ),
  },
  bytesEach("half-precision", 2n),
  bytesEach("one-byte-each", 1n),
  bytesEach("double-precision-or-gradients", 8n),
  bytesEach("moments-added", 12n),
  bytesEach("adam-added", 16n),
  bytesEach("bits", 32n),
  {
    // `sys.getsizeof(model)` and its like: the handle's size, whatever the model.
    id: "object-size",
    kind: "misconception",
    credit: "0",
    accepts: (trials) => trials.every(({ answer }) => Number(answer) >= 16 && Number(answer) <= 128),
  },
];
