/** Choices on the steps of batch norm: what is left out, done too often or taken at another cost. */
import {
  type BatchNormStage,
  type BatchNormStep,
  type BatchNormVariant,
  batchNormAlgorithms,
} from "../../../reference/batch-norm";
import { choose } from "../kit/choice-part";
import { tools } from "../kit/sources";
import { anything, countPerUnit, literal, type PerUnit, shared, welford } from "./algorithm";

/** What a slip makes of a count. Not there: what is left is what a right algorithm takes, or another slip. */
export type Change = ReadonlyMap<PerUnit, PerUnit>;

const ofLiteral = (slipped: PerUnit): Change => new Map([[literal, slipped]]);
const exactly = (perElement: bigint, perChannel: bigint): Change =>
  ofLiteral({ perElement, perChannel, range: [perChannel, perChannel] });

type Steps = readonly BatchNormStep[];

const only =
  (...stages: readonly BatchNormStage[]) =>
  (steps: Steps): Steps =>
    steps.filter(({ stage }) => stages.includes(stage));
const withoutAffine = only("mean", "variance", "normalisation");

const isSum = ({ operation, perElement, perGroup }: BatchNormStep): boolean =>
  operation === "addition" && perElement > 0n && perGroup < 0n;

/** Done for every element that is done once per channel. */
const everyTime =
  (isMeant: (step: BatchNormStep) => boolean) =>
  (steps: Steps): Steps =>
    steps.map((step) => (isMeant(step) ? { ...step, perElement: step.perGroup, perGroup: 0n } : step));
const divideEach = (...stages: readonly BatchNormStage[]) =>
  everyTime(({ stage, operation }) => stages.includes(stage) && operation === "division");
const divideBothSums = divideEach("mean", "variance");

const withDivisionOf = (cost: bigint, variant: BatchNormVariant): BatchNormVariant => ({
  ...variant,
  costs: { division: cost },
});

const sumsDivided = countPerUnit(batchNormAlgorithms.literal, [-2n, 7n], divideBothSums);

const costOfDivision =
  "The task gives the cost of a division. Where does your algorithm divide, and how often?";
const division = { credit: "0.5", hint: costOfDivision };
const dividedSum = {
  credit: "0.5",
  says: "You divided every element for the mean or the variance.",
  hint: "Add up first and divide the sum: how many divisions does one mean take?",
};
const perElementRule = {
  credit: "0.25",
  says: "This is a counting library's rule of thumb: a fixed number per element.",
  hint: `Such rules leave out what the task asks for. ${costOfDivision}`,
};

