import { UsageError } from "./faults";
import { limitNames, limitTable, parseLimits } from "./limits";

describe("limits", () => {
  test("without overrides every limit has its default", () => {
    const limits = parseLimits();
    for (const name of limitNames) expect(limits[name]).toBe(limitTable[name].default);
  });

  test.each(limitNames)("the default of %s lies in its own range", (name) => {
    const { default: standard, min, max } = limitTable[name];
    expect(standard).toBeGreaterThanOrEqual(min);
    expect(standard).toBeLessThanOrEqual(max);
    expect(parseLimits({ [name]: standard })[name]).toBe(standard);
  });

  test("an override replaces one limit, also as digits from a command line", () => {
    expect(parseLimits({ callMs: 500 })).toEqual({ ...parseLimits(), callMs: 500 });
    expect(parseLimits({ callMs: "500" }).callMs).toBe(500);
  });

  test("processor time follows the time altogether, unless it is given", () => {
    expect(parseLimits({ totalMs: 90_500 }).processorSeconds).toBe(92);
    expect(parseLimits({ totalMs: "90500", processorSeconds: "5" }).processorSeconds).toBe(5);
  });

  test("an unknown name is refused with the list of names", () => {
    expect(() => parseLimits({ calMs: 5 })).toThrow(UsageError);
    expect(() => parseLimits({ calMs: 5 })).toThrow(/unknown limit "calMs"; the limits are: .*callMs/);
    expect(() => parseLimits({ toString: 5 })).toThrow('unknown limit "toString"');
  });

  test.each([[0], [-1], [1.5], [Number.NaN], ["2s"], [""], [null], [{}], [1e15]])(
    "%p is refused in one line that says the range and what came",
    (value) => {
      const attempt = (): unknown => parseLimits({ callMs: value });
      expect(attempt).toThrow(/^limit callMs: expected a whole number from 10 to 3600000, got [^\n]+$/);
    },
  );
});
