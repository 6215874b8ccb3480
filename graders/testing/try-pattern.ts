/**
 * For a test: a worker thread that lets patterns look at hostile texts, since a pattern that takes for ever can only be
 * stopped from outside. Says which pair it is about to try, then `null` when all are done.
 */
import { parentPort, workerData } from "node:worker_threads";
import type { Trial } from "./slow-patterns";

for (const trial of workerData as readonly Trial[]) {
  for (const text of trial.texts) {
    parentPort?.postMessage(
      `${trial.name} on ${JSON.stringify(text.start)} + ${JSON.stringify(text.filler)}…`,
    );
    const whole = text.start + text.filler.repeat(Math.ceil(text.length / text.filler.length)) + text.end;
    whole.replace(new RegExp(trial.source, trial.flags), "");
  }
}
parentPort?.postMessage(null);
