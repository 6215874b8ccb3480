/**
 * What a student can check alone about batch norm: properties that every right count has, whatever the algorithm.
 * Equal channels cost the same, and height, width and batch are interchangeable.
 */
import { isClose } from "../../contract/answers";
import type { PublicCheck } from "../../contract/question";
import type { Call, Value } from "../../contract/value";
import { isBetween, readNumber } from "../kit/public/numbers";

function ask(...shape: readonly number[]): Call {
  const length = shape.reduce((product, size) => product * size, 1);
  return { export: "batchNormFlops", args: [{ shape, data: new Float32Array(length).fill(1.5) }] };
}

/** One channel of 6, 12 and 18 values. */
const oneChannel = [ask(1, 1, 2, 3), ask(2, 1, 2, 3), ask(3, 1, 2, 3)];
/** From a folded form to a running mean and variance. */
const perValue = { least: 5, most: 16 } as const;
/** A mean and a variance each end in a division of 4; what else people count for a channel is a few operations. */
const perChannel = { ofDivisions: 8, least: -2, most: 40 } as const;
/** Who divides every value counts more than this for it, and may see the channel's own work otherwise. */
const mostOfReciprocal = 8;

/** The number of values that all channels have, and its reciprocal. */
const mostForAll = 6;

interface Costs {
  readonly ofValue: number;
  readonly ofChannel: number;
}

function findCosts([six, twelve]: readonly Value[]): Costs {
  const ofValue = (readNumber(twelve) - readNumber(six)) / 6;
  return { ofValue, ofChannel: readNumber(six) - 6 * ofValue };
}

export const publicChecks: readonly PublicCheck[] = [
  {
    id: "positive",
    says: "the count is a whole number above 0",
    calls: [ask(3, 2, 4, 6)],
    findMismatch: ([count]) =>
      Number.isInteger(readNumber(count)) && readNumber(count) > 0 ? null : "a whole number above 0",
  },
  {
    id: "linear-in-channels",
    says: "every further channel takes as many operations as the one before, and little is done once for all of them",
    calls: [ask(3, 2, 4, 6), ask(3, 4, 4, 6), ask(3, 6, 4, 6)],
    findMismatch: (counts) => {
      const [two, four, six] = counts.map(readNumber) as [number, number, number];
      return six - four === four - two && isBetween(2 * two - four, 0, mostForAll)
        ? null
        : "as many operations more from 4 channels to 6 as from 2 to 4, and no more than a few besides";
    },
  },
  {
    id: "same-for-any-axis",
    says: "a channel's values cost the same whether they come from the batch, the height or the width",
    calls: [ask(3, 2, 4, 6), ask(6, 2, 3, 4), ask(4, 2, 6, 3)],
    findMismatch: ([a, b, c]) =>
      isClose(readNumber(a), readNumber(b), 0) && isClose(readNumber(a), readNumber(c), 0)
        ? null
        : "the same count for (3, 2, 4, 6), (6, 2, 3, 4) and (4, 2, 6, 3)",
  },
  {
    id: "straight-line-in-values",
    says: "every further value of a channel costs as much as the one before",
    calls: oneChannel,
    findMismatch: ([six, twelve, eighteen]) =>
      readNumber(eighteen) - readNumber(twelve) === readNumber(twelve) - readNumber(six)
        ? null
        : "as much more from 12 to 18 values as from 6 to 12",
  },
  {
    id: "each-value",
    says: "each value of a channel takes several operations: it goes into the mean and the variance, is normalised, scaled and shifted",
    calls: oneChannel,
    findMismatch: (answers) =>
      isBetween(findCosts(answers).ofValue, perValue.least, perValue.most)
        ? null
        : "for each value the operations of all these steps, none of them twice, and no division of a sum",
  },
  {
    id: "each-channel",
    says: "a channel takes a few operations besides those on its values: one mean, one variance and one root",
    calls: oneChannel,
    findMismatch: (answers, text) => {
      const { ofValue, ofChannel } = findCosts(answers);
      const isPlausible = isBetween(ofChannel, perChannel.least, perChannel.most);
      const isDivided = ofValue > mostOfReciprocal || ofChannel >= perChannel.ofDivisions;
      const mayBeLeftOut = ofValue > perValue.least && text.trim() !== "";
      return (ofChannel === 0 ? mayBeLeftOut : isPlausible && isDivided)
        ? null
        : "for a channel its mean and its variance, each of which ends in a division of 4, or nothing if you say that you leave them out";
    },
  },
];
