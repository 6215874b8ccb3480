/** Hidden inputs for comparisons: a recorded iteration and an estimate that is too high, too low, or right. */
import { peakOf } from "../../../reference/convnextv2/events";
import type { Case, Random } from "../../contract/question";
import {
  drawShares,
  estimateRun,
  fixedShares,
  type Shares,
  splitTotal,
  type TravellingEstimate,
} from "./estimates";
import { readIteration } from "./recordings";
import { drawIteration, type Events, peakInBackward, peakInStep } from "./streams";

export interface CheckInput {
  readonly events: Events;
  readonly estimate: TravellingEstimate;
}

function recorded(id: string, why: string): Case<CheckInput> {
  const { summary, events } = readIteration(id);
  return {
    id,
    source: summary.variant === "large" ? "notebook" : "edge",
    why,
    input: { events, estimate: splitTotal(estimateRun(summary), fixedShares) },
  };
}

const edge = (id: string, why: string, events: Events, total: number): Case<CheckInput> => ({
  id,
  source: "edge",
  why,
  input: { events, estimate: splitTotal(total, fixedShares) },
});

/** Of the size of a small network: told in whole megabytes, they lose a digit that others keep. */
const someMegabytes: Events = peakInStep.map((event) => ({ ...event, bytes: 1004 * event.bytes }));

/** Its recording ships to students. */
export const notebookCase = recorded(
  "large-batch1-training-steady-foreach",
  "the notebook's model at batch size 1: the peak stands in the optimizer's step",
);

const fixedCases: readonly Case<CheckInput>[] = [
  notebookCase,
  recorded(
    "atto-batch8-training-first-foreach",
    "a first iteration: no moments yet during the backward pass, where activations outweigh the rest",
  ),
  recorded("nano-batch1-training-steady-fused", "a fused step, which needs nothing beside its state"),
  recorded("tiny-batch1-training-steady-for-loop", "a step that takes one tensor after the other"),
  recorded("atto-batch2-training-steady-foreach-zeroed", "old gradients are there from the start"),
  recorded(
    "atto-batch1-training-steady-foreach-real",
    "scratch of the library's convolutions makes the peak",
  ),
  edge("peak-in-backward", "the estimate is far too low", peakInBackward, 30_000),
  edge("peak-in-step", "the estimate is a little too low", peakInStep, 20_000),
  edge("right-estimate", "no error at all", someMegabytes, Number(peakOf(someMegabytes))),
  edge(
    "twice-too-high",
    "an error of one: told from the ratio, which is two",
    peakInBackward,
    2 * Number(peakOf(peakInBackward)),
  ),
];

/** Small ones, to choose from. */
const otherRecordings = [
  "atto-batch8-training-steady-foreach",
  "atto-batch1-training-steady-for-loop",
  "atto-batch2-training-steady-foreach",
  "nano-batch8-training-first-foreach",
  "nano-batch8-training-steady-foreach",
  "nano-batch2-training-steady-foreach",
  "nano-batch2-training-steady-foreach-zeroed",
  "tiny-batch1-training-steady-fused",
  "tiny-batch2-training-steady-foreach",
  "tiny-batch1-training-steady-foreach-real",
];

export function listCases(random: Random): readonly Case<CheckInput>[] {
  const chosen = random.pick(otherRecordings);
  const why = "a recording of which nobody knows that it is asked for";
  const drawn = [
    drawTotal(chosen, why, readIteration(chosen).events, random),
    ...Array.from({ length: 2 }, (_, index) =>
      drawTotal(`random-${index + 1}`, "a stream nobody can have seen", drawIteration(random), random),
    ),
  ];
  return [...fixedCases, ...drawn.map((complete) => complete(drawShares(random)))];
}

/** Some events, and an estimate anywhere between three fifths too low and nine tenths too high; its parts are to come. */
function drawTotal(id: string, why: string, events: Events, random: Random) {
  const total = 4 * Math.round((Number(peakOf(events)) * random.real(0.4, 1.9)) / 4);
  return (shares: Shares): Case<CheckInput> => ({
    id,
    source: "random",
    why,
    input: { events, estimate: splitTotal(total, shares) },
  });
}
