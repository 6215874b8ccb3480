/** What follows from somebody's own work is theirs, whoever was judged before on the same case. */
import fc from "fast-check";
import type { ChoiceModel } from "../contract/choice";
import type { Earlier, FoundIds } from "../contract/earlier";
import { findOwnCandidates, listTiers } from "./own-answers";

interface Work {
  readonly count: number;
  readonly other: number;
  readonly reading: FoundIds | undefined;
  readonly text: string;
}

const seen = ({ count, other, reading, text }: Work): Earlier => ({
  answer: (name) => (name === "count" ? count : other),
  reading: () => reading,
  explanation: () => text,
});

/** Looks at more or less of earlier work, by what it found there before. */
const follow = (effect: unknown, { answer, reading, explanation }: Earlier): number => {
  const count = Number(answer("count"));
  if (count === 0) return Number(effect);
  if (count === 1) return Number(effect) + 10 * Number(answer("other"));
  return Number(effect) + 100 * (reading("earlier")?.size ?? 0) + 1000 * explanation("earlier").length;
};

const model: ChoiceModel = {
  referenceId: "right",
  choices: {
    by: [
      { id: "right", effect: 0 },
      { id: "own", effect: 1, isOwn: true },
      { id: "slipped", effect: 2, isOwn: true, credit: "0.5" },
      { id: "looked", effect: 3, looksBack: true, credit: "0.5" },
    ],
  },
  exceptions: [],
  collisions: [],
  answer: (_, effects, earlier) => follow(effects.by, earlier),
  probe: Number,
  probeTolerance: 0,
};

const works: fc.Arbitrary<Work> = fc.record({
  count: fc.integer({ min: 0, max: 2 }),
  other: fc.integer({ min: 0, max: 3 }),
  reading: fc.constantFrom(undefined, new Set<string>(), new Set(["a"])),
  text: fc.constantFrom("", "t", "text"),
});

const listPicked = (input: object, earlier: Earlier, answer: number): readonly unknown[] =>
  listTiers(model).flatMap((tier) =>
    findOwnCandidates(model, tier, { input, earlier, answer }).map(({ picks }) => picks.by),
  );

test("one after the other, as if each were alone", () => {
  fc.assert(
    fc.property(
      fc.array(works, { minLength: 2, maxLength: 40 }),
      fc.integer({ min: 0, max: 3 }),
      (all, by) => {
        const [input, answerOf] = [{}, (work: Work) => follow(by, seen(work))];
        for (const work of all) {
          const alone = listPicked({}, seen(work), answerOf(work));
          expect(alone).toEqual(by === 0 ? [] : [["own", "slipped", "looked"][by - 1]]);
          expect(listPicked(input, seen(work), answerOf(work))).toEqual(alone);
        }
      },
    ),
  );
});

test("whoever answered the same wherever it was looked has it by look-up", () => {
  let asked = 0;
  const counted: ChoiceModel = {
    ...model,
    choices: { ...model.choices },
    answer: (...given) => {
      asked++;
      return model.answer(...given);
    },
  };
  const [tier] = listTiers(counted);
  if (tier === undefined) throw new Error("the model has vectors that look back");
  const input = {};
  const askAfter = (work: Work): number => {
    const before = asked;
    findOwnCandidates(counted, tier, { input, earlier: seen(work), answer: 0 });
    return asked - before;
  };
  const work = { count: 1, other: 2, reading: new Set(["a"]), text: "" };
  expect(askAfter(work)).toBe(tier.length);
  expect(askAfter({ ...work, reading: undefined, text: "other" })).toBe(0);
  expect(askAfter({ ...work, other: 3 })).toBe(tier.length);
});

test("work that is seen from one case is not taken for what is seen from another", () => {
  const byInput: ChoiceModel = {
    ...model,
    answer: (input, effects, earlier) =>
      Number(effects.by) + (input === two ? 10 : 0) + Number(earlier.answer(input === two ? "two" : "one")),
  };
  const [one, two] = [{}, {}];
  const both: Earlier = { ...seen({ count: 0, other: 0, reading: undefined, text: "" }), answer: () => 0 };
  const strict = (name: string): Earlier => ({
    ...both,
    answer: (asked) => {
      if (asked !== name) throw new RangeError(`${asked} is not there`);
      return 0;
    },
  });
  const pick = (input: object, earlier: Earlier, answer: number) =>
    listTiers(byInput).flatMap((tier) =>
      findOwnCandidates(byInput, tier, { input, earlier, answer }).map(({ picks }) => picks.by),
    );
  expect(pick(one, both, 1)).toEqual(["own"]);
  expect(pick(two, both, 11)).toEqual(["own"]);
  expect(pick(two, strict("two"), 12)).toEqual(["slipped"]);
});
