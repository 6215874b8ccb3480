/**
 * The release check, pure but for calling our own samples: are questions declared well, is everything found said in
 * words, is nothing hidden given away, do samples earn their marks, and do the hidden cases tell apart what is worth
 * different marks?
 */
import type { Assignment } from "../assignment";
import type { Question } from "../contract";
import { planQuestions } from "../engine/plan";
import { checkDeclarations } from "./declarations";
import { checkHiddenValues, checkObservations } from "./hidden-values";
import { getMaterial, type Material } from "./material";
import type { Problem } from "./problem";
import { checkRecognition, listRecognised } from "./recognition";
import { rememberAnswers } from "./remember";
import { judgeSamples } from "./samples";
import { checkSentences } from "./sentences";
import { type PartReport, surveySeeds } from "./survey";

export interface VerifyOptions {
  readonly seeds: readonly string[];
  /** Hears of every seed that is done. */
  readonly onSeed?: (seed: string) => void;
}

export interface Verification {
  readonly problems: readonly Problem[];
  readonly parts: readonly PartReport[];
}

export function verifyAssignment(
  assignment: Assignment,
  material: Material,
  { seeds, onSeed = () => {} }: VerifyOptions,
): Verification {
  const { questions } = assignment;
  const statements = new Map(
    questions.map((question) => [question.id, getMaterial(material, question).statement ?? ""]),
  );
  const remembering = rememberAnswers(questions);
  const samples = observeSamples(remembering, material, seeds[0] ?? "verify");
  const survey = surveySeeds(remembering, material, seeds, samples.shown, onSeed);
  return {
    problems: [
      ...checkDeclarations(assignment, material),
      ...checkSentences(assignment),
      ...checkHiddenValues(remembering, statements),
      ...samples.problems,
      ...survey.problems,
      ...checkRecognition(survey.parts),
    ],
    parts: survey.parts,
  };
}

/** Under one seed: what is said of the samples, and the readings that they show. */
function observeSamples(questions: readonly Question[], material: Material, seed: string) {
  const plan = planQuestions(questions, seed);
  const judged = questions.map((question) => {
    const samples = judgeSamples(plan, question, getMaterial(material, question).samples);
    return { question, verdicts: samples.map(({ verdict }) => verdict) };
  });
  return {
    shown: new Set(judged.flatMap(({ verdicts }) => listRecognised(verdicts))),
    problems: judged.flatMap(({ question, verdicts }) => checkObservations(question, verdicts, seed)),
  };
}
