/** Which of the functions asked for a submission exports, and what was probably meant for the others. Pure. */
import type { MissingExport } from "../contract/missing-export";
import type { Question } from "../contract/question";
import type { QuestionVerdict } from "../contract/verdict";
import { explainMissingExport, listWrittenNames } from "../intake/missing-export";
import type { ExportedName } from "../running/run/run-result";

export interface ExportCount {
  readonly found: number;
  readonly asked: number;
}

/** Whatever is exported under an asked name counts as found; that it is no function is said elsewhere. */
export function countExports(questions: readonly Question[], exported: readonly ExportedName[]): ExportCount {
  const asked = listAsked(questions);
  return { found: exported.filter((one) => asked.has(one.name)).length, asked: asked.size };
}

/** The verdicts, each unanswered part whose function is not exported with what was probably meant. */
export function hintAtExports(
  verdicts: readonly QuestionVerdict[],
  questions: readonly Question[],
  exported: readonly ExportedName[],
  sources: readonly string[],
): readonly QuestionVerdict[] {
  const asked = listAsked(questions);
  const names = new Set(exported.map((one) => one.name));
  if ([...asked].every((name) => names.has(name))) return verdicts;
  const spare = exported.flatMap((one) =>
    one.type === "function" && !asked.has(one.name) ? [one.name] : [],
  );
  const written = listWrittenNames(sources);
  const explain = (name: string): MissingExport | null =>
    names.has(name) ? null : explainMissingExport(name, spare, written);
  return verdicts.map((verdict) => hintAtQuestion(verdict, questions, explain));
}

function hintAtQuestion(
  verdict: QuestionVerdict,
  questions: readonly Question[],
  explain: (name: string) => MissingExport | null,
): QuestionVerdict {
  if (verdict.status === "not_graded") return verdict;
  const question = questions.find((one) => one.id === verdict.id);
  const parts = verdict.parts.map((one) => {
    const part = question?.parts.find(({ id }) => id === one.id);
    if (one.finding.kind !== "unanswered" || part?.kind !== "call") return one;
    const hint = explain(part.export);
    return hint === null ? one : { ...one, finding: { ...one.finding, hint } };
  });
  return { ...verdict, parts };
}

function listAsked(questions: readonly Question[]): ReadonlySet<string> {
  return new Set(
    questions.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === "call" ? [part.export] : []))),
  );
}
