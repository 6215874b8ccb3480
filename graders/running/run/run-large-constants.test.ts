import { parseLimits } from "../../contract/limits";
import { type Bench, openBench, shorten } from "../../testing/run-source";

let bench: Bench;
beforeAll(async () => {
  bench = await openBench(parseLimits());
});
afterAll(() => bench.close());

const double = "export function double(x: number): number { return 2 * x; }\n";

describe("exported explanations", () => {
  test.each([
    [
      "of more than 512 KiB in all",
      'const explanations = { a: "x".repeat(400_000), b: "x".repeat(400_000) };',
    ],
    ["nested without end", "const explanations: unknown[] = []; explanations.push(explanations);"],
  ])("%s are said to be too large, and the functions answer", async (_name, source) => {
    const { load, outcomes, tampering } = await bench.run(`${double}export ${source}`, [["double", 21]]);
    expect(load).toMatchObject({ kind: "loaded", explanationsTooLarge: true });
    expect(load).not.toHaveProperty("explanations");
    expect(shorten(outcomes)).toEqual([42]);
    expect(tampering).toBeNull();
  });

  test.each([
    ["of a Map", 'const explanations = new Map([["a", "x"]])'],
    ["of a class", 'const explanations = new (class { a = "x" })()'],
    ["of a class with getters", 'const explanations = new (class { get a() { return "x"; } })()'],
    [
      "of a class above it",
      'const explanations = new (class extends class { get a() { return "x"; } } {})()',
    ],
  ])("%s come as pairs", async (_name, source) => {
    const { load } = await bench.run(`${double}export ${source};`, []);
    expect(load).toMatchObject({ kind: "loaded", explanations: [["a", "x"]] });
  });

  test.each(["{}", "[]", '""', "null", "Promise.resolve({ a: 1 })", "Object.create({ a: 1 })"])(
    "that hold nothing are none: %s",
    async (value) => {
      const { load } = await bench.run(`${double}export const explanations = ${value};`, []);
      expect(load).toMatchObject({ kind: "loaded" });
      expect(load).not.toHaveProperty("explanations");
    },
  );

  test("that fit come whole, without a word", async () => {
    const { load } = await bench.run(`${double}export const explanations = { a: "x" };`, []);
    expect(load).toMatchObject({ kind: "loaded", explanations: { a: "x" } });
    expect(load).not.toHaveProperty("explanationsTooLarge");
  });
});
