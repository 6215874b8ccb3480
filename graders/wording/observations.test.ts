import fc from "fast-check";
import { describeObservation } from "./observations";
import { english } from "./translator";

const listNumbers = (text: string): readonly string[] => text.match(/\d[\d.]*/g) ?? [];

test("no factor or offset that a program chose is repeated: beyond a short list all are told alike", () => {
  const told = new Set<string>();
  const number = fc.oneof(
    fc.integer({ min: 65, max: 2 ** 53 }),
    fc.double({ min: 1e-9, max: 1e15, noNaN: true }),
  );
  fc.assert(
    fc.property(number, fc.constantFrom("factor", "offset"), (value, kind) => {
      const written = String(value);
      const observation =
        kind === "factor"
          ? ({ kind: "factor", factor: written } as const)
          : ({ kind: "offset", offset: written } as const);
      const sentence = describeObservation(observation, english);
      told.add(sentence);
      return !listNumbers(sentence).includes(written) || ["1000", "1024"].includes(written);
    }),
    { numRuns: 2000 },
  );
  // Under a hundred sentences: fewer bits than a letter of a name, and most of them one and the same.
  expect(told.size).toBeLessThan(20);
});

test.each([
  [{ kind: "factor", factor: "2" } as const, "twice"],
  [{ kind: "factor", factor: "3" } as const, "times 3"],
  [{ kind: "factor", factor: "284774753419340" } as const, "times one and the same number"],
  [{ kind: "offset", offset: "-1" } as const, "minus 1"],
  [{ kind: "offset", offset: "977" } as const, "plus one and the same number"],
])("%j says %s", (observation, words) => {
  expect(describeObservation(observation, english)).toContain(words);
});
