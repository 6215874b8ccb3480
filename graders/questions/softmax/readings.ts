/** The readings of Task 5 (softmax): the definition, its conventions, a cheaper division, and slips. */
import { type SoftmaxOptions, softmaxFlops } from "../../../reference/softmax";
import type { Count } from "../../contract/answers";
import type { Reading, ReadingKind } from "../../contract/question";
import type { Tensor } from "../../contract/value";
import { conventions, conventionsOfCheapDivision, joinId } from "./conventions";
import { type DivisionStanding, judgeDivisionOfOne } from "./division-cost";
import { slips } from "./slips";

function readByOptions(
  id: string,
  kind: ReadingKind,
  credit: string,
  options: SoftmaxOptions,
): Reading<Tensor, Count> {
  return { id, kind, credit, answer: ({ shape }) => softmaxFlops(shape, options) };
}

/** A division of 1, where it stands so to the one in batch norm. */
function readCheapDivision(
  prefix: string,
  kind: ReadingKind,
  credit: string,
  standing: DivisionStanding,
): readonly Reading<Tensor, Count>[] {
  return conventionsOfCheapDivision.map((convention) => ({
    id: joinId(prefix, convention),
    kind,
    credit,
    answer: ({ shape }, earlier) =>
      judgeDivisionOfOne(earlier) === standing ? softmaxFlops(shape, convention.options) : undefined,
  }));
}

export const readings: readonly Reading<Tensor, Count>[] = [
  ...conventions.map(({ id, options }) =>
    id === ""
      ? readByOptions("definition", "reference", "1", options)
      : readByOptions(id, "convention", "1", options),
  ),
  ...readCheapDivision("division-of-one", "convention", "1", "own-choice"),
  ...readCheapDivision("own-division-cost", "carried", "1", "consistent"),
  ...readCheapDivision("division-of-one-unremarked", "misconception", "0.75", "unremarked"),
  ...slips.map(
    ({ id, credit, count }): Reading<Tensor, Count> => ({
      id,
      kind: "misconception",
      credit,
      answer: ({ shape: [b = 0, n = 0] }) => count({ b: BigInt(b), n: BigInt(n) }),
    }),
  ),
];
