/** Mutates a subject throughout and judges every mutant: the mutation score of the hidden cases. */
import type { Assignment } from "../../contract/assignment";
import { GraderFault } from "../../contract/faults";
import type { Call } from "../../contract/value";
import type { Answers } from "../../judge/given";
import type { Plan } from "../../judge/plan";
import type { ts } from "../../running/compile/compiler-api";
import { rememberAnswers } from "../remember-answers";
import { findSpan, hitName, markSpans, type Span } from "./coverage";
import { type PreparedQuestion, prepareQuestions } from "./judge-alone";
import { judgeMutant } from "./judge-mutant";
import { listMutants } from "./list-mutants";
import { type Globals, type Loaded, limitByOriginal, loadModules } from "./load-modules";
import { applyChange, type JudgedMutant, type Mutant } from "./mutant";
import { RandomInputs } from "./random-inputs";
import { type Subject, toPath } from "./subject";
import { transpile } from "./transpile";

export interface MutateOptions {
  readonly seed: string;
  /** Written explanations of the right work, for parts that are judged by text. */
  readonly explanations: Readonly<Record<string, string>>;
  readonly onStart?: (mutants: number) => void;
  readonly onMutant?: (done: JudgedMutant) => void;
}

export interface MutatedSubject {
  readonly judged: readonly JudgedMutant[];
  /** Mutants left out, since right answers never evaluate what they change. */
  readonly unevaluated: number;
}

/**
 * @throws GraderFault when the unchanged subject does not load or does not earn full points: then nothing can be said
 *   of its mutants
 */
export function mutateSubject(
  assignment: Assignment,
  subject: Subject,
  { seed, explanations, onStart = () => {}, onMutant = () => {} }: MutateOptions,
): MutatedSubject {
  const questions = rememberAnswers(assignment.questions);
  const scripts = new Map([...subject.files].map(([path, file]) => [path, transpile(file.text)]));
  const entry = toPath(subject.root, subject.entry);
  const original = load(scripts, entry);
  const prepared = prepareQuestions(questions, seed, (plan) => answerBy(original, plan, explanations));
  refuseLostPoints(subject, prepared);
  const inputs = new RandomInputs(original);
  const asked = new Set(
    questions.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === "call" ? [part.export] : []))),
  );
  const all = listMutants(subject, asked);
  const calls = [
    ...prepared.flatMap((question) => question.calls),
    ...questions.flatMap((one) => inputs.list(one)),
  ];
  const mutants = selectEvaluated(subject, all, calls);
  onStart(mutants.length);
  const limitTurns = limitByOriginal(original);
  const judged = mutants.map((mutant) => {
    const text = subject.files.get(mutant.path)?.text ?? "";
    const changed = loadModules(
      new Map([...scripts, [mutant.path, transpile(applyChange(text, mutant))]]),
      entry,
      {},
      limitTurns,
    );
    const done = { mutant, result: judgeMutant(mutant, changed, prepared, inputs) };
    onMutant(done);
    return done;
  });
  return { judged, unevaluated: all.length - mutants.length };
}

function refuseLostPoints(subject: Subject, prepared: readonly PreparedQuestion[]): void {
  for (const { question, right } of prepared) {
    const lost = right.filter(({ points, maxPoints }) => points !== maxPoints).map(({ id }) => id);
    if (lost.length > 0) {
      throw new GraderFault(
        `${subject.name} loses points in ${question.id} (${lost.join(", ")}): nothing to mutate`,
      );
    }
  }
}

/** Mutants of what these calls evaluate, loading included. */
function selectEvaluated(
  subject: Subject,
  mutants: readonly Mutant[],
  calls: readonly Call[],
): readonly Mutant[] {
  const spans = mutants.map((mutant) => findSpan(getFile(subject, mutant.path), mutant));
  const hits = new Set<string>();
  const scripts = new Map(
    [...subject.files].map(([path, file]) => {
      const marked = new Set(spans.filter((span, index) => span && mutants[index]?.path === path) as Span[]);
      // Every file has its own name for the function, since spans are unique within a file only.
      return [
        path,
        `const ${hitName} = (span) => __hits.add("${path} " + span);\n${markSpans(file.text, marked)}`,
      ];
    }),
  );
  const loaded = load(scripts, toPath(subject.root, subject.entry), { __hits: hits });
  loaded.callAll(calls);
  return mutants.filter(({ path }, index) => {
    const span = spans[index];
    return span === undefined || hits.has(`${path} ${span}`);
  });
}

function getFile({ files }: Subject, path: string): ts.SourceFile {
  const file = files.get(path);
  if (file === undefined) throw new GraderFault(`${path}: not among the modules of the subject`);
  return file;
}

function load(scripts: ReadonlyMap<string, string>, entry: string, globals: Globals = {}): Loaded {
  const loaded = loadModules(scripts, entry, globals);
  if (loaded === undefined) throw new GraderFault(`${entry}: does not load`);
  return loaded;
}

function answerBy(loaded: Loaded, plan: Plan, explanations: MutateOptions["explanations"]): Answers {
  const given = loaded.callAll(plan.calls);
  const outcomes = new Map(plan.calls.map((call, index) => [call.key, given[index]]));
  return {
    getOutcome: (key) => outcomes.get(key) ?? { kind: "missing-export" },
    getExplanation: (question) => explanations[question] ?? "",
  };
}
