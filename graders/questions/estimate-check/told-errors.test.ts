/** In which forms the error may be told. */
import { judgePartOf, nameFinding } from "../../testing/judge-implementation";
import { type CheckEstimate, check, findPeak } from "../../testing/measured-peak";
import { question } from "./question";

const judge = (checkEstimate: CheckEstimate, seed: string) =>
  judgePartOf([question], { checkEstimate }, { part: "numbers", seed });

describe.each(["one", "two", "three"])("with seed %s", (seed) => {
  test.each([
    ["to two decimals", "peak-and-error", (error: number) => Number(error.toFixed(2))],
    ["to whole percents", "percent", (error: number) => Math.round(100 * error)],
    ["off after two decimals", "peak-and-error", (error: number) => Math.floor(100 * error) / 100],
    ["off after three", "peak-and-error", (error: number) => Math.trunc(1000 * error) / 1000],
    ["up after two", "peak-and-error", (error: number) => Math.ceil(100 * error) / 100],
    ["off to whole percents", "percent", (error: number) => Math.floor(100 * error)],
    ["up to tenths of a percent", "percent", (error: number) => Math.ceil(1000 * error) / 10],
  ])("an error may be rounded or cut %s", (_, id, round) => {
    const rounded: CheckEstimate = (events, estimate) => {
      const { actualBytes, relativeError } = check(events, estimate);
      return { actualBytes, relativeError: round(relativeError) };
    };
    expect(nameFinding(judge(rounded, seed))).toBe(`reading:${id}`);
  });

  test("an error with its sign may be cut off towards zero or below", () => {
    for (const cut of [Math.trunc, Math.floor]) {
      const told: CheckEstimate = (events, { total }) => {
        const actualBytes = findPeak(events);
        return { actualBytes, relativeError: cut((100 * (total - actualBytes)) / actualBytes) / 100 };
      };
      expect(nameFinding(judge(told, seed))).toBe("reading:signed-error");
    }
  });

  test("an error of one decimal does not tell how far off it is", () => {
    const coarse: CheckEstimate = (events, estimate) => {
      const { actualBytes, relativeError } = check(events, estimate);
      return { actualBytes, relativeError: relativeError.toFixed(1) };
    };
    expect(nameFinding(judge(coarse, seed))).toBe("reading:actual-alone");
  });
});
