/** Grades a class, or says again what the last run said of it when nothing was touched since. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type AskedRun, findLastRun, type ToldRun } from "../graders/grade/unchanged/last-run";
import { outputFiles } from "../graders/records/output-files";
import { projectRoot } from "./project";
import type { Telling } from "./run-grading";
import { isColoured } from "./terminal/colors";
import { type ExitCode, exitCodes } from "./terminal/command-line";

export type Grade = (asked: AskedRun, telling: Telling) => Promise<ExitCode>;

/** @param grade loads all that grading takes, so it is called only where there is something to do */
export async function gradeUnlessUnchanged(
  asked: AskedRun,
  telling: Telling,
  {
    grade = loadAndGrade,
    now = () => new Date(),
  }: { readonly grade?: Grade; readonly now?: () => Date } = {},
): Promise<ExitCode> {
  const { out, asJson = false } = telling;
  const manner = [out, String(isColoured)];
  const last = await findLastRun(asked, { root: projectRoot, now, manner });
  switch (last.kind) {
    case "stands":
      await repeat(last.told, asked, asJson);
      return exitCodes.done;
    case "changed":
      return grade(asked, { ...telling, keep: last.keep });
  }
}

async function repeat(told: ToldRun, { outFolder }: AskedRun, asJson: boolean): Promise<void> {
  if (asJson) {
    console.log((await readFile(join(outFolder, outputFiles.scores.path), "utf8")).trimEnd());
    return;
  }
  const advice = "--fresh grades it all the same";
  console.error(`nothing has changed since the run of ${told.finishedAt}, which said (${advice}):`);
  console.error(told.atStart);
  console.log(told.atEnd);
}

const loadAndGrade: Grade = async (asked, telling) => {
  const { addAssignment }: typeof import("./grading-flags") = require("./grading-flags");
  const { runGrading }: typeof import("./run-grading") = require("./run-grading");
  return runGrading(addAssignment(asked), telling);
};
