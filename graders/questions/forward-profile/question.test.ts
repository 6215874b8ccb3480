import type { MemoryEvent } from "../../contract/value";
import { judgeLast, judgePartOf, nameFinding } from "../../testing/judge-implementation";
import { listFailedChecks } from "../../testing/public-checks";
import { question } from "./question";

type Events = readonly MemoryEvent[];

/** Written the long way, independent of the reference: live tensors by category, looked at after every event. */
function profile(events: Events) {
  const live = new Map<string, number>();
  let best = { peakBytes: 0, activationBytes: 0 };
  for (const { bytes, category } of events) {
    live.set(category, (live.get(category) ?? 0) + bytes);
    const total = [...live.values()].reduce((sum, value) => sum + value, 0);
    const pass = (live.get("activation") ?? 0) + (live.get("temporary") ?? 0);
    if (total > best.peakBytes) best = { peakBytes: total, activationBytes: pass };
  }
  return best;
}

const judge = (forwardMemory: (events: Events) => unknown, part: "peak" | "activations", seed = "test") =>
  judgePartOf([question], { forwardMemory }, { part, seed });

test.each([
  ["numbers", (value: number) => value],
  ["bigints", (value: number) => BigInt(value)],
  ["decimal strings", (value: number) => String(value)],
])("peak and activations earn both points, as %s", (_, tell) => {
  const forwardMemory = (events: Events) => {
    const { peakBytes, activationBytes } = profile(events);
    return { peakBytes: tell(peakBytes), activationBytes: tell(activationBytes) };
  };
  const verdict = judgeLast([question], { forwardMemory });
  expect(verdict.points).toBe("2");
  expect(verdict.parts.map(nameFinding)).toEqual([
    "reading:running-total",
    "reading:all-but-parameters-and-input",
  ]);
});

/** What is live after the last event, of some categories. */
const sumOf = (events: Events, ...categories: readonly string[]) =>
  events.reduce((sum, { bytes, category }) => sum + (categories.includes(category) ? bytes : 0), 0);
const sumAll = (events: Events) => sumOf(events, "parameter", "input", "activation", "temporary");
const allocate = (events: Events) => events.reduce((sum, { bytes }) => sum + Math.max(0, bytes), 0);

test.each<[string, string, string, (events: Events) => object]>([
  ["peak", "in-mib", "1", (e) => ({ peakBytes: profile(e).peakBytes / 2 ** 20 })],
  ["peak", "in-gb", "1", (e) => ({ peakBytes: Number((profile(e).peakBytes / 1e9).toFixed(3)) })],
  [
    "peak",
    "parameters-left-out",
    "0.75",
    (e) => ({ peakBytes: (profile(e).peakBytes - sumOf(e, "parameter")) / 1e6 }),
  ],
  ["peak", "end-of-pass", "0.5", (e) => ({ peakBytes: sumAll(e) / 2 ** 20 })],
  ["peak", "input-left-out+end-of-pass", "0.375", (e) => ({ peakBytes: sumAll(e) - sumOf(e, "input") })],
  [
    "peak",
    "parameters-left-out+end-of-pass",
    "0.375",
    (e) => ({ peakBytes: sumAll(e) - sumOf(e, "parameter") }),
  ],
  ["peak", "end-of-pass+elements", "0.25", (e) => ({ peakBytes: sumAll(e) / 4 })],
  [
    "peak",
    "input-left-out+elements",
    "0.375",
    (e) => ({ peakBytes: (profile(e).peakBytes - sumOf(e, "input")) / 4 }),
  ],
  ["peak", "elements", "0.5", (e) => ({ peakBytes: profile(e).peakBytes / 4 / 2 ** 20 })],
  ["peak", "one-of-eight", "0.5", (e) => ({ peakBytes: profile(e).peakBytes / 8 })],
  ["peak", "end-of-pass+one-of-eight", "0.25", (e) => ({ peakBytes: sumAll(e) / 8 })],
  ["peak", "input-left-out+frees-ignored", "0.1875", (e) => ({ peakBytes: allocate(e) - sumOf(e, "input") })],
  ["peak", "in-gb-roughly", "0.75", (e) => ({ peakBytes: (profile(e).peakBytes / 1e9).toFixed(2) })],
  ["peak", "in-gib-coarsely", "0.5", (e) => ({ peakBytes: (profile(e).peakBytes / 2 ** 30).toFixed(1) })],
  ["peak", "in-mb-roughly", "0.75", (e) => ({ peakBytes: Math.round(profile(e).peakBytes / 1e6) })],
  ["peak", "in-mib", "1", (e) => ({ peakBytes: (profile(e).peakBytes / 2 ** 20).toPrecision(3) })],
  [
    "peak",
    "elements+in-gb-roughly",
    "0.375",
    (e) => ({ peakBytes: (profile(e).peakBytes / 4e9).toFixed(2) }),
  ],
  [
    "activations",
    "rest-of-own-peak+in-gb",
    "1",
    (e) => {
      const peakBytes = Number((profile(e).peakBytes / 1e9).toFixed(2));
      return { peakBytes, activationBytes: peakBytes - sumOf(e, "parameter", "input") / 1e9 };
    },
  ],
  ["activations", "kept-at-end+in-mib", "1", (e) => ({ activationBytes: sumOf(e, "activation") / 2 ** 20 })],
  ["activations", "elements", "0.5", (e) => ({ activationBytes: sumOf(e, "activation") / 4 })],
  ["activations", "one-of-eight", "0.5", (e) => ({ activationBytes: sumOf(e, "activation") / 8 })],
  [
    "activations",
    "one-of-eight+elements",
    "0.25",
    (e) => ({ activationBytes: profile(e).activationBytes / 32 }),
  ],
  ["activations", "end-of-pass", "0.5", (e) => ({ activationBytes: sumAll(e) / 1e9 })],
  [
    "activations",
    "peak-as-activations+elements",
    "0.25",
    (e) => ({ activationBytes: profile(e).peakBytes / 4 }),
  ],
  [
    "activations",
    "frees-ignored+one-of-eight",
    "0.25",
    (e) => ({ activationBytes: (allocate(e) - sumOf(e, "parameter", "input")) / 8 }),
  ],
])("%s: %s earn %s", (part, id, points, forwardMemory) => {
  const verdict = judge(forwardMemory, part as "peak" | "activations");
  expect([nameFinding(verdict), verdict.points]).toEqual([`reading:${id}`, points]);
});

