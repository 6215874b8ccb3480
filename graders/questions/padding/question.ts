/** Task 2a: the smallest symmetric padding that gives the stated output size. */
import { findSymmetricPadding, heightAxis, solveTotalPadding } from "../../../reference/padding";
import { type Count, isSameCount, readCount } from "../../answers";
import type { CallPart, ConvLayer, Question, Reading } from "../../contract";
import { feedback } from "./feedback";
import { listCases } from "./inputs";
import { publicChecks } from "./public-checks";

const readings: readonly Reading<ConvLayer, Count>[] = [
  {
    id: "smallest",
    kind: "reference",
    credit: "1",
    answer: (layer) => findSymmetricPadding(layer) ?? undefined,
  },
  {
    id: "equation-without-floor",
    kind: "misconception",
    credit: "0.5",
    answer: (layer) => Math.max(0, solveTotalPadding(heightAxis(layer)) / 2),
  },
  {
    id: "sign-error",
    kind: "misconception",
    credit: "0.25",
    answer: (layer) => -(findSymmetricPadding(layer) ?? 0),
  },
  { id: "same-padding", kind: "misconception", credit: "0", answer: ({ kernel }) => (kernel - 1) / 2 },
  { id: "kernel-minus-one", kind: "misconception", credit: "0", answer: ({ kernel }) => kernel - 1 },
  { id: "size-difference", kind: "misconception", credit: "0", answer: ({ hIn, hOut }) => hIn - hOut },
  {
    id: "half-size-difference",
    kind: "misconception",
    credit: "0",
    answer: ({ hIn, hOut }) => (hIn - hOut) / 2,
  },
  {
    id: "total-padding",
    kind: "misconception",
    credit: "0.5",
    answer: (layer) => Math.max(0, solveTotalPadding(heightAxis(layer))),
  },
];

const part: CallPart<ConvLayer, Count> = {
  kind: "call",
  id: "padding",
  points: "1",
  export: "padding",
  cases: listCases,
  args: (layer) => [layer],
  read: readCount,
  isSame: isSameCount,
  readings,
};

export const question: Question = { id: "padding", points: "1", parts: [part], feedback, publicChecks };
