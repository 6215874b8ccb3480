import { assignmentCosts, countSteps, eachElement, oncePerGroup, reduceGroup } from "./operations";
import { OperationCounter } from "./testing/operation-counter";

describe("counted steps", () => {
  test("the notebook's costs: division 4, exponential 40, comparisons free", () => {
    expect(assignmentCosts).toMatchObject({
      addition: 1n,
      multiplication: 1n,
      division: 4n,
      exponential: 40n,
      comparison: 0n,
    });
  });

  test("steps add up per element and per group", () => {
    const steps = [
      reduceGroup("sum", "addition", "sum", "exact"),
      oncePerGroup("sum", "division", "mean"),
      eachElement("rest", "division", "quotient", 2n),
    ];
    expect(countSteps(steps, assignmentCosts)).toEqual({ perElement: 1n + 2n * 4n, perGroup: -1n + 4n });
  });

  test("a sum from zero takes one addition more than one from its first term", () => {
    const exact = reduceGroup("sum", "addition", "sum", "exact");
    const fromZero = reduceGroup("sum", "addition", "sum", "from-zero");
    expect([exact.perElement, exact.perGroup, fromZero.perElement, fromZero.perGroup]).toEqual([
      1n,
      -1n,
      1n,
      0n,
    ]);
  });
});

describe("OperationCounter", () => {
  test("computes and counts every operation", () => {
    const counter = new OperationCounter();
    expect(counter.add(2, 3)).toBe(5);
    expect(counter.subtract(2, 3)).toBe(-1);
    expect(counter.multiply(2, 3)).toBe(6);
    expect(counter.divide(3, 2)).toBe(1.5);
    expect(counter.squareRoot(9)).toBe(3);
    expect(counter.exponential(0)).toBe(1);
    expect(counter.maximum(2, 3)).toBe(3);
    expect(counter.timesOf("addition")).toBe(2n);
    expect(counter.flops(assignmentCosts)).toBe(2n + 1n + 4n + 1n + 40n + 0n);
  });
});
