import { judgeLast, judgePartOf, nameFinding } from "../../testing/judge-implementation";
import { type CheckEstimate, check, type Events, findPeak } from "../../testing/measured-peak";
import { listFailedChecks } from "../../testing/public-checks";
import { question } from "./question";

const judge = (checkEstimate: CheckEstimate, seed = "test") =>
  judgePartOf([question], { checkEstimate }, { part: "numbers", seed });

test.each([
  ["numbers", (value: number) => value, (error: number) => error],
  ["a bigint and a string", (value: number) => BigInt(value), (error: number) => `${error.toFixed(6)}`],
  ["an error rounded to three decimals", (value: number) => value, (error: number) => error.toFixed(3)],
])("peak and error earn three quarters of the point, as %s", (_, tell, tellError) => {
  const verdict = judge((events, estimate) => {
    const { actualBytes, relativeError } = check(events, estimate);
    return { actualBytes: tell(actualBytes), relativeError: tellError(relativeError) };
  });
  expect(nameFinding(verdict)).toBe("reading:peak-and-error");
  expect(verdict.points).toBe("0.75");
});

const findEnd = (events: Events) => events.reduce((live, { bytes }) => live + bytes, 0);

test.each<[string, string, (events: Events, estimate: { total: number }) => object]>([
  [
    "ratio",
    "0.5625",
    (e, { total }) => ({ actualBytes: findPeak(e) / 2 ** 20, relativeError: total / findPeak(e) }),
  ],
  [
    "end-of-iteration+ratio",
    "0.2813",
    (e, { total }) => ({ actualBytes: findEnd(e), relativeError: total / findEnd(e) }),
  ],
  [
    "end-of-iteration+difference-without-sign",
    "0.1875",
    (e, { total }) => ({ actualBytes: findEnd(e), relativeError: total - findEnd(e) }),
  ],
  [
    "end-of-iteration",
    "0.375",
    (e, { total }) => ({
      actualBytes: findEnd(e) / 1e6,
      relativeError: (100 * (findEnd(e) - total)) / total,
    }),
  ],
  [
    "difference-in-bytes",
    "0.375",
    (e, { total }) => ({ actualBytes: findPeak(e) / 1e9, relativeError: (total - findPeak(e)) / 1e9 }),
  ],
  [
    "signed-error+percent+in-mib",
    "0.75",
    (e, { total }) => ({
      actualBytes: findPeak(e) / 2 ** 20,
      relativeError: (100 * (total - findPeak(e))) / findPeak(e),
    }),
  ],
  ["end-of-iteration+actual-alone", "0.1875", (e) => ({ actualBytes: findEnd(e), relativeError: 0.1 })],
  [
    "in-gb-roughly",
    "0.5625",
    (e, { total }) => ({
      actualBytes: (findPeak(e) / 1e9).toFixed(2),
      relativeError: Math.abs(total / findPeak(e) - 1),
    }),
  ],
  [
    "in-mib",
    "0.75",
    (e, { total }) => {
      const actualBytes = Number((findPeak(e) / 2 ** 20).toPrecision(3));
      return { actualBytes, relativeError: Math.abs(total / 2 ** 20 / actualBytes - 1) };
    },
  ],
  [
    "difference-without-sign+in-gb-roughly",
    "0.2813",
    (e, { total }) => ({
      actualBytes: (findPeak(e) / 1e9).toFixed(2),
      relativeError: (Math.abs(total - findPeak(e)) / 1e9).toFixed(2),
    }),
  ],
  ["actual-alone", "0.375", (e) => ({ actualBytes: findPeak(e) / 1024, relativeError: 0.1 })],
])("%s earns %s of the numbers", (id, points, checkEstimate) => {
  const verdict = judgePartOf([question], { checkEstimate }, { part: "numbers" });
  expect([nameFinding(verdict), verdict.points]).toEqual([`reading:${id}`, points]);
});

describe("the sentence", () => {
  const judgeWith = (explanation: string) =>
    judgeLast([question], { checkEstimate: check }, { explanations: { "estimate-check": explanation } });

  test("earns the last quarter", () => {
    const reasons = "The step needs temporaries the size of the weights, which my estimate leaves out.";
    expect(judgeWith(reasons).points).toBe("1");
  });

  test.each(["", "YOUR ANSWER HERE", "yes", "close, close, close"])("earns nothing when it is %p", (text) => {
    expect(judgeWith(text).points).toBe("0.75");
  });

  test("sends wrong numbers to a person", () => {
    const reasons = "I had no GPU; modelled on paper, the step should hold five copies of the weights.";
    const verdict = judgeLast([question], {}, { explanations: { "estimate-check": reasons } });
    expect(verdict).toMatchObject({ status: "pending_manual", points: "0.25" });
  });
});

test.each(["one", "two", "three"])("reasons-given earns a quarter, with seed %s", (seed) => {
  const explanations = { "estimate-check": "The step needs temporaries the size of all the weights." };
  const verdict = judgePartOf([question], {}, { part: "sentence", seed, explanations });
  expect([nameFinding(verdict), verdict.points]).toEqual(["reading:reasons-given", "0.25"]);
});

test.each([
  ["made up", (events: Events) => events.length],
  ["constant", () => 3_959_744_456],
  ["zero", () => 0],
  ["more than was ever allocated", (events: Events) => 50 * findPeak(events)],
])("an error that follows from actual bytes that are %s earns nothing", (_, actualOf) => {
  const verdict = judge((events, { total }) => {
    const actualBytes = actualOf(events);
    return { actualBytes, relativeError: actualBytes === 0 ? 1 : (total - actualBytes) / actualBytes };
  });
  expect(verdict.points).toBe("0");
});

test.each([
  ["a bare number", () => 0.07],
  ["no error", (events: Events) => ({ actualBytes: findPeak(events) })],
  [
    "an error that is not a number",
    (events: Events) => ({ actualBytes: findPeak(events), relativeError: Number.NaN }),
  ],
  ["a text", (events: Events) => ({ actualBytes: findPeak(events), relativeError: "7 %" })],
])("%s is malformed", (_, checkEstimate) => {
  expect(nameFinding(judge(checkEstimate))).toBe("malformed");
});

test("for every seed, near misses earn what they are worth", () => {
  for (let seed = 0; seed < 20; seed++) {
    const ratio = judge(
      (events, { total }) => ({
        actualBytes: findPeak(events),
        relativeError: total / findPeak(events),
      }),
      `${seed}`,
    );
    expect(nameFinding(ratio)).toBe("reading:ratio");
    const end = judge((events, { total }) => {
      const actualBytes = events.reduce((sum, { bytes }) => sum + bytes, 0);
      return { actualBytes, relativeError: (total - actualBytes) / actualBytes };
    }, `${seed}`);
    expect(nameFinding(end)).toBe("reading:end-of-iteration");
  }
});

test("accepted comparisons pass the public checks; a ratio does not", () => {
  expect(listFailedChecks(question, { checkEstimate: check })).toEqual([]);
  const ratio = (events: Events, { total }: { total: number }) => ({
    actualBytes: findPeak(events),
    relativeError: total / findPeak(events),
  });
  expect(listFailedChecks(question, { checkEstimate: ratio })).toHaveLength(1);
});