export const steps = choose<Change | undefined>(
  { id: "all-steps", effect: undefined },
  {
    id: "squares-not-summed",
    effect: ofLiteral(
      countPerUnit(batchNormAlgorithms.shared, [9n, 9n], (all) =>
        all.filter((step) => step.stage !== "variance" || !isSum(step)),
      ),
    ),
    credit: "0.75",
    says: "Your variance squares the differences but does not add them up.",
    hint: "The variance is a mean of squares: which operations does a mean take?",
  },
  {
    id: "root-per-element",
    effect: ofLiteral(
      countPerUnit(
        batchNormAlgorithms.literal,
        anything,
        everyTime(({ operation }) => operation === "squareRoot"),
      ),
    ),
    credit: "0.75",
    says: "You counted an operation for every element that is needed once per channel, such as the square root or adding epsilon.",
    hint: "The standard deviation is one number per channel. How often does it have to be computed?",
  },
  {
    id: "no-division-anywhere",
    effect: new Map([
      [literal, countPerUnit(withDivisionOf(0n, batchNormAlgorithms.reciprocal), [-2n, 0n])],
      [shared, countPerUnit(withDivisionOf(0n, batchNormAlgorithms.sharedReciprocal), [-2n, 0n])],
    ]),
    credit: "0.75",
    says: "Your count per element is that of an algorithm with one division per channel, but no division shows in it.",
    hint: "How does the 4 for a division enter your count? Multiplying by a reciprocal takes the reciprocal first.",
  },
  {
    id: "division-counted-once",
    effect: ofLiteral(countPerUnit(withDivisionOf(1n, batchNormAlgorithms.literal), [1n, 5n])),
    ...division,
    says: "You counted a division as a single operation.",
  },
  {
    id: "division-counted-once-or-evaluation",
    effect: ofLiteral(countPerUnit(withDivisionOf(1n, batchNormAlgorithms.shared), [1n, 7n])),
    ...division,
    says: "You counted a division as a single operation, or you counted the evaluation mode, which takes no statistics.",
    hint: `${costOfDivision} And in training mode, mean and variance are computed from the input.`,
  },
  {
    id: "folded-without-division",
    effect: ofLiteral(countPerUnit(withDivisionOf(1n, batchNormAlgorithms.folded), [-2n, 7n])),
    ...division,
    says: "Your count per element is that of one scale and one shift per channel, but the divisions they need are missing or count as one operation.",
  },
  {
    id: "sums-divided-per-element",
    effect: new Map([
      [literal, sumsDivided],
      [shared, countPerUnit(batchNormAlgorithms.shared, [-2n, 7n], divideBothSums)],
    ]),
    ...dividedSum,
  },
  {
    id: "one-sum-divided-per-element",
    effect: new Map([
      [literal, countPerUnit(batchNormAlgorithms.literal, [-2n, 7n], divideEach("mean"))],
      [shared, countPerUnit(batchNormAlgorithms.shared, [-2n, 7n], divideEach("mean"))],
    ]),
    ...dividedSum,
  },
  {
    id: "only-normalisation",
    effect: ofLiteral(countPerUnit(batchNormAlgorithms.literal, [1n, 7n], only("normalisation"))),
    credit: "0.25",
    says: "You counted the normalisation and left out mean and variance, gamma and beta.",
    hint: "Follow the formulas from the top: what has to be known before the first element can be normalised, and what happens to it afterwards?",
  },
  {
    id: "only-statistics",
    effect: ofLiteral(countPerUnit(batchNormAlgorithms.literal, anything, only("mean", "variance"))),
    credit: "0.25",
    says: "You counted mean and variance and left out the normalisation.",
    hint: "Follow the formulas to the end: what happens to each element once mean and variance are known?",
  },
  {
    id: "library-rule",
    effect: exactly(5n, 0n),
    ...perElementRule,
    source: `5 per element, "just a rough estimate": fvcore, norm_flop_counter: ${tools.fvcore}; the same in DeepSpeed`,
  },
  {
    id: "library-rule-of-four",
    effect: exactly(4n, 0n),
    ...perElementRule,
    source: `FlopCo, compute_bn2d_flops, "subtract, divide, gamma, beta", without the batch: ${tools.flopCo}; thop, with it: ${tools.thop}`,
  },
  {
    id: "library-rule-of-two",
    effect: exactly(2n, 0n),
    ...perElementRule,
    source: `2 per element: ptflops: ${tools.ptflops}`,
  },
  {
    id: "evaluation-mode-folded",
    effect: ofLiteral(countPerUnit(batchNormAlgorithms.folded, anything, only("normalisation", "affine"))),
    credit: "0.1",
    says: "You counted the evaluation mode: one scale and one shift per channel, known beforehand.",
    hint: "In training mode, mean and variance are computed from the input. What does that cost?",
    source: `fvcore, batchnorm_flop_jit outside training: ${tools.fvcore}`,
  },
  {
    id: "nothing-counted",
    effect: exactly(0n, 0n),
    credit: "0",
    says: "Your count is zero for every input.",
    hint: "The layer works on every element. Follow the formulas from the top and count.",
  },
);

export const affine = choose<Change | undefined>(
  { id: "scale-and-shift", effect: undefined },
  {
    id: "affine-forgotten",
    effect: new Map([
      [literal, countPerUnit(batchNormAlgorithms.literal, anything, withoutAffine)],
      // With its root, it is one of the counts with a reciprocal.
      [
        shared,
        countPerUnit({ ...batchNormAlgorithms.shared, costs: { squareRoot: 0n } }, [6n, 7n], withoutAffine),
      ],
      [welford, countPerUnit(batchNormAlgorithms.welford, [5n, 40n], withoutAffine)],
      [
        sumsDivided,
        countPerUnit(batchNormAlgorithms.literal, [-2n, 7n], (all) => withoutAffine(divideBothSums(all))),
      ],
    ]),
    credit: "0.75",
    says: "You counted statistics and normalisation, and left out gamma and beta.",
    hint: "The layer has a scale and a shift per channel by default. What do they cost for each element?",
  },
);

export const passes = choose<bigint>(
  { id: "forward", effect: 1n },
  {
    id: "backward-added",
    effect: 3n,
    credit: "0.5",
    says: "You counted the backward pass as well.",
    hint: '"Training mode" only says which mean and variance are used: count the forward pass.',
  },
);
