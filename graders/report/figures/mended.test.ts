import { modelBytes } from "../../../reference/prelu-linear";
import { intensityCurve } from "../../../reference/roofline";
import { notebookBatchSizes, notebookModel, type ShownNumbers } from "../../contract/shown";
import { rightNumbers } from "../../testing/shown-numbers";
import { viewOwnFigures } from "../../testing/view-own-figures";
import type { PanelView } from "./drawing";
import { formatGigabytes, formatNumber } from "./format";

const viewPanels = (shown: ShownNumbers, isRevealed = true): readonly PanelView[] =>
  viewOwnFigures(shown, isRevealed).flatMap(({ panels }) => panels);
const viewRoof = (shown: ShownNumbers): PanelView => viewPanels(shown)[0] as PanelView;
const scale = (numbers: readonly number[], factor: number): readonly number[] =>
  numbers.map((one) => one * factor);
const { intensity, movedBytes, fusedIntensity, fusedMovedBytes } = rightNumbers;
const listArrows = ({ drawing }: PanelView): readonly string[] =>
  drawing.paths.map(({ role }) => role).filter((role) => role.startsWith("arrow"));

describe("an arrow leads to where a point belongs, and the words tell the factor", () => {
  test.each<[string, ShownNumbers, string, string]>([
    [
      "of FLOP",
      { intensity: scale(intensity, 0.5), movedBytes },
      "your point at batch 64 lies at 2.02 FLOP per byte and belongs at 4.03",
      "is 2 times yours. Your bytes are right, the FLOP behind your curve are 0.5 times the reference's.",
    ],
    [
      "of bytes",
      { intensity: scale(intensity, 4), movedBytes: scale(movedBytes, 0.25) },
      "your point at batch 64 lies at 16.1 FLOP per byte and belongs at 4.03",
      "is 0.25 times yours. Your bytes are 0.25 times the reference's, your FLOP are right.",
    ],
    [
      "of something that grows with the batch",
      { intensity: notebookBatchSizes.map(() => 4.6) },
      "your point at batch 1 lies at 4.6 FLOP per byte and belongs at 0.454",
      "At batch 1, unfused: the reference's intensity is 0.0987 times yours.",
    ],
    [
      "of both, fused",
      { fusedIntensity: scale(fusedIntensity, 3), fusedMovedBytes: scale(fusedMovedBytes, 7) },
      "your fused point at batch 64 lies at 24.2 FLOP per byte and belongs at 8.06",
      "At batch 64, fused: the reference's intensity is 0.333 times yours.",
    ],
  ])("%s", (_, shown, title, says) => {
    const panel = viewRoof(shown);
    expect(panel.title).toContain(title);
    expect(panel.says[0]).toContain(says);
    expect(listArrows(panel)).toHaveLength(2);
    expect(panel.table.head.at(-1)).toMatch(/: FLOP per byte, reference$/);
  });
});

test("who is right, or counts otherwise as is accepted, gets no arrow and keeps the title", () => {
  const exact = intensityCurve(notebookBatchSizes, notebookModel, { additions: "exact" });
  for (const own of [intensity, exact]) {
    const [panel, plain] = [viewRoof({ intensity: own }), viewPanels({ intensity: own }, false)[0]];
    expect(listArrows(panel)).toEqual([]);
    expect(panel.title).toBe(plain?.title);
    expect(panel.says[0]).toMatch(/^Unfused, your points lie where those of the reference do/);
  }
});

test("without being asked for, no value of the reference is in any figure of who is wrong", () => {
  const wrong = Object.fromEntries(
    Object.entries(rightNumbers).map(([name, numbers]) => [
      name,
      name.endsWith("ensity") ? scale(numbers, 1.33) : scale(numbers, 1.71).map(Math.round),
    ]),
  );
  const curves = [false, true].flatMap((fused) =>
    intensityCurve(notebookBatchSizes, notebookModel, { fused }),
  );
  const bytes = notebookBatchSizes.map((size) => Number(modelBytes(size, notebookModel)));
  const { trainingOfOne, trainingOfEight, recordedPeak, largestBatches } = rightNumbers;
  const secrets = new Set([
    ...[...curves, ...bytes, ...largestBatches].map(formatNumber),
    ...[...trainingOfOne, ...trainingOfEight, ...recordedPeak].map(formatGigabytes),
  ]);
  const find = (isRevealed: boolean): readonly string[] => {
    const words = JSON.stringify(
      viewPanels(wrong, isRevealed).map(({ drawing: { texts }, ...told }) => [
        told,
        texts.map(({ text }) => text),
      ]),
    );
    return [...words.matchAll(/\d[\d,]*(?:\.\d+)?/g)]
      .map(([number]) => number)
      .filter((one) => secrets.has(one));
  };
  // Round numbers stand on axes and data sheets as well.
  const isRound = (one: string): boolean => Number(one.replaceAll(",", "")) <= 100 && /^\d+$/.test(one);
  expect(find(false).filter((one) => !isRound(one))).toEqual([]);
  expect(new Set(find(true))).toEqual(new Set([...find(false), ...curves.map(formatNumber)]));
  expect(JSON.stringify(viewPanels(wrong, false))).not.toContain("mended");
});
