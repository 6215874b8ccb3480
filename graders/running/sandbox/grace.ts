/** How long what a process leaves behind is waited for. */
import { waitAtMost } from "./countdown";

/** The streams of a process that is gone, or the end of a killed one. */
const graceMs = 250;

export function withinGrace(promise: Promise<unknown>): Promise<void> {
  return waitAtMost(promise, graceMs);
}

export function waitForClose(stream: NodeJS.EventEmitter): Promise<void> {
  return new Promise((resolve) => stream.once("close", resolve));
}
