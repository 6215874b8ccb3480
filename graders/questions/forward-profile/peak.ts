/** Choices behind a peak: what is taken to be in memory, and which figure of the running total is given. */
import { liveAfter, peakOf, sumLive } from "../../../reference/convnextv2/events";
import { remember } from "../../contract/remember";
import { choose } from "../kit/choice-part";
import { type Events, findLargest, only, onlyPass, sumAllocations } from "./measures";

const leave = (...categories: Parameters<typeof only>[1][]) =>
  remember((events: Events) => only(events, ...categories));

export const held = choose<(events: Events) => Events>(
  { id: "everything-held", effect: (events) => events },
  {
    id: "parameters-left-out",
    effect: leave("input", "activation", "temporary"),
    credit: "0.75",
    says: "Your peak leaves out the parameters.",
    hint: "They take up memory during the pass as everything else does.",
  },
  {
    id: "input-left-out",
    effect: leave("parameter", "activation", "temporary"),
    credit: "0.75",
    says: "Your peak leaves out the input batch.",
    hint: "It takes up memory during the pass as everything else does.",
  },
  {
    id: "pass-alone",
    effect: leave("activation", "temporary"),
    credit: "0.75",
    says: "Your peak holds only what the pass itself allocates.",
    hint: "Parameters and input take up memory at the same time.",
  },
  {
    id: "kept-activations-alone",
    effect: leave("activation"),
    credit: "0.5",
    says: "Your peak is that of the events of category activation alone.",
    hint: "Which other things are in memory at the same time?",
  },
);

const categories = ["parameter", "input", "activation", "temporary"] as const;
const followTotal = "Keep a running total over the events. Which value of it does the question ask for?";

export const figure = choose<(events: Events) => bigint>(
  { id: "most-at-once", effect: remember(peakOf) },
  {
    // `torch.cuda.memory_allocated()` after the pass, where `max_memory_allocated()` was due.
    id: "end-of-pass",
    effect: remember((events: Events) => sumLive(liveAfter(events))),
    credit: "0.5",
    says: "You return the memory in use at the end of the pass.",
    hint: "Something may have been freed by then. When was most in use?",
  },
  {
    id: "stale-run",
    effect: remember((events: Events) => peakOf(events) + sumLive(liveAfter(onlyPass(events)))),
    credit: "0.5",
    says: "Your peak holds the activations twice, as if an earlier run's were still there.",
    hint: "Start each recording from nothing: count only what its events allocate.",
    source:
      "An earlier output keeps its graph alive: https://discuss.pytorch.org/t/calling-loss-backward-reduce-memory-usage/2735",
  },
  {
    id: "peaks-of-categories",
    effect: remember((events: Events) =>
      categories.reduce((sum, category) => sum + peakOf(only(events, category)), 0n),
    ),
    credit: "0.5",
    says: "You add up the peaks of the categories.",
    hint: "They may be reached at different times. Which sum is in use at one time?",
  },
  {
    id: "frees-ignored",
    effect: remember(sumAllocations),
    credit: "0.25",
    says: "You add up what is allocated and never take off what is freed.",
    hint: followTotal,
  },
  {
    id: "frees-added",
    effect: remember((events: Events) =>
      events.reduce((sum, { bytes }) => sum + BigInt(Math.abs(bytes)), 0n),
    ),
    credit: "0",
    says: "You add what is freed to what is allocated.",
    hint: followTotal,
  },
  {
    id: "largest-tensor",
    effect: remember(findLargest),
    credit: "0",
    says: "You return the largest single tensor.",
    hint: followTotal,
  },
);
