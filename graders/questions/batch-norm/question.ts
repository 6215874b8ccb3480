/** Task 3: FLOP of BatchNorm2d in training mode. */

import { assignmentCosts } from "../../../reference/operations";
import { readImageBatchShape } from "../../../reference/tensor";
import { type Count, isSameCount, readCount } from "../../contract/answers";
import type { Effects, Interval } from "../../contract/choice";
import type { Earlier } from "../../contract/earlier";
import type { Question } from "../../contract/question";
import type { Tensor } from "../../contract/value";
import { collectWords, effectOf, makeChoicePart } from "../kit/choice-part";
import { remark } from "../kit/remarks";
import { algorithm, type PerUnit, welford, welfordReciprocal } from "./algorithm";
import { batch, groups, perChannel, rule, type Sizes } from "./groups";
import { listCases } from "./inputs";
import { publicChecks } from "./public-checks";
import { affine, type Change, passes, steps } from "./steps";

const choices = { algorithm, steps, affine, groups, batch, passes, perChannel, rule };

type BatchNormEffects = Effects<typeof choices>;

/** Somebody who says so leaves out what is done once per channel as a simplification. */
const saysSimplified =
  /\bignor(?:e[ds]?|ing|iert|iere|é)\b|neglect|negligib|simplif|approxim|leav(?:e|es|ing) out|left out|omit|vernachl|vereinfach|näherung|weggelassen|néglig|\bomis|忽略|近似|简化/i;
const saysWhat =
  /channel|kanal|kanäle|canal|canaux|mean|averag(?:e[sd]?|ing)\s{1,4}(?:of|per|over|and)\b|varian|deviation|root|sqrt|epsilon|statisti|mittel|moyenn|wurzel|racine|通道|均值|方差/i;
const tellsSimplified = remark((one) => saysSimplified.test(one) && saysWhat.test(one));

function readSizes({ shape }: Tensor): Sizes {
  const { batch: b, channels: c, height: h, width: w } = readImageBatchShape(shape);
  return { b, c, h, w };
}

/** One value per channel has no variance: an error is right in training mode, and so is any count. */
function hasOneValuePerChannel(x: Tensor): boolean {
  const { b, h, w } = readSizes(x);
  return b * h * w === 1n;
}

/** True where nothing deviates but these choices. */
function isPlain(effects: BatchNormEffects, ...but: readonly (keyof BatchNormEffects)[]): boolean {
  const names = Object.keys(choices) as (keyof BatchNormEffects)[];
  return names.every((name) => but.includes(name) || effects[name] === choices[name][0].effect);
}

interface Terms {
  readonly cost: PerUnit;
  readonly elements: bigint;
  readonly groups: bigint;
}

const change = (cost: PerUnit | undefined, by: Change | undefined): PerUnit | undefined =>
  cost && by ? by.get(cost) : cost;

function listTerms(x: Tensor, effects: BatchNormEffects): Terms | undefined {
  const cost = change(change(effects.algorithm, effects.steps), effects.affine);
  // Nothing per channel is nothing per pixel.
  if (cost === undefined || (cost.perChannel === 0n && effects.groups !== groups[0].effect)) return undefined;
  const sizes = effects.batch(readSizes(x));
  const { b, c, h, w } = sizes;
  return { cost, elements: b * c * h * w, groups: effects.groups(sizes) };
}

function answer(x: Tensor, effects: BatchNormEffects, earlier: Earlier): bigint | undefined {
  if (effects.rule !== undefined) return isPlain(effects, "rule") ? effects.rule(readSizes(x)) : undefined;
  const terms = listTerms(x, effects);
  const each = terms && takePerChannel(terms.cost, effects, earlier);
  if (terms === undefined || each === undefined) return undefined;
  return effects.passes * (terms.cost.perElement * terms.elements + each * terms.groups);
}

function takePerChannel(cost: PerUnit, effects: BatchNormEffects, earlier: Earlier): bigint | undefined {
  if (effects.perChannel === "as-evaluated") return cost.perChannel;
  const isTold = tellsSimplified(effects.perChannel === "nothing" ? "" : earlier.explanation("batch-norm"));
  const isNothing =
    (effects.perChannel === "nothing" && leavesOut(cost)) ||
    (effects.perChannel === "nothing-told" && isTold);
  return isNothing && isByElements(effects) && cost.range[0] <= 0n ? 0n : undefined;
}

