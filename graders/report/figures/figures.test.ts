import fc from "fast-check";
import type { ShownNumbers } from "../../contract/shown";
import { explainedBy, makeVerdict } from "../../testing/sample-verdicts";
import { rightNumbers } from "../../testing/shown-numbers";
import { viewOwnFigures } from "../../testing/view-own-figures";
import { englishSentences } from "../../wording/sentences";
import type { PanelView } from "./drawing";
import { viewFigures } from "./figures";

const listIds = (shown: ShownNumbers): readonly string[] => viewOwnFigures(shown).map(({ id }) => id);
const listPanels = (shown: ShownNumbers): readonly PanelView[] =>
  viewOwnFigures(shown).flatMap(({ panels }) => panels);
const listTitles = (shown: ShownNumbers): readonly string[] => listPanels(shown).map(({ title }) => title);

const names = Object.keys(rightNumbers) as (keyof ShownNumbers)[];

/** By figure, the sets of numbers of which one is enough to draw it. */
const needs: Readonly<Record<string, readonly (readonly (keyof ShownNumbers)[])[]>> = {
  roof: [["intensity"], ["fusedIntensity"]],
  chart: [["chart"]],
  traffic: [["movedBytes"], ["fusedMovedBytes"]],
  ridges: [["intensity"], ["fusedIntensity"]],
  mountain: [["trainingOfOne"], ["trainingOfEight"]],
  ladder: [["trainingOfOne", "trainingOfEight", "largestBatches"]],
  gap: [["trainingOfOne", "recordedPeak"]],
};

test("every subset of the numbers draws the figures that it is enough for, in one order", () => {
  fc.assert(
    fc.property(fc.subarray(names), (some) => {
      const shown = Object.fromEntries(some.map((name) => [name, rightNumbers[name]]));
      const due = Object.keys(needs).filter((id) =>
        needs[id]?.some((set) => set.every((name) => some.includes(name))),
      );
      expect(listIds(shown)).toEqual(due);
    }),
    { numRuns: 60 },
  );
});

test("the titles say what a right student's numbers show", () => {
  expect(listTitles(rightNumbers)).toEqual([
    "On the T4, memory is the limit for all of your points",
    "On the RTX 3090, memory is the limit for all of your points",
    "On the A100 40 GB, memory is the limit for all of your points",
    "On the H100 SXM, memory is the limit for all of your points",
    "Your chart shows 7 points, from 0.454 at 1 to 4.03 at 64",
    "At batch 1, 90 % of your bytes are moved once for the whole batch; at batch 64 it is 13 %",
    "At batch 1, 96 % of your bytes are moved once for the whole batch; at batch 64 it is 25 %",
    "None of the 13 GPUs has a ridge point as low as the limit of your curve, 4.61 FLOP per byte",
    "Batch 1: by your numbers most is in use in the optimizer's step, 3.96 GB",
    "Batch 8: by your numbers most is in use in the backward pass, 6.83 GB",
    "Batch 1: by your numbers most is in use in the backward pass, 3.36 GB",
    "Batch 8: by your numbers most is in use in the backward pass, 6.83 GB",
    "Batch 1: by your numbers most is in use in the backward pass, 3.36 GB",
    "Batch 8: by your numbers most is in use in the backward pass, 6.83 GB",
    "Batch 1: by your numbers most is in use in the optimizer's step, 3.96 GB",
    "Batch 8: by your numbers most is in use in the backward pass, 7.52 GB",
    "Batch 1: by your numbers most is in use in the optimizer's step, 3.96 GB",
    "Batch 8: by your numbers most is in use in the backward pass, 5.25 GB",
    "On each of the 13 GPUs, your largest batch is the last that your own estimate has room for",
    "Your estimate for batch 1 is 6.3 % below the recorded peak that you found",
  ]);
});

describe("titles follow other numbers", () => {
  const scale = (numbers: readonly number[], factor: number): readonly number[] =>
    numbers.map((one) => one * factor);
  const { intensity, movedBytes, trainingOfOne, trainingOfEight, largestBatches, recordedPeak } =
    rightNumbers;
  const training = { trainingOfOne, trainingOfEight };

  test.each<[string, ShownNumbers, string]>([
    [
      "all beyond the ridge",
      { intensity: scale(intensity, 1000) },
      "On the T4, arithmetic is the limit for all",
    ],
    ["some beyond it", { intensity: scale(intensity, 10) }, "arithmetic is the limit for 3 of your 7 points"],
    [
      "a limit above some ridges",
      { intensity: scale(intensity, 4) },
      "5 of the 13 GPUs have a ridge point below",
    ],
    [
      "bytes per sample alone",
      { movedBytes: movedBytes.map((_, at) => 896 * 2 ** at) },
      "All of your bytes are",
    ],
    [
      "room for more",
      { ...training, largestBatches: scale(largestBatches, 0.5) },
      "has room for a larger batch",
    ],
    [
      "room for less",
      { ...training, largestBatches: scale(largestBatches, 2) },
      "needs more memory than there is",
    ],
    [
      "a high estimate",
      { trainingOfOne, recordedPeak: scale(recordedPeak, 0.5) },
      "is 87 % above the recorded",
    ],
    ["the same", { trainingOfOne, recordedPeak: trainingOfOne.slice(-1) }, "as high as the recorded peak"],
  ])("%s", (_, shown, part) => {
    expect(listTitles(shown).join("\n")).toContain(part);
  });

  test("on some GPUs less, on others more", () => {
    const mixed = largestBatches.map((one, at) => (at === 0 ? one - 1 : at === 1 ? one + 1 : one));
    const panel = listPanels({ ...training, largestBatches: mixed }).at(-1);
    expect([panel?.title, ...(panel?.says ?? [])]).toEqual([
      "On 11 of the 13 GPUs, your largest batch is the last that your own estimate has room for",
      "On 1, more samples would fit by your own estimate: room is kept aside, or not used.",
      "On 1, your largest batch needs more memory than there is, by your own estimate.",
      "By your own estimate, 3.17 GB are there whatever the batch, and each sample adds 0.544 GB.",
    ]);
  });
});

