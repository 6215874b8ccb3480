import { GraderFault } from "../../contract/faults";
import type { Reading } from "../../contract/question";
import { citeSources } from "./sources";

const make = (id: string): Reading<number, number> => ({
  id,
  kind: "misconception",
  credit: "0",
  answer: (input) => input,
});
const readings = ["bits", "bits-rounded", "bitsy", "elements"].map(make);
const listSources = (sources: Record<string, string>) =>
  citeSources(readings, sources).map(({ source }) => source);

test("a source is that of a reading and of its family, and of nothing that merely begins alike", () => {
  expect(listSources({ bits: "a thread" })).toEqual(["a thread", "a thread", undefined, undefined]);
});

test("the nearest name wins", () => {
  expect(listSources({ bits: "a thread", "bits-rounded": "a paper" })).toEqual([
    "a thread",
    "a paper",
    undefined,
    undefined,
  ]);
});

test("a source of no reading is a fault of ours", () => {
  expect(() => listSources({ bytes: "a thread" })).toThrow(new GraderFault("sources of no reading: bytes"));
});

test("a reading answers as before", () => {
  const [first] = citeSources(readings, { bits: "a thread" });
  expect(first).toMatchObject({ id: "bits", kind: "misconception", credit: "0" });
  expect(first && "answer" in first ? first.answer(3, {} as never) : undefined).toBe(3);
});
