/** Points only for what is known: neither a table of public inputs nor the order of calls is an answer. */
import { nothingEarlier } from "../../contract/nothing-earlier";
import { type PlannedPart, planQuestions } from "../../judge/plan";
import { judge, seeds } from "../../testing/attempts";
import { findQuestions } from "../../testing/find-questions";
import type { Implementation } from "../../testing/judge-implementation";

describe.each(seeds)("under seed %s", (seed) => {
  test.each([
    ["compute", "memory"],
    ["memory", "compute"],
    ["memory", "memory", "compute"],
  ])("an answer by the order of calls is no answer: %s, %s …", (...words) => {
    const counting = (): Implementation => {
      let calls = 0;
      const next = () => words[calls++ % words.length];
      return { boundBy: next, fusedBoundBy: next };
    };
    expect(judge(["bound"], counting, seed).bound).toMatch(/^0 /);
  });

  test.each(["bound", "max-batch", "estimate-check", "forward-profile"])(
    "%s: a table of the inputs that every class is asked earns nothing for giving up on the others",
    (id) => {
      const questions = findQuestions(id);
      const table = new Map(
        planQuestions(questions, "another class").questions.flatMap((one) =>
          one.kind === "faulty"
            ? []
            : one.parts.flatMap((part) => (part.kind === "call" ? listRightAnswers(part) : [])),
        ),
      );
      const names = [...new Set([...table.keys()].map((key) => key.slice(0, key.indexOf(" "))))];
      const looking = (): Implementation =>
        Object.fromEntries(
          names.map((name) => [
            name,
            (...args: readonly unknown[]) => {
              const known = table.get(writeKey(name, args));
              if (known === undefined) throw new Error("not in the table");
              return known;
            },
          ]),
        );
      expect(judge([id], looking, seed)[id]).toMatch(/^0 /);
    },
  );
});

const writeKey = (name: string, args: readonly unknown[]): string => `${name} ${JSON.stringify(args)}`;

/** By what a call would be known by. */
function listRightAnswers({ part, cases }: Extract<PlannedPart, { kind: "call" }>) {
  const [reference] = part.readings;
  if (reference === undefined || reference.by === "rule") return [];
  return cases.flatMap((one): [string, unknown][] => {
    const answer = reference.answer(one.case.input, nothingEarlier);
    return answer === undefined ? [] : [[writeKey(part.export, one.call.args), answer]];
  });
}
