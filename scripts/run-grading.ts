/** A grading with its progress on the terminal, and what it says at its end. */
import { gradeClass } from "../graders/grade/grade";
import type { GradeContext, GradedClass, GradeEvent, GradeRequest } from "../graders/grade/grade-request";
import type { ToldRun } from "../graders/grade/unchanged/last-run";
import { describeSeed } from "./describe-seed";
import { describeFinished, describeStart, summariseClass } from "./grade-summary";
import { makeGradeContext } from "./project";
import { type ExitCode, exitCodes } from "./terminal/command-line";
import { createProgress } from "./terminal/progress";

export interface Telling extends Pick<GradeContext, "signal" | "deal"> {
  /** The output folder as it was typed. */
  readonly out: string;
  /** The score document instead of the table, and no progress. */
  readonly asJson?: boolean;
  /** Keeps what was told, for a later run of the unchanged class. */
  readonly keep?: (told: ToldRun) => Promise<void>;
}

/** @throws as `gradeClass` */
export async function runGrading(
  request: GradeRequest,
  { out, asJson = false, keep, ...context }: Telling,
): Promise<ExitCode> {
  const progress = createProgress(process.stderr, asJson);
  let atStart = "";
  const onProgress = (event: GradeEvent): void => {
    if (event.kind === "finished") {
      progress.advance(describeFinished(event));
      return;
    }
    atStart = describeStart(event);
    if (!asJson) console.error(atStart);
    progress.start(event.submissions);
  };
  const project = makeGradeContext();
  const onWritten = async (graded: GradedClass): Promise<void> => {
    if (hasFailed(graded)) return;
    const finishedAt = project.now().toISOString();
    await keep?.({ finishedAt, atStart, atEnd: concludeGrading(graded, out) });
  };
  try {
    const result = await gradeClass(request, { ...project, ...context, onProgress, onWritten });
    progress.stop();
    console.log(asJson ? JSON.stringify(result.scores, null, 2) : concludeGrading(result, out));
    return hasFailed(result) ? exitCodes.notGraded : exitCodes.done;
  } finally {
    progress.stop();
  }
}

function hasFailed({ records, class: { failedAgain } }: GradedClass): boolean {
  return failedAgain.length > 0 || records.some((one) => one.status === "not_graded");
}

function concludeGrading(result: GradedClass, out: string): string {
  return `${summariseClass(result, out)}\n${describeSeed(result.seed)}`;
}
