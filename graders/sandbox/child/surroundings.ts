/**
 * Makes the process look the same at every level of the sandbox, and takes signals and priorities of others away
 * from it: Node's permission model lets them through. A fence and no wall; where there are namespaces nobody else is
 * in sight anyway.
 */
import os from "node:os";
import { apply } from "./primitives";

interface Killing {
  _kill(pid: number, signal: number): number;
  _debugProcess?: unknown;
}

/** EPERM, as libuv returns it. */
const notPermitted = -1;

const refuse = (): never => {
  throw new Error("a submission sets no priorities");
};

export function settleSurroundings(): void {
  // A wrapper leaves traces here; and without namespaces the grader tells its processes apart by their first HOME,
  // which other programs only get where they can be started.
  delete process.env.PWD;
  if ("permission" in process) process.env.HOME = "/nonexistent";
  const killing = process as unknown as Killing;
  const { pid } = process;
  const send = killing._kill;
  killing._kill = (target, signal) =>
    target === pid ? apply(send, process, [target, signal]) : notPermitted;
  delete killing._debugProcess;
  Object.assign(os, { setPriority: refuse });
}
