/**
 * Checks one submission by the public half of its assignment, with the grader's own compiler, sandbox and runner:
 * compile and check types side by side, run the public checks' calls, judge what came back.
 */

import type { Compiler } from "../../contract/compiled";
import type { Limits } from "../../contract/limits";
import type { Outcome } from "../../contract/outcome";
import type { SandboxMode } from "../../contract/sandbox-report";
import type { Submission } from "../../contract/submission";
import type { Call, Value } from "../../contract/value";
import { type EncodedCall, encodeCall } from "../../contract/wire";
import { collectExplanations } from "../../intake/explanations";
import { listWrittenNames } from "../../intake/missing-export";
import { nameQuestions, type QuestionNames } from "../../intake/question-names";
import { startCompiler } from "../../running/compile/compile";
import { runSubmission } from "../../running/run/run";
import type { LoadedSubmission, RunResult } from "../../running/run/run-result";
import { createSandbox, type Sandbox } from "../../running/sandbox/sandbox";
import type { PublicAssignment } from "../public/public-assignment";
import type { StyleNote } from "../typescript/style";
import { type Answers, judgeChecks } from "./judge-checks";
import { checkName } from "./name-check";
import type { OpenedSubmission } from "./open-submission";
import type { Note, SelfcheckReport } from "./result";
import { type SourceReport, startTypeChecker, type TypeChecker } from "./type-checker";

export interface SelfcheckOptions {
  readonly sandboxMode: SandboxMode;
  readonly limits: Limits;
  /** Of TypeScript's messages. */
  readonly language: string;
}

/** Stays open from one look to the next, so that a second look is quick. */
export interface Selfcheck {
  /** @throws GraderFault for what is not the submission's doing; the signal's reason when interrupted */
  check(found: OpenedSubmission, signal?: AbortSignal): Promise<SelfcheckReport>;
  /** What TypeScript thinks of it; asked apart, for it takes longer than all the rest. */
  checkSource(submission: Submission): Promise<SourceReport>;
  close(): Promise<void>;
}

interface CheckingTools {
  readonly assignment: PublicAssignment;
  readonly compiler: Compiler;
  readonly sandbox: Promise<Sandbox>;
  readonly types: TypeChecker;
  readonly limits: Limits;
}

/** Starts all that can be started before the submission is read. */
export function openSelfcheck(assignment: PublicAssignment, options: SelfcheckOptions): Selfcheck {
  const { limits, language, sandboxMode } = options;
  const types = startTypeChecker(limits, language);
  const compiler = startCompiler(limits, sandboxMode);
  const sandbox = createSandbox(sandboxMode, limits, compiler);
  sandbox.catch(() => {});
  const machine: CheckingTools = { assignment, compiler, sandbox, types, limits };
  return {
    check: (found, signal) => checkSubmission(found, machine, signal),
    checkSource: async ({ entry, files }) =>
      keepAsked(await types.check(entry, files), listAsked(assignment)),
    close: async () => {
      await Promise.all([
        types.close(),
        sandbox.then(
          (one) => one.close(),
          () => {},
        ),
      ]);
      await compiler.close();
    },
  };
}

async function checkSubmission(
  found: OpenedSubmission,
  { assignment, compiler, sandbox, limits }: CheckingTools,
  signal: AbortSignal | undefined,
): Promise<SelfcheckReport> {
  if (found.kind === "refused") return { kind: "refused", says: found.refused };
  const notes = listNotes(found);
  const compiled = await compiler.compile(found);
  if (!compiled.ok) return { kind: "broken", says: compiled.says, notes };
  const calls = listCalls(assignment);
  const run = await runSubmission(
    compiled,
    [...calls.values()],
    { sandbox: await sandbox, limits },
    {
      ...(signal === undefined ? {} : { signal }),
    },
  );
  if (run.load.kind === "failed") return { kind: "broken", says: run.load.says, notes };
  const texts = collectTexts(found, run.load.explanations, nameAsked(assignment));
  const answers = collectAnswers([...calls.keys()], run, { ...run.load, files: found.files }, texts);
  const asked = listAsked(assignment);
  return {
    kind: "checked",
    questions: assignment.questions.map((question) => judgeChecks(question, asked, answers)),
    name: checkName(run.load.name),
    notes: [...noteLoss(run.load), ...notes, ...noteTexts(texts)],
    contentDigest: found.contentDigest,
  };
}

