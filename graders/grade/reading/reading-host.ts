/**
 * The process that takes in hand-ins which are not small; `reading-process.ts` starts it, and kills it when one takes too
 * long. It may be busy when the grader is gone, so somebody else in it looks whether the grader is there.
 */
import { Worker } from "node:worker_threads";
import { GraderFault } from "../../contract/faults";
import { describeError } from "../../contract/thrown";
import type { FileTree } from "../../intake/file-tree";
import { decodeIfPossible } from "../../intake/looks";
import { openOrigin } from "../../intake/open-origin";
import { Refusal } from "../../intake/read-source";
import { refuse } from "../../intake/remarks";
import { takeInTree } from "../../intake/take-in";
import type { ReadingReply, ReadingRequest } from "./protocol";

const watch = `
const { workerData: grader } = require("node:worker_threads");
setInterval(() => { if (process.ppid !== grader) process.kill(process.pid, "SIGKILL"); }, 200);`;
new Worker(watch, { eval: true, workerData: Number(process.argv[2]) }).unref();

const open = new Map<string, FileTree>();
const say = (reply: ReadingReply): void => void process.send?.(reply);

async function read({ tree: origin, limits, job }: ReadingRequest): Promise<ReadingReply> {
  const tree = await openOrigin(origin, open);
  say({ kind: "began" });
  if (job.kind === "code") return { kind: "code", text: await decodeIfPossible(tree, job.path, limits) };
  return { kind: "taken", submission: await takeInTree(tree, job.id, limits, job.options) };
}

function explain(error: unknown): ReadingReply {
  if (error instanceof Refusal) return { kind: "refused", says: error.says };
  // Of a text that is too long to be one, of calls in calls.
  if (error instanceof RangeError) return { kind: "refused", says: refuse.readCrashes() };
  const fault = error instanceof GraderFault ? error.message : `unexpected: ${describeError(error)}`;
  return { kind: "fault", fault };
}

process.on("message", (request: ReadingRequest) => void read(request).catch(explain).then(say));
process.once("disconnect", () => process.exit());
// A terminal tells them to everybody in front of it. The grader decides what becomes of this process.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => {});