/** Nothing deviates that is counted per channel. */
const isByElements = (effects: BatchNormEffects): boolean =>
  isPlain(effects, "algorithm", "steps", "affine", "perChannel");

/** Per element: nobody's running mean and variance come to so many without a word on what is done per channel. */
const ofWelford: readonly bigint[] = [welford.perElement, welfordReciprocal.perElement];
/** Per element, a library's rule of thumb, whatever else it could be. */
const mostOfRule = 5n;
const leavesOut = ({ perElement, perChannel }: PerUnit): boolean =>
  perChannel !== 0n && perElement > mostOfRule && !ofWelford.includes(perElement);

/** Work per channel that has an option of its own: nothing, and that of the example notebook. */
function isOther({ perElement }: PerUnit, effects: BatchNormEffects, each: bigint): boolean {
  const isPerPixel = effects.groups === effectOf(groups, "statistics-per-pixel");
  return each === 0n || (isPerPixel && perElement === 7n && each === 8n);
}

/** A reciprocal that is there for all channels saves each of them a division for the mean and one for the variance. */
function findRange({ range: [least, most] }: PerUnit, once: bigint): PerUnit["range"] {
  const isSaved = once >= costOfDivision && least >= 2n * costOfDivision;
  return [isSaved ? least - costOfDivision : least, most];
}

const costOfDivision = assignmentCosts.division;

/** The work per channel that is left of an answer. */
function solve(x: Tensor, effects: BatchNormEffects, came: Count): Interval | undefined {
  const terms = effects.rule === undefined ? listTerms(x, effects) : undefined;
  const { perChannel: other } = effects;
  if (terms === undefined || typeof other === "string" || !Number.isInteger(Number(came))) return undefined;
  // Over everything, once per mean is once for all.
  if (other.once > 0n && effects.groups === groups.at(-1)?.effect) return undefined;
  const [least, most] = findRange(terms.cost, other.once);
  if (hasOneValuePerChannel(x)) return { least: Number(least), most: Number(most) };
  const rest = BigInt(came) - effects.passes * (terms.cost.perElement * terms.elements + other.once);
  const [each, left] = [rest / (effects.passes * terms.groups), rest % (effects.passes * terms.groups)];
  if (left !== 0n || each < least || each > most || isOther(terms.cost, effects, each)) return undefined;
  return { least: Number(each), most: Number(each) };
}

const part = makeChoicePart({
  id: "batch-norm",
  points: "2",
  export: "batchNormFlops",
  cases: listCases,
  args: (x: Tensor) => [x],
  mayThrow: hasOneValuePerChannel,
  read: readCount,
  isSame: (expected: Count, came: Count, x) => hasOneValuePerChannel(x) || isSameCount(expected, came),
  reference: {
    id: "literal",
    says: "Right: every line of the definition evaluated as written, with divisions of 4.",
  },
  choices,
  answer,
  solve,
  exceptions: [
    {
      when: { steps: "library-rule-of-four", batch: "batch-forgotten" },
      credit: "0.25",
      because: "one library's rule: 4 c h w, whatever the batch",
    },
  ],
  collisions: [
    ...steps
      .filter(({ credit = "1" }) => ["0.25", "0.1"].includes(credit))
      .map(({ id }) => ({
        answered: { steps: id, passes: "backward-added" },
        because: "three times so few operations per element are those of another algorithm",
      })),
    {
      answered: { groups: "statistics-per-sample-and-channel", batch: "batch-forgotten" },
      because: "every channel of a single sample is every channel",
    },
  ],
});

export const question: Question = {
  id: "batch-norm",
  points: "2",
  parts: [part],
  asksToExplain: true,
  feedback: {
    title: "Batch normalisation",
    asked: "Count the FLOP of a batch normalisation in training mode.",
    expected: "a count of operations",
    unexplained:
      "The count does not follow from the steps of the layer. Write them down one by one (mean, variance, normalisation, scale and shift), note for each how often it happens, and cost each division as the task says.",
    readings: collectWords([part]),
  },
  publicChecks,
};
