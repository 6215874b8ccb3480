/** For tests: what is found in the samples of a question, by the ids of readings and options. */
import type { Question } from "../contract/question";
import { listPartVerdicts } from "../contract/recorded-question";
import { listNamed, type PartFinding } from "../contract/verdict";
import { planQuestions } from "../judge/plan";
import { assignment } from "../questions/efficient-deep-learning";
import { loadMaterial } from "../verify/load-material";
import { getMaterial } from "../verify/material";
import { judgeSamples } from "../verify/samples";
import { projectRoot } from "./project-root";

/** Ids by which what shows it may be called. */
export function listFoundIds(finding: PartFinding): readonly string[] {
  switch (finding.kind) {
    case "explained":
      return [finding.reading.id, ...listNamed(finding.reading)];
    case "mixed":
      return finding.readings.map((one) => one.id);
    default:
      return [];
  }
}

/** Of a question of the catalogue, beside those above it that a sample answers, too: what it may carry forward. */
export function findShownIds(question: Question): ReadonlySet<string> {
  const { questions } = assignment;
  const above = questions.slice(
    0,
    questions.findIndex(({ id }) => id === question.id),
  );
  const { samples } = getMaterial(
    loadMaterial(projectRoot, { ...assignment, questions: [question] }),
    question,
  );
  const judged = judgeSamples(planQuestions([...above, question], "test"), question, samples);
  const findings = judged.flatMap(({ verdict }) => listPartVerdicts(verdict).map(({ finding }) => finding));
  return new Set(findings.flatMap(listFoundIds));
}
