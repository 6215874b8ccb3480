/**
 * Makes the process look the same at every level of the sandbox, and takes from it what Node's permission model lets
 * through: signals and priorities of others, and the ways in which the engine itself writes files. A fence and no
 * wall; where there are namespaces nobody else is in sight anyway, and nothing can be written.
 */
import { syncBuiltinESMExports } from "node:module";
import os from "node:os";
import tracing from "node:trace_events";
import v8 from "node:v8";
import { apply } from "./primitives";

interface Killing {
  _kill(pid: number, signal: number): number;
  _debugProcess?: unknown;
}

/** EPERM, as libuv returns it. */
const notPermitted = -1;

const refuse = (): never => {
  throw new Error("a submission sets no priorities, traces nothing and leaves the engine as it is");
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
  Object.assign(tracing, { createTracing: refuse });
  Object.assign(v8, { setFlagsFromString: refuse, setHeapSnapshotNearHeapLimit: refuse });
  // What is imported, and not required, is a copy.
  syncBuiltinESMExports();
  lockSizes();
}

/** Node asks a buffer for its size before it reads into it: what stands there would see the inputs of later calls. */
function lockSizes(): void {
  const ofArrays = Object.getPrototypeOf(Uint8Array.prototype) as object;
  for (const name of ["length", "byteLength", "byteOffset", "buffer"])
    Object.defineProperty(ofArrays, name, { configurable: false });
}
