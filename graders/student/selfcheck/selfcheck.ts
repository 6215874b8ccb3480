/**
 * Checks one submission by the public half of its assignment, with the grader's own compiler, sandbox and runner:
 * compile, run the public checks' calls in a process that came up meanwhile, judge what came back; then check types.
 */

import type { CompileFailure, Compiler } from "../../contract/compiled";
import type { Limits } from "../../contract/limits";
import type { Outcome } from "../../contract/outcome";
import { remember } from "../../contract/remember";
import type { SandboxMode } from "../../contract/sandbox-report";
import { collectNumbers, type ShownAnswers, type ShownNumbers } from "../../contract/shown";
import type { Submission } from "../../contract/submission";
import type { Call } from "../../contract/value";
import { type EncodedCall, encodeCall, nameCall } from "../../contract/wire";
import { locateCell } from "../../intake/notebook/locate-cell";
import type { LoadedSubmission } from "../../running/run/run-result";
import { loadCarried } from "../../validators/carried-validators";
import type { PublicAssignment } from "../public/public-assignment";
import type { StyleNote } from "../typescript/style";
import { listAsked } from "./asked";
import { type Answers, judgeChecks } from "./judge-checks";
import { type Machine, openMachine, runTraced, type TracedRun } from "./machine";
import { checkName } from "./name-check";
import { listNotes, noteDivisions, noteLoss, noteTexts } from "./notes";
import type { OpenedSubmission } from "./open-submission";
import { pointAt } from "./pointed";
import { readWritten, type Written } from "./read-written";
import type { Note, SelfcheckReport } from "./result";
import { createTypeChecker, type SourceReport } from "./type-checker";
import { isAfterStop } from "./unfound-import";

export interface SelfcheckOptions {
  readonly sandboxMode: SandboxMode;
  readonly limits: Limits;
  /** Of TypeScript's messages. */
  readonly language: string;
  /** One that was started already. */
  readonly compiler?: Compiler | undefined;
}

export interface Look {
  readonly signal?: AbortSignal;
  /** Ids of the questions to check; all of them when left out. */
  readonly only?: ReadonlySet<string>;
  /** Whether what a page draws is asked for as well. */
  readonly draws?: boolean;
}

/** Stays open from one look to the next, so that a second look is quick. */
export interface Selfcheck {
  /** @throws GraderFault for what is not the submission's doing; the signal's reason when interrupted */
  check(found: OpenedSubmission, look?: Look): Promise<SelfcheckReport>;
  /** What TypeScript thinks of it, or of the functions of some questions; asked apart, for it takes longer than all the rest. */
  checkSource(submission: Submission, only?: ReadonlySet<string>): Promise<SourceReport>;
  close(): Promise<void>;
}

/** Starts all that can be started before the submission is read. */
export function openSelfcheck(assignment: PublicAssignment, options: SelfcheckOptions): Selfcheck {
  const { limits, language, sandboxMode, compiler } = options;
  const types = createTypeChecker(limits, language);
  const machine = openMachine(sandboxMode, limits, compiler);
  let last: Promise<unknown> = Promise.resolve();
  return {
    check: (found, look = {}) => {
      const checking = checkSubmission(found, { assignment, machine }, look);
      last = checking.catch(() => {});
      return checking;
    },
    checkSource: async (submission, only) => {
      // What is compiled and run meanwhile is what somebody waits for: two cores are not enough for both.
      await last;
      const questions = assignment.questions.filter(({ id }) => only?.has(id) !== false);
      const asked = listAsked({ ...assignment, questions });
      const about = only === undefined ? undefined : asked;
      const found = await types.check(submission.entry, submission.files, about);
      return keepAsked(placeMistakes(found, submission), asked);
    },
    close: async () => {
      await Promise.all([types.close(), machine.close()]);
    },
  };
}

function tellBroken(
  { says, place }: CompileFailure,
  found: Submission,
  notes: readonly Note[],
): SelfcheckReport {
  const at = place === undefined ? null : pointAt(place, found);
  // A brace in the comment is missed at the end of the file, or by the next function.
  return { kind: "broken", says, at, printed: "", notes: [...noteDivisions(found, at), ...notes] };
}

