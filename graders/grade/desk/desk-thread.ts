/** A desk thread: does one job after the other, and may be ended in the middle of any. `desk.ts` starts it. */
import { parentPort, workerData } from "node:worker_threads";
import type { Assignment } from "../../contract/assignment";
import { GraderFault, UsageError } from "../../contract/faults";
import { describeError } from "../../contract/thrown";
import { acceptOptions } from "../../judge/accepted/accept-options";
import { openReporterIn } from "../../report/report-language";
import { unpackPage } from "./carry-page";
import { unpackRun, unpackWritten } from "./carry-values";
import type { Request, ThreadData, ThreadMessage } from "./protocol";
import { createWork, type Work } from "./work";

function openWork(data: ThreadData): Work {
  const { assignmentModule, accepted, seed, templatesFolder, style, language } = data;
  const { assignment: asked }: { readonly assignment: Assignment } = require(assignmentModule);
  const assignment = accepted === undefined ? asked : acceptOptions(asked, accepted);
  return createWork({
    assignment,
    seed,
    openReporter: () => openReporterIn(language, templatesFolder, assignment, style),
  });
}

function doJob(work: Work, request: Request): Promise<unknown> {
  switch (request.job) {
    case "judge":
      return work.judge(unpackRun(request.asks));
    case "read":
      return work.read(unpackWritten(request.asks));
    case "studentPage":
      return work.studentPage(request.asks);
    case "classPage":
      return work.classPage(unpackPage(request.asks));
  }
}

async function answer(work: Work, request: Request): Promise<ThreadMessage> {
  try {
    return { kind: "done", gives: await doJob(work, request) };
  } catch (error) {
    if (error instanceof UsageError) return { kind: "mistake", fault: error.message };
    const fault = error instanceof GraderFault ? error.message : `unexpected: ${describeError(error)}`;
    return { kind: "fault", fault };
  }
}

const work = openWork(workerData as ThreadData);
const say = (message: ThreadMessage): void => parentPort?.postMessage(message);
parentPort?.on("message", (request: Request) => void answer(work, request).then(say));
say({ kind: "ready" });
