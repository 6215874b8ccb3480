/** A grading with its progress on the terminal, and what it says at its end. */
import { gradeClass } from "../graders/grade/grade";
import type { GradeContext, GradedClass, GradeEvent, GradeRequest } from "../graders/grade/grade-request";
import type { ToldRun } from "../graders/grade/unchanged/last-run";
import { describeSeed } from "./describe-seed";
import { describeFinished, describeStart, summariseClass } from "./grade-summary";
import { createPace } from "./grading-pace";
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
  const pace = createPace(() => performance.now());
  let atStart = "";
  const onProgress = (event: GradeEvent): void => {
    pace.see(event);
    if (event.kind === "finished") progress.advance(describeFinished(event));
    if (event.kind !== "started") return;
    atStart = describeStart(event);
    if (!asJson) console.error(atStart);
    progress.start(event.submissions);
  };
  const telling = setInterval(() => {
    const told = pace.describe();
    if (told !== null) progress.tell(told);
  }, tellEveryMs()).unref();
  const project = makeGradeContext();
  const onWritten = async (graded: GradedClass): Promise<void> => {
    if (hasFailed(graded)) return;
    const finishedAt = project.now().toISOString();
    await keep?.({ finishedAt, atStart, atEnd: concludeGrading(graded, out) });
  };
  try {
    const result = await gradeClass(request, { ...project, ...context, onProgress, onWritten });
    progress.stop();
    const slowest = pace.conclude();
    if (!asJson && slowest !== null) console.error(slowest);
    console.log(asJson ? JSON.stringify(result.scores, null, 2) : concludeGrading(result, out));
    return hasFailed(result) ? exitCodes.notGraded : exitCodes.done;
  } finally {
    clearInterval(telling);
    progress.stop();
  }
}

/** A bar is drawn over, lines pile up. */
const tellEveryMs = (): number => (process.stderr.isTTY === true ? 1000 : 10_000);

function hasFailed({ records, class: { failedAgain } }: GradedClass): boolean {
  return failedAgain.length > 0 || records.some((one) => one.status === "not_graded");
}

function concludeGrading(result: GradedClass, out: string): string {
  return `${summariseClass(result, out)}\n${describeSeed(result.seed)}`;
}
