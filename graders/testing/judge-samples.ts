/** For tests: a question's sample submissions, judged in this process, beside the points their folder promises. */
import { basename } from "node:path";
import type { Question } from "../contract/question";
import { planQuestions } from "../judge/plan";
import { assignment } from "../questions/efficient-deep-learning";
import { loadMaterial } from "../verify/load-material";
import { getMaterial, type Sample } from "../verify/material";
import { judgeSamples as judgeOnPlan } from "../verify/samples";
import { nameFinding } from "./judge-implementation";
import { projectRoot } from "./project-root";

export interface JudgedSample {
  readonly sample: Sample;
  /** The file's: a reading's id, or what the sample does. */
  readonly name: string;
  /** The name of its folder. */
  readonly expectedPoints: string;
  readonly points: string | undefined;
  /** One per part, as `nameFinding` has it; none when the question could not be graded. */
  readonly findings: readonly string[];
}

/** A question of the catalogue, beside those above it that the sample answers, too: what it may carry forward. */
export function judgeSamples(question: Question): readonly JudgedSample[] {
  const { questions } = assignment;
  const above = questions.slice(
    0,
    questions.findIndex(({ id }) => id === question.id),
  );
  const material = loadMaterial(projectRoot, { ...assignment, questions: [question] });
  const plan = planQuestions([...above, question], "test");
  return judgeOnPlan(plan, question, getMaterial(material, question).samples).map(({ sample, verdict }) => {
    const graded = verdict.status === "not_graded" ? undefined : verdict;
    return {
      sample,
      name: basename(sample.name),
      expectedPoints: sample.points,
      points: graded?.points,
      findings: graded?.parts.map(nameFinding) ?? [],
    };
  });
}
