/**
 * The algorithms of batch norm as families of counts, alpha per element and kappa per channel. Which kappa it is
 * depends on what is counted per channel (square root, epsilon, running statistics, m or m - 1 additions), so a
 * family takes any in a range.
 */

/** A family of accepted counts. */
export interface Family {
  readonly id: string;
  readonly perElement: bigint;
  readonly leastPerChannel: bigint;
}

const mostPerChannel = 40n;

/** Two sums of m - 1 additions each, and nothing else per channel. */
const least = -2n;
/** Forms that multiply each element cannot do without a division per channel, for its reciprocal. */
const leastWithReciprocal = 8n;

export const families: readonly Family[] = [
  { id: "literal-otherwise-per-channel", perElement: 11n, leastPerChannel: least },
  { id: "shared-or-one-pass", perElement: 10n, leastPerChannel: least },
  { id: "reciprocal", perElement: 8n, leastPerChannel: leastWithReciprocal },
  { id: "reciprocal-shared-or-one-pass", perElement: 7n, leastPerChannel: leastWithReciprocal },
  { id: "folded", perElement: 6n, leastPerChannel: leastWithReciprocal },
  { id: "folded-one-pass", perElement: 5n, leastPerChannel: leastWithReciprocal },
  { id: "welford", perElement: 16n, leastPerChannel: least },
  { id: "welford-reciprocal", perElement: 13n, leastPerChannel: least },
];

/** True for a count that a correct algorithm has. */
export function isInFamily(perElement: bigint, perChannel: bigint): boolean {
  return families.some((family) => family.perElement === perElement && isOfFamily(family, perChannel));
}

export function isOfFamily(family: Family, perChannel: bigint): boolean {
  return perChannel >= family.leastPerChannel && perChannel <= mostPerChannel;
}

/** True for the cost per element of some correct algorithm, whatever is done with the rest. */
export function isFamilyCost(perElement: bigint): boolean {
  return families.some((family) => family.perElement === perElement);
}

/** True for a plausible amount of work per channel, or per whatever was taken for a channel. */
export function isPlausiblePerChannel(perChannel: bigint): boolean {
  return perChannel >= least && perChannel <= mostPerChannel;
}
