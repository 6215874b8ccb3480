/** Evaluates an expression with a student's own functions, the way a selfcheck calls them. */
import type { CodePlace } from "../../contract/code-place";
import type { CompileFailure } from "../../contract/compiled";
import type { Message } from "../../contract/message";
import type { Outcome } from "../../contract/outcome";
import type { Submission } from "../../contract/submission";
import { encodeCall } from "../../contract/wire";
import { type Machine, runTraced } from "./machine";
import { type Pointed, pointAt } from "./pointed";
import { type Trial, trialName, writeTrial } from "./write-trial";

/** The place that an expression is told to stand in. */
const expressionPath = "expression";

interface Stopped {
  readonly says: Message;
  readonly at: Pointed | null;
  readonly printed: string;
}

export type Tried =
  /** The submission does not compile, or stops before there is anything to try. */
  | ({ readonly kind: "broken" } & Stopped)
  /** The expression itself is none. */
  | ({ readonly kind: "no-expression" } & Stopped)
  | {
      readonly kind: "tried";
      readonly outcome: Outcome;
      readonly at: Pointed | null;
      readonly printed: string;
    };

/** @throws GraderFault for what is not the submission's doing; the signal's reason when interrupted */
export async function tryExpression(
  submission: Submission,
  expression: string,
  machine: Machine,
  signal?: AbortSignal,
): Promise<Tried> {
  const trial = writeTrial(submission.entry, submission.files, expression);
  const written = { ...submission, files: trial.files };
  const call = encodeCall({ export: trialName, args: [] });
  const run = await runTraced(written, [call], machine, signal);
  if (!run.ok) return describeFailure(submission, expression, trial, { compiled: run, machine });
  if (run.load.kind === "failed") return { kind: "broken", says: run.load.says, ...run.getTrace(run.load) };
  const [outcome = { kind: "missing-export" as const }] = run.outcomes;
  // In a notebook, an expression that is none costs its own cell alone.
  const none = outcome.kind === "missing-export" ? await findMistake(submission, expression, machine) : null;
  if (none !== null) return none;
  const loading = run.getTrace(run.load);
  const { at, printed } = run.getTrace(outcome);
  return {
    kind: "tried",
    outcome,
    at: at === null ? null : moveToExpression(at, submission.entry, trial, expression),
    printed: loading.printed + printed,
  };
}

/** A source that is broken by itself is told as in a selfcheck: a brace that it lacks shows in the expression first. */
async function describeFailure(
  submission: Submission,
  expression: string,
  trial: Trial,
  { compiled, machine }: { readonly compiled: CompileFailure; readonly machine: Machine },
): Promise<Tried> {
  const alone = await machine.compiler.compile(submission);
  const failure = alone.ok ? compiled : alone;
  const at = failure.place === undefined ? null : pointAt(failure.place, submission);
  const told = { says: failure.says, printed: "" };
  return alone.ok
    ? {
        kind: "no-expression",
        ...told,
        at: at === null ? null : moveToExpression(at, submission.entry, trial, expression),
      }
    : { kind: "broken", ...told, at };
}

/** What is wrong with an expression by itself; null where nothing is. */
async function findMistake(
  { entry }: Submission,
  expression: string,
  { compiler }: Machine,
): Promise<Tried | null> {
  const alone = writeTrial(entry, [{ path: entry, text: "", bytes: 0 }], expression);
  const compiled = await compiler.compile({ entry, files: alone.files });
  if (compiled.ok) return null;
  const { says, place } = compiled;
  const at = place === undefined ? null : pointAt(place, { entry, files: alone.files });
  return {
    kind: "no-expression",
    says,
    printed: "",
    at: at === null ? null : moveToExpression(at, entry, alone, expression),
  };
}

/** A place in what was put behind the student's source, told by the expression's own lines. */
function moveToExpression(at: Pointed, entry: string, { firstLine }: Trial, expression: string): Pointed {
  // The line above is ours as well: `return (`.
  if (at.path !== entry || at.line < firstLine - 1) return at;
  const lines = expression.split(/\r\n|\r|\n/);
  const last = lines.length - 1;
  const index = Math.min(Math.max(at.line - firstLine, 0), last);
  const source = lines[index] ?? "";
  // What is missing at its end is missed in the line below.
  const column = at.line < firstLine ? 1 : at.line - firstLine > last ? source.length + 1 : at.column;
  const place: CodePlace = { path: expressionPath, line: index + 1, column };
  return { ...place, source, above: "", cell: null };
}