async function checkSubmission(
  found: OpenedSubmission,
  { assignment, machine }: { readonly assignment: PublicAssignment; readonly machine: Machine },
  { signal, only, draws = false }: Look,
): Promise<SelfcheckReport> {
  if (found.kind === "refused") return { kind: "refused", says: found.refused };
  const notes = listNotes(found);
  const chosen = assignment.questions.filter(({ id }) => only?.has(id) !== false);
  const calls = listCalls(chosen, draws);
  const running = runTraced(found, [...calls.values()], machine, signal);
  // While nobody else has anything to do.
  loadCarried();
  const written = readWritten(found, assignment);
  const run = await running;
  if (!run.ok) return tellBroken(run, found, notes);
  const { load } = run;
  const loading = run.getTrace(load);
  if (load.kind === "failed") return { kind: "broken", says: load.says, ...loading, notes };
  const texts = load.explanations === undefined ? written.texts : written.collectTexts(load.explanations);
  const answers = collectAnswers([...calls.keys()], run, load, { ...written, texts });
  const asked = listAsked(assignment);
  const questions = chosen.map((question) => judgeChecks(question, asked, answers));
  const isFine = questions.every(({ state }) => ["passes", "unanswered", "missing"].includes(state));
  return {
    kind: "checked",
    questions,
    name: checkName(load.name, {
      source: found.files.find(({ path }) => path === found.entry)?.text ?? "",
      didStop: load.loadError !== undefined,
    }),
    notes: [
      ...noteLoss(load, loading.at),
      ...(isFine ? [] : noteDivisions(found)),
      ...notes,
      ...noteTexts(texts),
    ],
    contentDigest: found.contentDigest,
    ...(draws ? { shown: collectShown(chosen, answers) } : {}),
  };
}

/** Those that stop or are not there draw nothing. */
function collectShown(questions: PublicAssignment["questions"], answers: Answers): ShownNumbers {
  const shows = questions.flatMap(
    (one) => Object.entries(one.shows ?? {}) as [keyof ShownNumbers, ShownAnswers][],
  );
  return collectNumbers(
    shows.map(([name, { calls, read }]) => [
      name,
      read(calls.map(answers.getOutcome).map((one) => (one.kind === "value" ? one.value : undefined))),
    ]),
  );
}

/** Lines of a file that was made of a notebook are told by their cell. */
function placeMistakes({ types, notes }: SourceReport, submission: Submission): SourceReport {
  if (types.kind !== "checked") return { types, notes };
  const mistakes = types.mistakes.map((mistake) => {
    const cell = locateCell(mistake, submission);
    return cell === null ? mistake : { ...mistake, cell };
  });
  return { types: { ...types, mistakes }, notes };
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

/** Distinct calls of all public checks, and of what is drawn, by key. */
function listCalls(
  questions: PublicAssignment["questions"],
  draws: boolean,
): ReadonlyMap<string, EncodedCall> {
  const checks = questions.flatMap((question) => question.checks);
  const shown = draws ? questions.flatMap(({ shows = {} }) => Object.values(shows)) : [];
  const calls = [
    ...checks.flatMap((check) => [...check.calls, ...(check.besides ?? [])]),
    ...shown.flatMap((one) => one.calls),
  ];
  return new Map(calls.map((call) => [getKey(call), encode(call)]));
}

const encode = remember(encodeCall);

const getKey = (call: Call): string => nameCall(encode(call));

function collectAnswers(
  keys: readonly string[],
  run: TracedRun,
  load: LoadedSubmission,
  { texts, names }: Pick<Written, "texts" | "names">,
): Answers {
  const { loadError, exports } = load;
  const outcomes = new Map(keys.map((key, index) => [key, run.outcomes[index]]));
  const unasked: Outcome = { kind: "did-not-answer", because: { code: "not-asked" } };
  return {
    exports,
    // What is not exported may stand behind the place where the top level stopped.
    written: loadError === undefined ? names : { ...names, declared: [], members: [] },
    getOutcome: (call) => {
      const outcome = outcomes.get(getKey(call)) ?? unasked;
      return loadError !== undefined && isAfterStop(outcome)
        ? { kind: "threw", message: loadError.message }
        : outcome;
    },
    getTrace: (call) => {
      const outcome = outcomes.get(getKey(call));
      const isAfter = loadError !== undefined && outcome !== undefined && isAfterStop(outcome);
      return isAfter
        ? { ...run.getTrace(load), printed: run.getTrace(outcome).printed }
        : run.getTrace(outcome);
    },
    getText: (question) => texts.get(question) ?? "",
  };
}
