/** Points only for what is known: what is the same for every class can be looked up, so that no slip may show there alone. */
import type { Earlier } from "../../contract/earlier";
import type { PlacedTrial } from "../../judge/as-expected";
import { type ChoiceCases, explain } from "../../judge/explain";
import { type Plan, planQuestions } from "../../judge/plan";
import { listVectors, type Vector } from "../../judge/vectors";
import { assignment } from "../../questions/efficient-deep-learning";
import { seeds } from "../../testing/attempts";

const nobody: Earlier = { answer: () => undefined, reading: () => undefined, explanation: () => "" };

const other = planQuestions(assignment.questions, "another class");
const publicKeys = new Set(other.calls.map(({ key }) => key));

interface Named extends ChoiceCases {
  readonly name: string;
}

function listParts({ questions }: Plan): readonly Named[] {
  const planned = questions.flatMap((one) => (one.kind === "planned" ? [one] : []));
  return planned.flatMap(({ question, parts }) =>
    parts.flatMap((one) => {
      if (one.kind === "text" || one.part.model === undefined) return [];
      const { part, cases } = one;
      return [{ name: `${question.id}/${part.id}`, part, model: one.part.model, cases }];
    }),
  );
}

/** A slip by itself that is worth something, and not in how many digits a right number is told. */
const isSlip = ({ deviations, slips, credit, looksBack, solved }: Vector): boolean =>
  deviations.length === 1 &&
  deviations.every(({ choice }) => choice !== "unit" && choice !== "units") &&
  slips === 1 &&
  credit !== "0" &&
  !looksBack &&
  solved === undefined;

/** What somebody who makes this slip answers to all that cannot be looked up. */
function answerSecrets({ model, cases }: Named, { effects }: Vector): readonly PlacedTrial[] {
  return cases.flatMap(({ case: { input }, call }, at) => {
    if (publicKeys.has(call.key)) return [];
    const answer = model.answer(input, effects, nobody);
    return answer === undefined ? [] : [{ at, input, answer, earlier: nobody }];
  });
}

function findBetter(part: Named, slip: Vector): readonly string[] {
  const trials = answerSecrets(part, slip);
  const reading = trials.length === 0 ? undefined : explain(part, trials, false);
  const isBetter = reading !== undefined && Number(reading.credit) > slip.share;
  return isBetter ? [`${part.name}: ${slip.deviations[0]?.option.id} would be taken for ${reading.id}`] : [];
}

/** What two drawn sizes hide by chance hides in few classes, and nobody knows in which. */
test("in most classes each slip shows where nothing can be looked up", () => {
  const found = [...seeds, "a"].flatMap((seed) => {
    const parts = listParts(planQuestions(assignment.questions, seed));
    const tried = parts.flatMap((part) =>
      listVectors(part.model)
        .filter(isSlip)
        .map((slip) => [part, slip] as const),
    );
    expect(tried.length).toBeGreaterThan(300);
    return tried.flatMap(([part, slip]) => findBetter(part, slip));
  });
  expect(found.filter((one, at) => found.indexOf(one) < at)).toEqual([]);
});
