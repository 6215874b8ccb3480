/** A workshop thread: does one job after the other, and may be ended in the middle of any. `workshop.ts` starts it. */
import { parentPort, workerData } from "node:worker_threads";
import type { Assignment } from "../../contract/assignment";
import { blame, UsageError } from "../../contract/faults";
import { acceptOptions } from "../../judge/accepted/accept-options";
import { openReporterIn } from "../../report/report-language";
import { bringKept } from "../../validators/kept-validators";
import { unpackPage, unpackStudentPage } from "./carry-page";
import { unpackRun, unpackWritten } from "./carry-values";
import {
  type Request,
  seal,
  type ThreadData,
  type ThreadMessage,
  type ThreadRequest,
  type ThreadStart,
  unseal,
} from "./protocol";
import { createWork, type Work } from "./work";

bringKept();
const { assignmentModule } = workerData as ThreadStart;
const { assignment: asked }: { readonly assignment: Assignment } = require(assignmentModule);

function openWork({ accepted, seed, templatesFolder, style, language, willJudge }: ThreadData): Work {
  const assignment = accepted === undefined ? asked : acceptOptions(asked, accepted);
  const opened = createWork({
    assignment,
    seed,
    openReporter: () => openReporterIn(language, templatesFolder, assignment, style),
  });
  if (willJudge === true) ahead = opened.prepareJudging();
  setImmediate(goOn);
  return opened;
}

/** What is left of working out what wrong answers would be. */
let ahead: Iterator<void> | null = null;

/** A submission that is there already does not wait for what may never be asked. */
function goOn(): void {
  if (ahead === null || ahead.next().done === true) return;
  setImmediate(goOn);
}

function doJob(work: Work, request: Request): Promise<unknown> {
  switch (request.job) {
    case "judge":
      return work.judge(unpackRun(request.asks));
    case "read":
      return work.read(unpackWritten(request.asks));
    case "studentPage":
      return work.studentPage(unpackStudentPage(request.asks));
    case "classPage":
      return work.classPage(unpackPage(request.asks));
  }
}

async function answer(work: Work, request: Request): Promise<ThreadMessage> {
  // Pages come when something is judged: what is still missing, judging works out when it needs it.
  if (request.job === "studentPage" || request.job === "classPage") ahead = null;
  try {
    return { kind: "done", gives: seal(await doJob(work, request)) };
  } catch (error) {
    if (error instanceof UsageError) return { kind: "mistake", fault: error.message };
    return { kind: "fault", fault: blame(error).message };
  }
}

let work: Work | null = null;
const say = (message: ThreadMessage): void =>
  parentPort?.postMessage(message, message.kind === "done" ? [message.gives.buffer as ArrayBuffer] : []);
parentPort?.on("message", (message: ThreadRequest) => {
  if (message.kind === "open") {
    work = openWork(message.data);
    say({ kind: "ready" });
  } else if (work !== null) void answer(work, unseal(message.request)).then(say);
});
