/** What the student's own forwardMemory finds, held against the estimate. */
import { findQuestions } from "../../testing/find-questions";
import { judgePartOf, nameFinding } from "../../testing/judge-implementation";
import { type CheckEstimate, type Events, findPeak } from "../../testing/measured-peak";
import { question } from "./question";

describe("the student's own peak", () => {
  const forwardMemory = (events: Events) => ({ peakBytes: findPeak(events) - 4, activationBytes: 0 });
  const judgeWith = (own: (events: Events) => unknown) =>
    judgePartOf(
      [question],
      {
        forwardMemory: own,
        checkEstimate: (events: Events, { total }: { total: number }) => {
          const { peakBytes } = forwardMemory(events);
          return { actualBytes: peakBytes, relativeError: (total - peakBytes) / peakBytes };
        },
      },
      { part: "numbers" },
    );

  test("is carried forward", () => {
    expect(nameFinding(judgeWith(forwardMemory))).toBe("reading:own-peak+signed-error");
  });

  test.each([
    ["missing", () => undefined],
    ["constant", () => ({ peakBytes: 5 })],
    ["another one", (events: Events) => ({ peakBytes: findPeak(events) })],
  ])("carries nothing when it is %s", (_, own) => {
    expect(nameFinding(judgeWith(own))).toBe("reading:error-of-own-actual");
  });
});

describe.each(["one", "two", "three"])("with seed %s", (seed) => {
  const questions = [...findQuestions("forward-profile"), question];
  const sum = (events: Events, ...categories: string[]) =>
    events.filter(({ category }) => categories.includes(category)).reduce((all, { bytes }) => all + bytes, 0);

  const ofPass = /input|activation|temporary/;
  const peakOfAll = (events: Events, isHeld: (category: string) => boolean) =>
    findPeak(events.filter(({ category }) => isHeld(category)));

  test.each([
    ["elements", (events: Events) => findPeak(events) / 4],
    ["a sample of eight", (events: Events) => findPeak(events) / 8],
    ["with a stale run", (events: Events) => findPeak(events) + sum(events, "activation", "temporary")],
    [
      "of the pass alone",
      (events: Events) => findPeak(events.filter(({ category }) => /activation|temporary/.test(category))),
    ],
    [
      "of activations",
      (events: Events) => findPeak(events.filter(({ category }) => category === "activation")),
    ],
    ["without parameters", (events: Events) => peakOfAll(events, (one) => one !== "parameter")],
    [
      "of what a pass allocates and its input",
      (events: Events) => peakOfAll(events, (one) => ofPass.test(one)),
    ],
    ["without the input", (events: Events) => peakOfAll(events, (one) => one !== "input")],
    ["without temporaries", (events: Events) => peakOfAll(events, (one) => one !== "temporary")],
    [
      "of each category by itself",
      (events: Events) =>
        [...new Set(events.map(({ category }) => category))].reduce(
          (all, category) => all + peakOfAll(events, (one) => one === category),
          0,
        ),
    ],
  ])("an own peak in or %s is carried forward", (_, peakOf) => {
    const forwardMemory = (events: Events) => ({ peakBytes: peakOf(events), activationBytes: 0 });
    const checkEstimate = (events: Events, { total }: { total: number }) => {
      const actualBytes = forwardMemory(events).peakBytes;
      return { actualBytes, relativeError: Math.abs(total - actualBytes) / actualBytes };
    };
    const verdict = judgePartOf(questions, { forwardMemory, checkEstimate }, { part: "numbers", seed });
    expect(verdict.points).toBe("0.75");
  });

  test("what no way of reading a forward pass comes to in an iteration carries nothing", () => {
    const isIteration = (events: Events) => events.some(({ category }) => category === "gradient");
    const forwardMemory = (events: Events) => ({
      peakBytes: isIteration(events) ? findPeak(events) / 2 : peakOfAll(events, (one) => one !== "temporary"),
      activationBytes: 0,
    });
    const checkEstimate = (events: Events, { total }: { total: number }) => {
      const actualBytes = forwardMemory(events).peakBytes;
      return { actualBytes, relativeError: Math.abs(total - actualBytes) / actualBytes };
    };
    const verdict = judgePartOf(questions, { forwardMemory, checkEstimate }, { part: "numbers", seed });
    expect(Number(verdict.points)).toBeLessThan(0.5);
  });

  test("an own peak in MiB is no number of bytes to hold the estimate against", () => {
    const forwardMemory = (events: Events) => ({ peakBytes: findPeak(events) / 2 ** 20, activationBytes: 0 });
    const mixed: CheckEstimate = (events, { total }) => {
      const actualBytes = forwardMemory(events).peakBytes;
      return { actualBytes, relativeError: Math.abs(total - actualBytes) / actualBytes };
    };
    const verdict = judgePartOf(
      questions,
      { forwardMemory, checkEstimate: mixed },
      { part: "numbers", seed },
    );
    expect([nameFinding(verdict), verdict.points]).toEqual(["reading:actual-alone", "0.375"]);
    const told: CheckEstimate = (events, { total }) => {
      const actualBytes = forwardMemory(events).peakBytes;
      return { actualBytes, relativeError: Math.abs(total / 2 ** 20 - actualBytes) / actualBytes };
    };
    const converted = { forwardMemory, checkEstimate: told };
    expect(judgePartOf(questions, converted, { part: "numbers", seed }).points).toBe("0.75");
  });
});
