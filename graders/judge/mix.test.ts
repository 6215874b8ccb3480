/** Two accepted readings that explain every case between them. */
import type { CallPart, Reading, Trial } from "../contract/question";
import { findMix } from "./mix";

const reading = (id: string, answer: (input: number) => unknown): Reading<unknown, unknown> => ({
  id,
  kind: "convention",
  credit: "1",
  by: "value",
  answer: (input) => answer(input as number),
});
const readings = [
  reading("none", (input) => (input < 2 ? null : undefined)),
  reading("twice", (input) => 2 * input),
];
const isSame: CallPart["isSame"] = (expected, came) => expected === came;
const part = { id: "part", readings, isSame } as unknown as CallPart;
const tell = (...answers: readonly unknown[]): readonly Trial<unknown, unknown>[] =>
  answers.map((answer, input) => ({ input, answer, source: "random", earlier: {} }) as never);

test("null is an answer that a reading of a mix explains", () => {
  expect(findMix(part, readings, tell(null, 2, 4))?.kind).toBe("mixed");
  expect(findMix(part, readings, tell(null, null, 4))?.kind).toBe("mixed");
});

test("what neither explains is no mix", () => {
  expect(findMix(part, readings, tell(null, 2, null))).toBeUndefined();
});

test("answers that are right one by one and not together are none either", () => {
  const apart = { ...part, model: { areAlike: () => false } } as unknown as CallPart;
  expect(findMix(apart, readings, tell(null, 2, 4))).toBeUndefined();
});
