/**
 * The release check, pure but for calling our own samples: are questions declared well, is everything found said in
 * words, is nothing hidden given away, do samples earn their marks, and do the hidden cases tell apart what is worth
 * different marks?
 */
import type { Assignment } from "../contract/assignment";
import { checkDeclarations } from "./declarations";
import { checkHiddenValues } from "./hidden-values";
import { getMaterial, type Material } from "./material";
import type { Problem } from "./problem";
import { checkRecognition } from "./recognition";
import { rememberAnswers } from "./remember-answers";
import { observeSamples } from "./samples";
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
  const survey = surveySeeds(remembering, material, { seeds, onSeed }, samples);
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
