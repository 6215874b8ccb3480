/** What is done with a student's texts and values once they are here: the jobs, and doing them in this very thread. */

import type { Assignment } from "../../contract/assignment";
import type { MarkedRecord } from "../../contract/hand-mark";
import type { Explanations } from "../../intake/explanations";
import { prepareKnown } from "../../judge/prepare-known";
import { VerdictMemory } from "../../judge/verdict-memory";
import { type OutputFile, outputFiles } from "../../records/output-files";
import type { ClassInput } from "../../report/class-input";
import { formatTable } from "../../report/exports/csv";
import type { ClassPages, Reporter } from "../../report/report";
import {
  type JudgedRun,
  judgeRun,
  type Rubric,
  type RunToJudge,
  readWritten,
  type Written,
} from "../judge-run";
import { type PackedText, packText } from "../packed-text";
import { planOnce } from "../plan-once";
import { makeOwnWords } from "./known-texts";

/** A class page's input without its function. */
export interface ClassPage extends Omit<ClassInput, "getFolder"> {
  /** Names of folders by submission id. */
  readonly folders: ReadonlyMap<string, string>;
  /** With the page that names nobody. */
  readonly isAnonymousAsked: boolean;
}

export interface StudentPage {
  readonly record: MarkedRecord;
  /** From the roster. */
  readonly name?: string;
}

/** A file of the output folder; the path is relative to that. */
export interface WrittenFile {
  readonly path: string;
  readonly text: PackedText;
}

/** A student's report in its forms. */
export interface WrittenPages {
  readonly html: string;
  readonly markdown: string;
  readonly text: string;
}

/** Plain data in and out, so that every job can be done in another thread. */
export interface Jobs {
  readonly judge: { readonly asks: RunToJudge; readonly gives: JudgedRun };
  /** A student's own words, where nothing could be run. */
  readonly read: { readonly asks: Written; readonly gives: Explanations };
  readonly studentPage: { readonly asks: StudentPage; readonly gives: WrittenPages };
  readonly classPage: { readonly asks: ClassPage; readonly gives: readonly WrittenFile[] };
}

export type JobName = keyof Jobs;

export type Work = {
  readonly [name in JobName]: (asks: Jobs[name]["asks"]) => Promise<Jobs[name]["gives"]>;
};

/** The part of the work that decides points. */
export type Judging = Pick<Work, "judge" | "read">;

/** The part of the work that writes pages, from records alone. */
export type Pages = Pick<Work, "studentPage" | "classPage">;

export interface WorkSetup {
  readonly assignment: Assignment;
  readonly seed: string;
  /** Called with the first page. */
  readonly openReporter: () => Promise<Reporter>;
}

export interface OpenWork extends Work {
  /** Works out what wrong answers would be, step by step: judging works out what is missing. */
  prepareJudging(): Iterator<void>;
}

/** Nothing is made before it is asked for: a rerun may write pages only. */
export function createWork({ assignment, seed, openReporter }: WorkSetup): OpenWork {
  let rubric: Rubric | undefined;
  const getRubric = (): Rubric => {
    rubric ??= makeRubric(assignment, seed);
    return rubric;
  };
  return {
    judge: async (run) => judgeHere(getRubric()).judge(run),
    read: async (written) => judgeHere(getRubric()).read(written),
    ...createPages(openReporter),
    *prepareJudging() {
      yield* prepareKnown(getRubric().plan);
    },
  };
}

/** In the calling thread. */
export function createPages(openReporter: WorkSetup["openReporter"]): Pages {
  let opened: Promise<Reporter> | undefined;
  const getReporter = (): Promise<Reporter> => {
    opened ??= openReporter();
    return opened;
  };
  return {
    studentPage: async ({ record, name }) => {
      const reporter = await getReporter();
      return {
        html: reporter.renderStudentHtml(record, name),
        markdown: reporter.renderStudentMarkdown(record, name),
        text: reporter.renderStudentText(record, name),
      };
    },
    classPage: async (asked) => writeClassPages(await getReporter(), asked),
  };
}

function writeClassPages(
  reporter: Reporter,
  { folders, isAnonymousAsked, ...asked }: ClassPage,
): readonly WrittenFile[] {
  const input = { ...asked, getFolder: (id: string) => folders.get(id) ?? id };
  const { classPage, classTables, anonymousPage, anonymousTables } = outputFiles;
  const list = (
    { pieces, tables }: ClassPages,
    page: OutputFile,
    folder: OutputFile,
  ): readonly WrittenFile[] => [
    { path: page.path, text: packText(pieces) },
    ...tables.map(({ name, rows }) => ({
      path: `${folder.path}${name}.csv`,
      text: packText([formatTable(rows)]),
    })),
  ];
  return [
    ...list(reporter.renderClass(input), classPage, classTables),
    ...(isAnonymousAsked ? list(reporter.renderAnonymousClass(input), anonymousPage, anonymousTables) : []),
  ];
}

/** Judging in the calling thread. */
export function judgeHere(rubric: Rubric): Judging {
  return {
    judge: async (run) => judgeRun(rubric, run),
    read: async (written) => readWritten(rubric, written),
  };
}

function makeRubric({ questions, tasks }: Assignment, seed: string): Rubric {
  return {
    plan: planOnce(questions, seed),
    memory: new VerdictMemory(),
    copied: makeOwnWords(questions),
    ...(tasks ? { tasks } : {}),
  };
}