/** Names of all functions that are asked for. */
export function listAsked({ questions }: PublicAssignment): ReadonlySet<string> {
  return new Set(questions.flatMap((one) => one.signatures.map(({ name }) => name)));
}

/** Functions that are not exported are worth a word only when they are asked for. */
function keepAsked({ types, notes }: SourceReport, asked: ReadonlySet<string>): SourceReport {
  const kept = notes.flatMap((note): readonly StyleNote[] => {
    if (note.kind !== "not-exported") return [note];
    const names = note.names.filter((name) => asked.has(name));
    return names.length === 0 ? [] : [{ ...note, names }];
  });
  return { types, notes: kept };
}

/** Distinct calls of all public checks, by key. */
function listCalls({ questions }: PublicAssignment): ReadonlyMap<string, EncodedCall> {
  const checks = questions.flatMap((question) => question.checks);
  const calls = checks.flatMap((check) => [...check.calls, ...(check.besides ?? [])]);
  return new Map(calls.map((call) => [getKey(call), encodeCall(call)]));
}

function getKey(call: Call): string {
  const { export: name, argsText } = encodeCall(call);
  return `${name} ${argsText}`;
}

function collectAnswers(
  keys: readonly string[],
  run: RunResult,
  { exports, files }: Pick<LoadedSubmission, "exports"> & Pick<Submission, "files">,
  texts: ReadonlyMap<string, string>,
): Answers {
  const outcomes = new Map(keys.map((key, index) => [key, run.outcomes[index]]));
  const unasked: Outcome = { kind: "did-not-answer", because: { code: "not-asked" } };
  return {
    exports,
    written: listWrittenNames(files.map((file) => file.text)),
    getOutcome: (call) => outcomes.get(getKey(call)) ?? unasked,
    getText: (question) => texts.get(question) ?? "",
  };
}

function nameAsked({ questions, tasks }: PublicAssignment): readonly QuestionNames[] {
  const parts = questions.map((one) => ({ ...one, exports: one.signatures.map(({ name }) => name) }));
  return nameQuestions(parts, tasks);
}

/** What the student wrote, by question id, without texts that only hold the place of one. */
function collectTexts(
  { answersMarkdown, files }: Submission,
  exported: Value,
  questions: readonly QuestionNames[],
): ReadonlyMap<string, string> {
  const { byQuestion } = collectExplanations({
    exported,
    texts: answersMarkdown === undefined ? [] : [answersMarkdown],
    sources: files.map((file) => file.text),
    questions,
  });
  return new Map([...byQuestion].filter(([, text]) => !/^\W*your answer here\W*$/i.test(text.slice(0, 200))));
}

/** What of the top level did not come through. */
function noteLoss({ loadError, explanationsTooLarge }: LoadedSubmission): readonly Note[] {
  return [
    ...(loadError === undefined ? [] : [{ kind: "stopped", error: loadError } as const]),
    ...(explanationsTooLarge === undefined ? [] : [{ kind: "texts-too-large" } as const]),
  ];
}

function noteTexts(texts: ReadonlyMap<string, string>): readonly Note[] {
  return texts.size === 0 ? [] : [{ kind: "texts-found", questions: [...texts.keys()] }];
}

/** What of the entry's bytes is worth a word. */
function listNotes({ entry, files, remarks = [] }: Submission): readonly Note[] {
  const written = files.find((file) => file.path === entry);
  if (written === undefined) return [];
  const hasMark = written.bytes === Buffer.byteLength(written.text) + 3;
  return [
    ...(hasMark ? [{ kind: "byte-order-mark" } as const] : []),
    ...(written.text.includes("\r\n") ? [{ kind: "windows-lines" } as const] : []),
    ...remarks.map((says) => ({ kind: "remark", says }) as const),
  ];
}
