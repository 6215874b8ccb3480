/** The vectors of any model, held against a product of options that is taken literally. */
import fc from "fast-check";
import type { ChoiceModel, ChoiceTable, Exception, Option, Options, Picks } from "../contract/choice";
import { multiplyCredits } from "../contract/points";
import { compareVectors, findVector, listVectors } from "./vectors";

const names = ["first", "second", "third", "fourth"] as const;

const anyOption = fc.record(
  {
    credit: fc.constantFrom("0.5", "0.75", "1"),
    isOwn: fc.constant<true>(true),
    looksBack: fc.constant<true>(true),
    solved: fc.constant({ least: 0, most: 1 }),
  },
  { requiredKeys: [] },
);

const anyTable: fc.Arbitrary<ChoiceTable> = fc
  .tuple(...names.map(() => fc.array(anyOption, { maxLength: 4 })))
  .map((lists) =>
    Object.fromEntries(
      lists.map((others, of) => {
        const options = [{}, ...others].map((option, at) => ({
          ...option,
          id: `${names[of]}-${at}`,
          effect: 10 * of + at,
        }));
        return [names[of], options as unknown as Options<unknown>];
      }),
    ),
  );

const anyException: fc.Arbitrary<Exception> = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 2 }),
    fc.integer({ min: 1, max: 3 }),
    fc.constantFrom("0.25", "0.9"),
  )
  .map(([of, at, credit]) => ({
    when: Object.fromEntries(of.map((choice) => [choice, `${choice}-${at}`])),
    credit,
    because: "a test",
  }));

const anyModel = fc.tuple(anyTable, fc.array(anyException, { maxLength: 3 })).map(
  ([choices, exceptions]): ChoiceModel => ({
    referenceId: "right",
    choices,
    exceptions,
    collisions: [],
    answer: () => undefined,
    probe: () => 0,
    probeTolerance: 0,
  }),
);

/** One option of every choice, whatever they are. */
function multiplyOut({ choices }: ChoiceModel): readonly Readonly<Record<string, Option>>[] {
  let all: readonly Readonly<Record<string, Option>>[] = [{}];
  for (const [choice, options] of Object.entries(choices))
    all = all.flatMap((one) => options.map((option) => ({ ...one, [choice]: option })));
  return all;
}

/** What the vector of these options should be; `undefined` for too much at once. */
function spellOut({ choices, exceptions }: ChoiceModel, combined: Readonly<Record<string, Option>>) {
  const others = Object.entries(combined).filter(([choice, option]) => option !== choices[choice]?.[0]);
  const options = others.map(([, option]) => option);
  const slips = options.filter(({ credit = "1" }) => Number(credit) < 1).length;
  const solved = others.filter(([, option]) => option.solved !== undefined).map(([choice]) => choice);
  if (slips > 2 || solved.length > 1) return undefined;
  const picks: Picks = Object.fromEntries(others.map(([choice, { id }]) => [choice, id]));
  const exception = exceptions.find(({ when }) =>
    Object.entries(when).every(([choice, id]) => picks[choice] === id),
  );
  const rest = others.filter(([choice]) => exception?.when[choice] === undefined);
  const isOwn = options.some((option) => option.isOwn);
  return {
    picks,
    effects: Object.fromEntries(Object.entries(combined).map(([choice, { effect }]) => [choice, effect])),
    slips,
    solved: solved[0],
    isOwn,
    looksBack: isOwn || options.some((option) => option.looksBack),
    credit: multiplyCredits([
      ...(exception === undefined ? [] : [exception.credit]),
      ...rest.map(([, { credit = "1" }]) => credit),
    ]),
  };
}

const tell = ({
  picks,
  effects,
  slips,
  solved,
  isOwn,
  looksBack,
  credit,
}: ReturnType<typeof listVectors>[0]) => ({
  ...{ picks, effects, slips, solved: solved?.choice, isOwn, looksBack, credit },
});

test("vectors are the options multiplied out, without too much at once, at the product of their credits", () => {
  fc.assert(
    fc.property(anyModel, (model) => {
      const expected = multiplyOut(model).flatMap((combined) => spellOut(model, combined) ?? []);
      const came = listVectors(model).map(tell);
      const byPicks = (all: readonly { readonly picks: Picks }[]) =>
        new Map(all.map((one) => [JSON.stringify(one.picks), one]));
      expect(came).toHaveLength(expected.length);
      expect(byPicks(came)).toEqual(byPicks(expected));
    }),
  );
});

test("the best vector comes first, and each is found by its picks", () => {
  fc.assert(
    fc.property(anyModel, (model) => {
      const all = listVectors(model);
      expect(all).toEqual([...all].sort(compareVectors));
      for (const one of all)
        expect([findVector(model, one.picks)].flatMap((found) => (found ? tell(found) : []))).toEqual([
          tell(one),
        ]);
    }),
    { numRuns: 30 },
  );
});
