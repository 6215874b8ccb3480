/**
 * What the ways of reading a peak off a forward pass come to in a recorded training iteration. There gradients and an
 * optimizer's state are in memory besides, which no forward pass shows: who left something out, or took one category
 * after the other, may hold them or not.
 */
import { peakOf } from "../../../reference/convnextv2/events";
import type { MemoryEvent } from "../../contract/value";
import { type Events, only } from "./measures";
import { figure, held } from "./peak";

type Category = MemoryEvent["category"];

const ofPass: readonly Category[] = ["parameter", "input", "activation", "temporary"];
const ofTraining: readonly (readonly Category[])[] = [
  ["gradient", "optimizer"],
  ["gradient"],
  ["optimizer"],
  [],
];

interface Way {
  readonly held?: string;
  readonly figure?: string;
}

/** In bytes, each of the figures that it may be. */
export function listPeaksOfTraining(events: Events, way: Way): readonly bigint[] {
  return ofTraining.flatMap((more) => {
    const kept = keep(events, way.held, more);
    switch (way.figure) {
      case "peaks-of-categories":
        return [sumPeaks(kept, [...ofPass, ...more])];
      case "end-of-pass":
        // In a forward pass all that is not temporary lasts to its end.
        return [
          findFigure(kept, way.figure),
          peakOf(kept.filter(({ category }) => category !== "temporary")),
        ];
      default:
        return [findFigure(kept, way.figure)];
    }
  });
}

/** Whoever left nothing out of a forward pass leaves nothing out here. */
function keep(events: Events, id: string | undefined, more: readonly Category[]): Events {
  const leave = held.find((one) => one.id === id)?.effect;
  if (leave === undefined) return events;
  return events.filter((event) => more.includes(event.category) || leave([event]).length > 0);
}

const findFigure = (events: Events, id: string | undefined): bigint =>
  (figure.find((one) => one.id === id) ?? figure[0]).effect(events);

const sumPeaks = (events: Events, categories: readonly Category[]): bigint =>
  categories.reduce((sum, category) => sum + peakOf(only(events, category)), 0n);
