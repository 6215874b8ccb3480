/** Task 2a: the smallest symmetric padding that gives the stated output size. */
import { solveTotalPadding } from "../../../reference/padding";
import type { Effects, Exception, Interval } from "../../contract/choice";
import type { Earlier } from "../../contract/earlier";
import type { Question, Trial } from "../../contract/question";
import type { ConvLayer } from "../../contract/value";
import { collectWords, makeChoicePart } from "../kit/choice-part";
import { remark } from "../kit/remarks";
import { isSamePadding, type PaddingAnswer, readOtherThanOne, readPadding } from "./answer";
import { axes } from "./axes";
import { lastStep, solution, stride } from "./choices";
import { listCases } from "./inputs";
import { publicChecks } from "./public-checks";
import { search, solveSearch } from "./search";

const choices = { solution, axes, stride, lastStep, search };

const atLeastOne = lastStep.find(({ id }) => id === "at-least-one");
const turned = lastStep.find(({ id }) => id === "sign-error");
const signError = solution.find(({ id }) => id === "sign-error-in-equation");

/** Somebody who says that the number is for both sides gave what was asked, in other words. */
const bothSides =
  /(?:both|two) sides|altogether|beid(?:e[nrs]?)? seiten|seiten zusammen|deux c[oô]t[eé]s|兩側|两侧|两边/i;
const total = /\btotal(?!ly)|gesamt|summe|总/i;
const ofPadding = /\bpad|\bside|\bp\b|seite|rand|auffüll|c[oô]t[eé]|remplissage|marge|填充|边/i;
/** "3 in total", "total = 3": of what, the question says. */
const totalNumber =
  /(?:total|gesamt|summe|总)[^\p{L}\p{N}]{0,5}\p{N}+\W*$|^\W*\p{N}+\W{1,3}(?:in )?(?:total|gesamt)/iu;
const tellsTotal = remark(
  (one) => bothSides.test(one) || totalNumber.test(one) || (total.test(one) && ofPadding.test(one)),
);

function answer(
  layer: ConvLayer,
  effects: Effects<typeof choices>,
  earlier: Earlier,
): PaddingAnswer | undefined {
  const { solution: form, stride: slip } = effects;
  if (effects.search !== undefined) return undefined;
  if (form.sides === "both-told" && !tellsTotal(earlier.explanation("padding"))) return undefined;
  // Without the stride, only what is half of the total is left open.
  const isOpen = form === solution[0].effect || (form.sides !== undefined && slip?.solve === undefined);
  if (slip !== undefined && !isOpen) return undefined;
  // Whether less than nothing is kept does not show where one pixel is the least.
  if (form.isUnclamped && effects.lastStep === atLeastOne?.effect) return undefined;
  // With the other sign, the smaller of two is the larger one; with both, nothing else is left of them.
  const turns = [form === signError?.effect, effects.lastStep === turned?.effect].filter(Boolean).length;
  if (turns === 2 || (turns === 1 && effects.axes.differ === "smaller-given")) return undefined;
  const paddings = effects.axes.list(layer).map((axis) => {
    const total = solveTotalPadding(slip === undefined ? axis : { ...axis, stride: 1 });
    return slip?.solve?.(total) ?? form.solve(total, layer);
  });
  const [h = 0, w = h] = paddings;
  const { differ } = effects.axes;
  if (differ === undefined || h === w) return effects.lastStep(Math.max(h, w));
  if (differ === "smaller-given") return effects.lastStep(Math.min(h, w));
  return differ === "none-given" ? { isNone: true } : { h: effects.lastStep(h), w: effects.lastStep(w) };
}

/** A search finds the smallest padding, or what is enough for one axis. */
function solveTogether(
  trials: readonly Trial<ConvLayer, PaddingAnswer>[],
  effects: Effects<typeof choices>,
): Interval | undefined {
  const isPlain =
    effects.solution === solution[0].effect &&
    effects.stride === stride[0].effect &&
    effects.lastStep === lastStep[0].effect &&
    effects.axes.differ === undefined;
  if (!isPlain) return undefined;
  const solve = (layer: ConvLayer): number =>
    Math.max(...effects.axes.list(layer).map((axis) => Math.max(0, Math.ceil(solveTotalPadding(axis) / 2))));
  return solveSearch(trials, solve, effects.search);
}

/** Slips before the axes are compared, and one more pixel: one axis alone costs nothing more. */
const worthTheirOwn = Object.entries(choices).flatMap(([choice, options]) =>
  options.flatMap(({ id, credit = "1" }) =>
    choice === "axes" || choice === "search" || id === "sign-error" || Number(credit) > 0.5
      ? []
      : [{ choice, id, credit }],
  ),
);

const exceptions: readonly Exception[] = worthTheirOwn.flatMap(({ choice, id, credit }) =>
  axes.slice(1).map((axis) => ({
    when: { [choice]: id, axes: axis.id },
    credit,
    because: "the slip comes before the axes are compared, or hides it",
  })),
);

const part = makeChoicePart({
  id: "padding",
  points: "1",
  export: "padding",
  cases: listCases,
  args: (layer: ConvLayer) => [layer],
  read: readPadding,
  readNone: readOtherThanOne,
  isSame: isSamePadding,
  reference: {
    id: "smallest",
    says: "This is the smallest symmetric padding that gives the stated output.",
  },
  choices,
  answer,
  solveTogether,
  exceptions,
  collisions: [
    {
      answered: { solution: "equation-alone", lastStep: "one-too-many" },
      because: "this is equation-one-too-many, a slip in the last line of the solution",
    },
  ],
});

export const question: Question = {
  id: "padding",
  points: "1",
  parts: [part],
  feedback: {
    title: "Padding of a convolution",
    asked: "Find the smallest symmetric padding that gives the stated output size.",
    expected: "a whole number: pixels of padding per side",
    unexplained:
      "The paddings do not follow from the output-size formula. Start from hOut = floor((hIn + 2p - kernel) / stride) + 1 and solve it for p on paper, then try your p in the formula.",
    readings: collectWords([part]),
  },
  publicChecks,
};
