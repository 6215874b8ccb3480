import { listRecordings, readRecording } from "../../../reference/recordings/catalogue";
import { createRandom } from "../../judge/random";
import { listCases } from "./inputs";
import { measure } from "./measures";
import { raisedShare, readIteration, shortenRecording } from "./recordings";
import type { Events } from "./streams";

const trainings = listRecordings().filter(({ run }) => run.kind === "training");

describe.each(trainings.map(({ id }) => id))("%s, shortened", (id) => {
  const { events, peakBytes } = readRecording(id);
  const shortened = shortenRecording(events);

  test("keeps its peak and who holds it, what is left at the end, and the sum of what is allocated", () => {
    const [recorded, kept] = [measure(events), measure(shortened)];
    expect(kept).toEqual({ ...recorded, largestTensor: kept.largestTensor });
    expect(kept.peak).toBe(BigInt(peakBytes));
  });

  test("is no more than half as long, and hardly ever higher than recorded", () => {
    expect(shortened.length).toBeLessThan(events.length / 2);
    expect(findLargestRise(events, shortened)).toBeLessThanOrEqual(peakBytes * raisedShare);
  });
});

test("a recording that travels says what it is of", () => {
  const { summary, events } = readIteration("nano-batch1-training-steady-fused");
  expect(summary).toMatchObject({ variant: "nano", batchSize: 1, run: { step: "fused" } });
  expect(events).toEqual(shortenRecording(readRecording("nano-batch1-training-steady-fused").events));
});

test("frees wait for allocations only where the peak stays the peak", () => {
  const event = (bytes: number, op: string) => ({ bytes, category: "temporary", op }) as const;
  const low = [event(10_000, "first"), event(-10_000, "first")];
  const dips = [event(4, "a"), event(-4, "a"), event(8, "b"), event(-8, "b")];
  expect(shortenRecording([...low, ...dips])).toEqual([...low, event(12, "a"), event(-12, "a")]);
  const high = [event(100, "c"), event(-2, "d"), event(2, "e"), event(-100, "c")];
  expect(shortenRecording(high)).toEqual(high);
});

describe("recordings that travel", () => {
  const cases = listCases(createRandom("test", "estimate-check"));
  const inputs = cases.map(({ input }) => input);

  test("are small: each under 150 kB, all of them under 400 kB", () => {
    const sizes = inputs.map((input) => JSON.stringify(input).length);
    expect(Math.max(...sizes)).toBeLessThan(150_000);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(400_000);
  });

  test("never free what is not there", () => {
    for (const { events } of inputs) {
      let live = 0;
      for (const { bytes } of events) {
        live += bytes;
        expect(live).toBeGreaterThanOrEqual(0);
      }
    }
  });

  test("are most of the cases: all steps, first and steady, a peak of the notebook's size first", () => {
    const used = listRecordings().filter(({ id }) => cases.some((one) => one.id === id));
    const runs = used.map(({ run }) => (run.kind === "training" ? [run.step, run.iteration] : []));
    expect(used.length).toBeGreaterThan(cases.length / 2);
    expect(new Set(runs.flat())).toEqual(new Set(["foreach", "for-loop", "fused", "first", "steady"]));
    expect(findPeak(inputs[0]?.events ?? [])).toBe(3_959_744_456);
  });

  test("have estimates that are too low as well as too high", () => {
    const gaps = inputs.map(({ events, estimate }) => Math.sign(estimate.total - findPeak(events)));
    expect(new Set(gaps)).toEqual(new Set([-1, 0, 1]));
  });
});

const findPeak = (events: Events): number => Number(measure(events).peak);

/**
 * By how much the highest total of any stretch is above the recorded one. Stretches end where frees do; what was
 * allocated and freed until then tells which recorded moment that is.
 *
 * @throws Error when a stretch ends at no recorded moment
 */
function findLargestRise(recorded: Events, shortened: Events): number {
  const moments = listMoments(recorded);
  let largest = 0;
  let from = 0;
  let summit = 0;
  listMoments(shortened).forEach((moment, index) => {
    summit = Math.max(summit, moment.total);
    if ((shortened[index + 1]?.bytes ?? 1) < 0) return;
    if ((shortened[index]?.bytes ?? 0) > 0 && index + 1 < shortened.length) return;
    const until = moments.findIndex(
      ({ allocated, total }, at) => at >= from && allocated === moment.allocated && total === moment.total,
    );
    if (until === -1) throw new Error(`event ${index} ends a stretch at no recorded moment`);
    largest = Math.max(
      largest,
      summit - Math.max(...moments.slice(from, until + 1).map(({ total }) => total)),
    );
    [from, summit] = [until + 1, 0];
  });
  return largest;
}

/** All that was allocated so far, and what of it is in use, after each event. */
function listMoments(events: Events): readonly { readonly allocated: number; readonly total: number }[] {
  let [allocated, total] = [0, 0];
  return events.map(({ bytes }) => {
    allocated += Math.max(0, bytes);
    total += bytes;
    return { allocated, total };
  });
}
