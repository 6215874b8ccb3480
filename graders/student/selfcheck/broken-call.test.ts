import type { Value } from "../../contract/value";
import type { PublicQuestion } from "../public/public-assignment";
import { judgeChecks } from "./judge-checks";

type Property = (values: readonly Value[]) => boolean;

/** The calls that are shown where answers break a property. */
function listShown(came: readonly number[], property: Property): readonly string[] {
  const calls = came.map((_, at) => ({ export: "f", args: [at] }));
  const findMismatch = (values: readonly Value[]) => (property(values) ? null : "more");
  const question: PublicQuestion = {
    id: "f",
    points: "1",
    isBonus: false,
    title: "f",
    expected: "a number",
    signatures: [{ name: "f", parameters: "n: number", returns: "number", form: { kind: "number" } }],
    asksForText: false,
    checks: [{ id: "one", says: "it holds", calls, findMismatch }],
  };
  const { findings } = judgeChecks(question, new Set(["f"]), {
    exports: [{ name: "f", type: "function" }],
    written: { words: new Set(), declared: [], exported: new Map(), members: [] },
    getOutcome: ({ args }) => ({ kind: "value", value: came[args[0] as number] }),
    getTrace: () => ({ at: null, printed: "" }),
    getText: () => "",
  });
  return findings.flatMap((one) => (one.kind === "mismatch" ? one.calls.map(({ call }) => call) : []));
}

const isPositive = (value: Value) => Number(value) >= 0;

test("of a property of each answer, exactly the answers that lack it are shown", () => {
  for (let mask = 1; mask < 16; mask++) {
    const came = [0, 1, 2, 3].map((at) => ((mask >> at) & 1 ? -1 - at : at));
    const wrong = came.flatMap((one, at) => (one < 0 ? [`f(${at})`] : []));
    expect(listShown(came, (values) => values.every(isPositive))).toEqual(wrong);
  }
});

test("where answers are compared, all of them are shown", () => {
  expect(listShown([2, 1], ([few, many]) => Number(few) < Number(many))).toEqual(["f(0)", "f(1)"]);
  expect(listShown([2, 1], ([few, many]) => Number(few) <= Number(many))).toEqual(["f(0)", "f(1)"]);
  expect(listShown([3, 7], ([once, twice]) => Number(twice) === 2 * Number(once))).toEqual(["f(0)", "f(1)"]);
});
