/** What is said of answers that nothing explains: names that the student knows, and no word against what is right. */
import { findUnexplained } from "../contract/find-sentences";
import type { QuestionVerdict } from "../contract/verdict";
import { planQuestions } from "../judge/plan";
import { projectRoot } from "../testing/project-root";
import { judgeSolution } from "../verify/judged-solution";
import { loadMaterial } from "../verify/load-material";
import { assignment } from "./efficient-deep-learning";

jest.setTimeout(60_000);

const { questions } = assignment;
const plan = planQuestions(questions, "test");
const { reference } = loadMaterial(projectRoot, assignment);

type Spoil = (value: number | bigint, at: number, last: number) => unknown;

/** The reference's numbers, each as something off; those in lists and in charts are not named. */
function spoilAnswer(answer: unknown, spoil: Spoil): unknown {
  if (typeof answer === "number" || typeof answer === "bigint") return spoil(answer, 0, 0);
  if (typeof answer !== "object" || answer === null || Array.isArray(answer)) return answer;
  const entries = Object.entries(answer);
  return Object.fromEntries(
    entries.map(([name, value], at) =>
      typeof value === "number" || typeof value === "bigint"
        ? [name, spoil(value, at, entries.length - 1)]
        : [name, value],
    ),
  );
}

function judgeSpoilt(spoil: Spoil): readonly Extract<QuestionVerdict, { parts: unknown }>[] {
  const implementation = Object.fromEntries(
    Object.entries(reference.implementation).map(([name, answer]) => [
      name,
      typeof answer === "function"
        ? (...args: unknown[]) => spoilAnswer((answer as (...all: unknown[]) => unknown)(...args), spoil)
        : answer,
    ]),
  );
  const { verdicts } = judgeSolution(plan, { ...reference, implementation });
  return verdicts.flatMap((verdict) => (verdict.status === "not_graded" ? [] : [verdict]));
}

const times = (value: number | bigint): unknown => (typeof value === "bigint" ? 67n * value : 67 * value);
const plus = (value: number | bigint): unknown => (typeof value === "bigint" ? value + 7n : value + 7);

test.each<[string, Spoil]>([
  ["every number plus 7", plus],
  ["every number times 67", times],
  ["the first plus 7", (value, at) => (at === 0 ? plus(value) : value)],
  ["the first times 67", (value, at) => (at === 0 ? times(value) : value)],
  ["the last plus 7", (value, at, last) => (at === last ? plus(value) : value)],
  ["the last times 67", (value, at, last) => (at === last ? times(value) : value)],
])("fields are called as the question calls them, and every part is sent its own way: %s", (_, spoil) => {
  for (const { id, parts } of judgeSpoilt(spoil)) {
    const question = questions.find((one) => one.id === id);
    const { fields = [] } = question?.feedback ?? {};
    const asked = question?.parts.flatMap((part) => (part.kind === "call" ? [part] : [])) ?? [];
    for (const { id: partId, finding } of parts) {
      if (finding.kind !== "unexplained") continue;
      const named = finding.observations.flatMap((seen) => ("field" in seen ? [seen.field] : []));
      expect([id, fields]).toEqual([id, expect.arrayContaining(named)]);
      const first = asked.find((part) => part.export === asked.find((one) => one.id === partId)?.export);
      if (first === undefined || first.id === partId) continue;
      const ofFirst = findUnexplained(question?.feedback, first.id);
      expect([id, partId, findUnexplained(question?.feedback, partId)]).not.toEqual([id, partId, ofFirst]);
    }
  }
});
