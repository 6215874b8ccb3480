/** Mutates a subject throughout and judges every mutant: the mutation score of the hidden cases. */
import type { Assignment } from "../../assignment";
import { GraderFault } from "../../contract";
import type { Answers } from "../../engine/given";
import type { Plan } from "../../engine/plan";
import { rememberAnswers } from "../remember";
import { setExams } from "./judge-alone";
import { judgeMutant } from "./judge-mutant";
import { listMutants } from "./list-mutants";
import { type Loaded, loadModules, transpile } from "./load-modules";
import { applyChange, type JudgedMutant } from "./mutant";
import { RandomInputs } from "./random-inputs";
import { type Subject, toPath } from "./subject";

export interface MutateOptions {
  readonly seed: string;
  /** Written explanations of the right work, for parts that are judged by text. */
  readonly explanations: Readonly<Record<string, string>>;
  readonly onStart?: (mutants: number) => void;
  readonly onMutant?: (done: JudgedMutant) => void;
}

/**
 * @throws GraderFault when the unchanged subject does not load or does not earn full points: then nothing can be said
 *   of its mutants
 */
export function mutateSubject(
  assignment: Assignment,
  subject: Subject,
  { seed, explanations, onStart = () => {}, onMutant = () => {} }: MutateOptions,
): readonly JudgedMutant[] {
  const questions = rememberAnswers(assignment.questions);
  const scripts = new Map([...subject.files].map(([path, file]) => [path, transpile(file.text)]));
  const entry = toPath(subject.root, subject.entry);
  const original = loadOriginal(scripts, entry);
  const exams = setExams(questions, seed, (plan) => answerBy(original, plan, explanations));
  for (const { question, right } of exams) {
    const lost = right.filter(({ points, maxPoints }) => points !== maxPoints).map(({ id }) => id);
    if (lost.length > 0) {
      throw new GraderFault(
        `${subject.name} loses points in ${question.id} (${lost.join(", ")}): nothing to mutate`,
      );
    }
  }
  const asked = new Set(
    questions.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === "call" ? [part.export] : []))),
  );
  const inputs = new RandomInputs(original);
  const mutants = listMutants(subject, asked);
  onStart(mutants.length);
  return mutants.map((mutant) => {
    const text = subject.files.get(mutant.path)?.text ?? "";
    const changed = loadModules(
      new Map([...scripts, [mutant.path, transpile(applyChange(text, mutant))]]),
      entry,
    );
    const judged = { mutant, fate: judgeMutant(mutant, changed, exams, inputs) };
    onMutant(judged);
    return judged;
  });
}

function loadOriginal(scripts: ReadonlyMap<string, string>, entry: string): Loaded {
  const original = loadModules(scripts, entry);
  if (original === undefined) throw new GraderFault(`${entry}: does not load`);
  return original;
}

function answerBy(loaded: Loaded, plan: Plan, explanations: MutateOptions["explanations"]): Answers {
  const given = loaded.callAll(plan.calls);
  const outcomes = new Map(plan.calls.map((call, index) => [call.key, given[index]]));
  return {
    getOutcome: (key) => outcomes.get(key) ?? { kind: "missing-export" },
    getExplanation: (question) => explanations[question] ?? "",
  };
}
