import fc from "fast-check";
import { countParameters } from "../../../reference/convnextv2/parameters";
import type { ConvNeXtV2 } from "../../contract/value";
import { judgePartOf } from "../../testing/judge-implementation";
import { question } from "./question";

interface Told {
  readonly count: (exact: number) => number;
  readonly bytes: (exact: number) => number;
}

function judgeBytes({ count, bytes }: Told) {
  const modelMemory = (arch: ConvNeXtV2) => {
    const exact = Number(countParameters(arch));
    return { params: count(exact), bytes: bytes(exact) };
  };
  return judgePartOf([question], { modelMemory }, { part: "bytes" });
}

const toStep = (step: number) => (value: number) => Math.round(value / step) * step;
const exactly = (value: number) => value;

describe("bytes that are short of a few, or hold some more, are not rounded", () => {
  const isOff = (count: Told["count"], bytes: Told["bytes"]) =>
    expect(Number(judgeBytes({ count, bytes }).points)).toBeLessThan(1);

  test.each<[string, Told["bytes"]]>([
    ["a thousand more", (exact) => 4 * exact + 1000],
    ["a hundred thousand more", (exact) => 4 * exact + 1e5],
    ["999 fewer", (exact) => 4 * exact - 999],
    ["whole allocations of 512", (exact) => Math.ceil(exact / 128) * 512],
    ["one more, in kB", (exact) => (4 * exact) / 1000 + 1],
    ["a hundredth more, in GB", (exact) => (4 * exact) / 1e9 + 0.01],
  ])("%s", (_, bytes) => isOff(exactly, bytes));

  test("any number of them, beside an exact count, and beside one of one's own", () => {
    const off = fc.oneof(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 100, max: 5e6 }));
    fc.assert(
      fc.property(off, fc.constantFrom(1, -1), fc.constantFrom(0, 1, 1001), (more, sign, missed) => {
        const own = (exact: number) => exact - missed;
        isOff(own, (exact) => 4 * own(exact) + sign * more);
      }),
      {
        numRuns: 12,
        examples: [
          [1, 1, 0],
          [1, -1, 1],
        ],
      },
    );
  });
});

test.each<[string, Told["bytes"]]>([
  ["themselves", (exact) => 4 * exact],
  ["in MB with two decimals", (exact) => Number(((4 * exact) / 1e6).toFixed(2))],
  ["to 100,000", (exact) => toStep(1e5)(4 * exact)],
])("bytes of a count before it was rounded earn the point, %s", (_, bytes) => {
  const counts = [toStep(1e6), toStep(1e4), (exact: number) => Number(exact.toPrecision(3))];
  for (const count of counts) expect(judgeBytes({ count, bytes }).points).toBe("1");
});
