/** Choice: by which algorithm batch norm is computed; its count is alpha per element and kappa per channel. */
import { choose } from "../kit/choice-part";

export interface PerUnit {
  readonly perElement: bigint;
  readonly perChannel: bigint;
  /**
   * What else people count per channel (square root, epsilon, running statistics, m or m - 1 additions), from the
   * least to the most.
   */
  readonly range: readonly [least: bigint, most: bigint];
}

const most = 40n;
/** From two sums of m - 1 additions each, and nothing else per channel. */
export const anything = [-2n, most] as const;
/** Forms that multiply each element cannot do without a division per channel, for its reciprocal. */
const withReciprocal = [8n, most] as const;

export const algorithm = choose<PerUnit>(
  { id: "every-line", effect: { perElement: 11n, perChannel: 8n, range: anything } },
  {
    id: "shared-or-one-pass",
    effect: { perElement: 10n, perChannel: 8n, range: anything },
    says: "Right: this is the count with a subtraction per element saved, by keeping the centred values or by a one-pass variance.",
  },
  {
    id: "reciprocal",
    effect: { perElement: 8n, perChannel: 12n, range: withReciprocal },
    says: "Right: this is the count with one division per channel and each element multiplied by the reciprocal.",
  },
  {
    id: "reciprocal-shared-or-one-pass",
    effect: { perElement: 7n, perChannel: 12n, range: withReciprocal },
    says: "Right: this is the count with one division per channel, a multiplication per element, and one pass over the elements saved.",
  },
  {
    id: "folded",
    effect: { perElement: 6n, perChannel: 15n, range: withReciprocal },
    says: "Right: this is the count with normalisation, gamma and beta folded into one scale and one shift per channel.",
  },
  {
    id: "folded-one-pass",
    effect: { perElement: 5n, perChannel: 17n, range: withReciprocal },
    says: "Right: this is the count with a one-pass variance, and one scale and one shift per channel.",
  },
  {
    id: "welford",
    effect: { perElement: 16n, perChannel: 6n, range: anything },
    says: "Right: this is the count of Welford's running mean and variance.",
  },
  {
    id: "welford-reciprocal",
    effect: { perElement: 13n, perChannel: 10n, range: anything },
    says: "Right: this is the count of Welford's running mean and variance, then one division per channel.",
  },
);