test("activations follow from an own, wrong peak in MiB", () => {
  const forwardMemory = (events: Events) => {
    const peakBytes = (profile(events).peakBytes - 4) / 2 ** 20;
    return { peakBytes, activationBytes: peakBytes - sumOf(events, "parameter", "input") / 2 ** 20 };
  };
  const verdict = judge(forwardMemory, "activations");
  expect([nameFinding(verdict), verdict.points]).toEqual(["reading:rest-of-own-peak+in-mib", "1"]);
});

describe("activations of an own, wrong peak", () => {
  const ofPeak = (peakOf: (events: Events) => number) => (events: Events) => {
    const sum = (category: string) =>
      events.reduce((total, one) => total + (one.category === category ? one.bytes : 0), 0);
    const peakBytes = peakOf(events);
    return { peakBytes, activationBytes: peakBytes - sum("parameter") - sum("input") };
  };

  test("earn the point", () => {
    const slightlyLow = ofPeak((events) => profile(events).peakBytes - 4);
    expect(nameFinding(judge(slightlyLow, "peak"))).toBe("unexplained");
    expect(nameFinding(judge(slightlyLow, "activations"))).toBe("reading:rest-of-own-peak");
  });

  test.each(["one", "two", "three"])("earn the point beside a stale run's, with seed %s", (seed) => {
    const stale = ofPeak(
      (events) =>
        profile(events).peakBytes +
        events.reduce(
          (sum, { bytes, category }) => sum + (/activation|temporary/.test(category) ? bytes : 0),
          0,
        ),
    );
    expect(nameFinding(judge(stale, "peak", seed))).toBe("reading:stale-run");
    expect(judge(stale, "activations", seed).points).toBe("1");
  });

  test.each([
    ["with the input", ["activation", "temporary", "input"]],
    ["kept at the end", ["activation"]],
  ])("may be told in MiB %s", (name, categories) => {
    const told = (events: Events) => {
      const { peakBytes } = profile(events);
      const sum = (...names: readonly string[]) =>
        events.reduce((all, { bytes, category }) => all + (names.includes(category) ? bytes : 0), 0);
      const bytes =
        name === "with the input" ? peakBytes - sum("parameter") : sum(...categories, "temporary");
      return { peakBytes, activationBytes: bytes / 2 ** 20 };
    };
    const figure = name === "with the input" ? "input-included" : "kept-at-end";
    expect(nameFinding(judge(told, "activations"))).toBe(`reading:${figure}+in-mib`);
  });

  test.each([
    ["constant", () => 5_157_206_240],
    ["zero", () => 0],
    ["the number of events", (events: Events) => events.length],
    ["more than was ever allocated", (events: Events) => 100 * profile(events).peakBytes],
    ["not a number", () => Number.NaN],
  ])("earn nothing where the peak is %s", (_, peakOf) => {
    expect(judge(ofPeak(peakOf), "activations").points).toBe("0");
  });
});

test("right activations earn their point beside a missing peak", () => {
  const activationsOnly = (events: Events) => ({ activationBytes: profile(events).activationBytes });
  expect(judge(activationsOnly, "activations").points).toBe("1");
  expect(nameFinding(judge(activationsOnly, "peak"))).toBe("malformed");
});

test.each([5, null, [], { peakBytes: Number.POSITIVE_INFINITY, activationBytes: "all" }])(
  "%p is malformed",
  (value) => {
    expect(nameFinding(judge(() => value, "peak"))).toBe("malformed");
    expect(nameFinding(judge(() => value, "activations"))).toBe("malformed");
  },
);

test("accepted profiles pass the public checks, in bytes and in MiB; the whole peak as activations does not", () => {
  const inMiB = (events: Events) => {
    const { peakBytes, activationBytes } = profile(events);
    return { peakBytes: peakBytes / 2 ** 20, activationBytes: activationBytes / 2 ** 20 };
  };
  expect(listFailedChecks(question, { forwardMemory: profile })).toEqual([]);
  expect(listFailedChecks(question, { forwardMemory: inMiB })).toEqual([]);
  const peakTwice = (events: Events) => {
    const { peakBytes } = profile(events);
    return { peakBytes, activationBytes: peakBytes };
  };
  expect(listFailedChecks(question, { forwardMemory: peakTwice })).toHaveLength(2);
});
