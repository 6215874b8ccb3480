/**
 * Which questions the judging of each one goes by: whose functions it consults, whose findings it looks at, and what these
 * go by themselves. Whatever else a class answered or a rubric changed makes no difference to it. Pure.
 */
import { remember } from "../contract/remember";
import type { WidenedQuestions } from "../contract/widened-questions";
import type { PlannedQuestion } from "./plan";

/** By id; each with itself. */
export type Needs = ReadonlyMap<string, ReadonlySet<string>>;

export const listNeeds = remember((questions: readonly PlannedQuestion[]): Needs => {
  const owner = new Map(
    questions.flatMap(({ question }) =>
      question.parts.flatMap((part) => (part.kind === "call" ? [[part.export, question.id] as const] : [])),
    ),
  );
  const own = new Map(questions.map((one) => [one.question.id, listOwn(one, owner)]));
  return new Map([...own.keys()].map((id) => [id, followAll(id, own)]));
});

function listOwn(planned: PlannedQuestion, owner: ReadonlyMap<string, string>): readonly string[] {
  const { id, buildsOn = [], looksAt = [] } = planned.question;
  const named = [id, ...buildsOn, ...looksAt];
  if (planned.kind === "faulty") return named;
  const cases = planned.parts.flatMap((part) => (part.kind === "call" ? part.cases : []));
  const calls = cases.flatMap(({ consults, chained }) => [...Object.values(consults), ...chained]);
  const owners = [...new Set(calls.map((call) => call.export))].flatMap((name) => owner.get(name) ?? []);
  return [...named, ...owners];
}

function followAll(id: string, own: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const all = new Set([id]);
  // A set hands out what is added while it is walked.
  for (const one of all) for (const other of own.get(one) ?? []) all.add(other);
  return all;
}

export function widenQuestions(ids: ReadonlySet<string>, needs: Needs): WidenedQuestions {
  const touched = [...needs].filter(([, needed]) => [...needed].some((one) => ids.has(one)));
  return {
    touched: new Set(touched.map(([id]) => id)),
    needed: new Set(touched.flatMap(([, needed]) => [...needed])),
  };
}
