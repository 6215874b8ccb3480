import fc from "fast-check";
import { liveAfter, liveAtPeak, type MemoryCategory, type MemoryEvent, peakOf, sumLive } from "./events";

const weight: MemoryEvent = { bytes: 100, category: "parameter", op: "fc.weight" };
const output: MemoryEvent = { bytes: 40, category: "activation", op: "fc" };
const scratch: MemoryEvent = { bytes: 30, category: "temporary", op: "fc.scratch" };
const freed = (event: MemoryEvent): MemoryEvent => ({ ...event, bytes: -event.bytes });

const categories: readonly MemoryCategory[] = [
  "parameter",
  "input",
  "activation",
  "gradient",
  "optimizer",
  "temporary",
];

const anyEvents: fc.Arbitrary<MemoryEvent[]> = fc.array(
  fc.record({
    bytes: fc.integer({ min: -1000, max: 1000 }),
    category: fc.constantFrom(...categories),
    op: fc.constant("op"),
  }),
);

/** Sums every prefix from scratch. */
function peakByBruteForce(events: readonly MemoryEvent[]): number {
  const sums = events.map((_, index) =>
    events.slice(0, index + 1).reduce((sum, event) => sum + event.bytes, 0),
  );
  return Math.max(0, ...sums);
}

describe("the peak of recorded events", () => {
  test("is the most alive at one time, not what is alive in the end", () => {
    expect(peakOf([weight, scratch, output, freed(scratch)])).toBe(170n);
  });

  test("is lower when a tensor goes before the next one comes", () => {
    expect(peakOf([weight, scratch, freed(scratch), output])).toBe(140n);
  });

  test("of nothing is 0", () => {
    expect(peakOf([])).toBe(0n);
    expect(sumLive(liveAtPeak([]))).toBe(0n);
  });

  test("is exact beyond 2^53", () => {
    const huge: MemoryEvent = { bytes: Number.MAX_SAFE_INTEGER, category: "activation", op: "huge" };
    expect(peakOf([huge, huge, huge])).toBe(3n * (2n ** 53n - 1n));
  });

  test("splits by category at the first moment it is reached", () => {
    const events = [weight, scratch, freed(scratch), { ...output, bytes: 30 }];
    expect(liveAtPeak(events)).toMatchObject({ parameter: 100n, temporary: 30n, activation: 0n });
  });
});

test("what is alive after some events counts neither the freed nor the yet to come", () => {
  const events = [weight, scratch, freed(scratch), output];
  expect(liveAfter(events, 3)).toMatchObject({ parameter: 100n, temporary: 0n, activation: 0n });
  expect(sumLive(liveAfter(events))).toBe(140n);
});

// Property tests: the running sum against summing every prefix anew, and categories adding up to the peak.
describe("for any events", () => {
  test("the peak is the largest prefix sum", () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        expect(peakOf(events)).toBe(BigInt(peakByBruteForce(events)));
      }),
    );
  });

  test("the categories at the peak add up to it", () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        expect(sumLive(liveAtPeak(events))).toBe(peakOf(events));
      }),
    );
  });
});
