/**
 * Where judging and page writing are done: in threads of another process, so that nothing a student wrote or returned can
 * stop the grader, which meanwhile talks to other students' processes and listens for an interrupt.
 */
import { mebibyte } from "../../../reference/byte-sizes";
import { GraderFault, UsageError } from "../../contract/faults";
import type { Limits } from "../../contract/limits";
import type { RunToJudge } from "../judge-run";
import { packPage, packStudentPage } from "./carry-page";
import { packRun, packWritten } from "./carry-values";
import { Host, openHost } from "./host";
import { type Reply, type Request, seal, type ThreadData, unseal } from "./protocol";
import { keepUnread, showAsWritten, spareTexts, tellSpared } from "./spare-texts";
import { createWork, type JobName, type Jobs, type StudentPage, type Work, type WorkSetup } from "./work";

/** Every job rejects with a GraderFault for a fault of ours, with a UsageError for one of an instructor's template, and with the signal's reason after an interrupt. */
export interface Workshop extends Work {
  close(): Promise<void>;
}

export type WorkshopLimits = Pick<Limits, "judgeTimeoutMs" | "pageTimeoutMs" | "judgeBytes">;

export interface WorkshopOptions {
  readonly limits: WorkshopLimits;
  readonly jobs: number;
  readonly signal?: AbortSignal;
  /** Its process, if it was started before the class was known. */
  readonly started?: Host;
}

type LimitOfJob = "judgeTimeoutMs" | "pageTimeoutMs";

const jobLimits: Readonly<Record<JobName, { readonly doing: string; readonly limit: LimitOfJob }>> = {
  judge: { doing: "judging this submission", limit: "judgeTimeoutMs" },
  read: { doing: "reading this submission's explanations", limit: "judgeTimeoutMs" },
  studentPage: { doing: "writing this report", limit: "pageTimeoutMs" },
  classPage: { doing: "writing the class page", limit: "pageTimeoutMs" },
};

export interface WorkshopData extends ThreadData {
  /** Absolute path of a module that exports `assignment`. */
  readonly assignmentModule: string;
}

/** Its process alone, which loads the questions meanwhile. To be stopped by whoever starts it. */
export function startWorkshop(assignmentModule: string, { judgeBytes }: WorkshopLimits): Host {
  return new Host({ assignmentModule, heapBytes: judgeBytes });
}

/** In the calling thread, where nothing can be stopped: for assignments that no module exports. */
export function openLocalWorkshop(setup: WorkSetup): Workshop {
  return { ...createWork(setup), close: async () => {} };
}

export function openWorkshop(
  { assignmentModule, ...data }: WorkshopData,
  { limits, jobs, signal, started }: WorkshopOptions,
): Workshop {
  const heapBytes = limits.judgeBytes;
  const pool = openHost({ assignmentModule, data, heapBytes, most: Math.max(2, jobs) }, started);
  const interrupt = (): void => void pool.close(signal?.reason);
  signal?.addEventListener("abort", interrupt, { once: true });
  /** @param instead where it takes too long or too much; what that rejects with is thrown */
  const ask = async <Name extends JobName>(
    name: Name,
    request: Request & { readonly job: Name },
    instead?: () => Promise<Jobs[Name]["gives"]>,
  ): Promise<Jobs[Name]["gives"]> => {
    signal?.throwIfAborted();
    const reply = await pool.run(seal(request), limits[jobLimits[name].limit]);
    if (reply.kind === "done") return unseal(reply.gives) as Jobs[Name]["gives"];
    const isTooMuch = reply.kind === "timed-out" || reply.kind === "out-of-memory";
    if (isTooMuch && instead !== undefined) return instead();
    if (reply.kind === "mistake") throw new UsageError(reply.fault);
    throw new GraderFault(describeFailure(reply, name, limits));
  };
  return {
    judge: (run) =>
      ask("judge", judgeRequest(run), async () =>
        tellSpared(await ask("judge", judgeRequest(spareTexts(run)))),
      ),
    read: (written) =>
      ask("read", { job: "read", asks: packWritten(written) }, async () => keepUnread(written)),
    studentPage: (page) =>
      ask("studentPage", pageRequest(page), () => ask("studentPage", pageRequest(showAsWritten(page)))),
    classPage: (page) => ask("classPage", { job: "classPage", asks: packPage(page) }),
    close: async () => {
      signal?.removeEventListener("abort", interrupt);
      await pool.close(new GraderFault("judging was closed before this job was done"));
    },
  };
}

const judgeRequest = (run: RunToJudge) => ({ job: "judge", asks: packRun(run) }) as const;
const pageRequest = (page: StudentPage) => ({ job: "studentPage", asks: packStudentPage(page) }) as const;

function describeFailure(
  reply: Exclude<Reply, { kind: "done" | "mistake" }>,
  name: JobName,
  limits: WorkshopLimits,
): string {
  const { doing, limit } = jobLimits[name];
  switch (reply.kind) {
    case "fault":
      return reply.fault;
    case "timed-out":
      return `${doing} took longer than ${limits[limit] / 1000} s; ${adviseRaising(limit, limits)}`;
    case "out-of-memory": {
      const mebibytes = Math.floor(limits.judgeBytes / mebibyte);
      return `${doing} took more than ${mebibytes} MiB of memory; ${adviseRaising("judgeBytes", limits)}`;
    }
    case "ended":
      return `${doing} ended early: ${reply.because}; grade again, and report it if it happens again`;
  }
}

function adviseRaising(limit: keyof WorkshopLimits, limits: WorkshopLimits): string {
  return `look at it by hand, or grade again with --limit ${limit}=${4 * limits[limit]}`;
}