describe("numbers that a drawing cannot show draw nothing", () => {
  const spoil: Readonly<Record<string, (right: readonly number[]) => readonly number[]>> = {
    "one below zero": ([, ...rest]) => [-1, ...rest],
    "one far too large": ([, ...rest]) => [1e300, ...rest],
    "none at all": () => [],
    "one too many": (right) => [...right, 1],
    "very many": () => Array(100_000).fill(1),
    "one that is no number": ([, ...rest]) => [Number.NaN, ...rest],
    "a text": ([, ...rest]) => ["5" as unknown as number, ...rest],
  };

  test.each(Object.entries(spoil))("%s", (_, change) => {
    const shown = Object.fromEntries(names.map((name) => [name, change(rightNumbers[name])]));
    expect(listIds(shown)).toEqual([]);
  });

  test("all zero", () => {
    const shown = Object.fromEntries(names.map((name) => [name, rightNumbers[name].map(() => 0)]));
    expect(listIds(shown)).toEqual([]);
  });

  test("gigabytes where bytes are asked for", () => {
    const gigabytes = rightNumbers.trainingOfOne.map((bytes) => bytes / 1e9);
    expect(listIds({ trainingOfOne: gigabytes })).toEqual([]);
  });
});

test("whatever a program answers, drawings stay inside their frames and tables hold numbers", () => {
  const near = (right: readonly number[]): fc.Arbitrary<readonly number[]> =>
    fc.tuple(
      ...right.map((one) => fc.double({ min: -3, max: 3, noNaN: true }).map((power) => one * 10 ** power)),
    );
  const numbers = Object.fromEntries(
    names.map((name) => [name, fc.oneof(near(rightNumbers[name]), fc.array(fc.double()))]),
  );
  fc.assert(
    fc.property(fc.record(numbers), fc.boolean(), (shown, isRevealed) => {
      const panels = viewOwnFigures(shown, isRevealed).flatMap((one) => one.panels);
      expect(panels.flatMap(listFaults)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

/** What lies outside of a drawing, or is no number. */
function listFaults({ drawing, table }: PanelView): readonly string[] {
  const { width, height, paths, texts } = drawing;
  const isInside = (x: number, y: number): boolean => x >= -1 && x <= width + 1 && y >= -1 && y <= height + 1;
  const cells = table.rows.map((row) => row.cells.join(" "));
  return [
    ...paths.map(({ path }) => path).filter((path) => !/^M[-\d.,MLHVZAahlvz ]*$/.test(path)),
    ...paths.map(({ path }) => path).filter((path) => !isInside(...findStart(path))),
    ...texts.filter(({ x, y }) => !isInside(x, y)).map(({ text }) => text),
    ...cells.filter((cell) => !/^[-–\d., e+]*$/.test(cell)),
  ];
}

function findStart(path: string): [x: number, y: number] {
  const [, x, y] = /^M(-?[\d.]+),(-?[\d.]+)/.exec(path) ?? [];
  return [Number(x), Number(y)];
}

test("a chart of other values than the curve's is told so, and shows where those lie", () => {
  const [, ...others] = rightNumbers.chart;
  const [figure] = viewOwnFigures({ intensity: rightNumbers.intensity, chart: [4, ...others] }).filter(
    ({ id }) => id === "chart",
  );
  expect(figure?.panels[0]?.says[0]).toBe("6 of the 7 values of your intensityCurve are in it.");
  expect(figure?.panels[0]?.legend).toHaveLength(2);
});

test("a figure names the questions whose answers it draws, and no others", () => {
  const { trainingOfOne, trainingOfEight, largestBatches, intensity } = rightNumbers;
  const give = (id: string, shown: ShownNumbers) =>
    makeVerdict(id, ["1", "1"], explainedBy("exact"), { shown });
  const questions = [
    give("padding", { intensity }),
    give("softmax", { trainingOfOne, trainingOfEight }),
    give("fused", { largestBatches }),
  ];
  const titles = questions.map(({ id }) => ({ id, title: `The ${id}` }));
  const from = viewFigures({ questions, asked: [], views: titles }, englishSentences, false).map((one) => [
    one.id,
    one.from,
  ]);
  expect(Object.fromEntries(from)).toEqual({
    roof: [titles[0]],
    ridges: [titles[0]],
    mountain: [titles[1]],
    ladder: [titles[1], titles[2]],
  });
});
