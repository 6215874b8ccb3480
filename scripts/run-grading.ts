/** A grading with its progress on the terminal, and what it says at its end. */
import { type GradedClass, gradeClass } from "../graders/grade/grade";
import type { GradeContext, GradeEvent, GradeRequest } from "../graders/grade/grade-request";
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
}

/** @throws as `gradeClass` */
export async function runGrading(
  request: GradeRequest,
  { out, asJson = false, ...context }: Telling,
): Promise<ExitCode> {
  const progress = createProgress(process.stderr, asJson);
  const onProgress = (event: GradeEvent): void => {
    if (event.kind === "finished") {
      progress.advance(describeFinished(event));
      return;
    }
    if (!asJson) console.error(describeStart(event));
    progress.start(event.submissions);
  };
  try {
    const result = await gradeClass(request, { ...makeGradeContext(), ...context, onProgress });
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
