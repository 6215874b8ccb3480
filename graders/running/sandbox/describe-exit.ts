/** What the end of a process in the middle of a call means for that call. */

import type { Limits } from "../../contract/limits";
import type { Losses, Message } from "../../contract/message";
import type { Outcome } from "../../contract/outcome";
import type { TreeLimit } from "./layers/cgroup";
import type { ProcessExit } from "./process";

/** Last words of a runtime or an allocator that found no memory. Forging them earns nothing: no answer is no answer. */
const outOfHeap = /JavaScript heap out of memory|Reached heap limit|Ineffective mark-compacts/;
const outOfMemory =
  /out of memory|Allocation failed|bad_alloc|Cannot allocate memory|memory allocation of \d+ bytes/i;
const outOfBuffers =
  /^RangeError: (?:Array buffer allocation failed|WebAssembly\.Memory\(\): could not allocate memory)/;
const abortSignals: readonly string[] = ["SIGABRT", "SIGTRAP", "SIGILL", "SIGSEGV", "SIGBUS"];

/**
 * @param lastWords the end of what was printed to stderr
 */
export function describeExit(exit: ProcessExit, lastWords: string, limits: Limits): Outcome {
  const signal = exit.signal ?? nameSignal(exit.code);
  if (signal !== null && abortSignals.includes(signal)) {
    if (outOfHeap.test(lastWords))
      return { kind: "out-of-memory", limitBytes: Math.min(limits.heapBytes, limits.dataBytes) };
    if (outOfMemory.test(lastWords)) return { kind: "out-of-memory", limitBytes: limits.dataBytes };
  }
  if (signal === "SIGXCPU") return describeProcessorTime(limits);
  if (signal === "SIGXFSZ") return describeFileSize(limits);
  // A runtime that aborts says why; a C library that finds no thread does not.
  if (signal === "SIGABRT" && lastWords.trim() === "") return describeThreads(limits);
  return { kind: "did-not-answer", because: describeEnd(exit.code, signal) };
}

function describeEnd(exitCode: number | null, signal: string | null): Message<keyof Losses> {
  if (signal !== null) return { code: "program-killed", signal };
  return exitCode === null ? { code: "program-ended-itself" } : { code: "program-exited", exitCode };
}

/**
 * What an error says that a kernel's or a runtime's limit threw into the program, where it does; null for all other
 * errors. A program that writes such an error itself gains nothing by it.
 *
 * @param threw name and message
 */
export function describeLimitError(threw: string, limits: Limits): Outcome | null {
  if (outOfBuffers.test(threw)) return { kind: "out-of-memory", limitBytes: limits.dataBytes };
  if (threw.startsWith("Error: EFBIG:")) return describeFileSize(limits);
  return threw.startsWith("Error: EMFILE:") ? describeOpenFiles(limits) : null;
}

/** A limit on everything that the submission started, together. */
export function describeTreeLimit(reached: TreeLimit, { treeBytes, treeProcesses }: Limits): Outcome {
  if (reached === "treeBytes") return { kind: "out-of-memory", limitBytes: treeBytes };
  return { kind: "did-not-answer", because: { code: "too-many-processes", count: treeProcesses } };
}

function describeProcessorTime({ processorSeconds }: Limits): Outcome {
  const because = { code: "too-much-processor-time", seconds: processorSeconds } as const;
  return { kind: "did-not-answer", because };
}

function describeFileSize({ fileBytes }: Limits): Outcome {
  return { kind: "did-not-answer", because: { code: "file-too-long", bytes: fileBytes } };
}

function describeOpenFiles({ openFiles }: Limits): Outcome {
  return { kind: "did-not-answer", because: { code: "too-many-open-files", count: openFiles } };
}

function describeThreads({ processes }: Limits): Outcome {
  return { kind: "did-not-answer", because: { code: "too-many-threads", count: processes } };
}

/** A wrapper reports the signal that ended the program as 128 plus its number. */
function nameSignal(code: number | null): string | null {
  const names: Readonly<Record<number, string>> = {
    132: "SIGILL",
    133: "SIGTRAP",
    134: "SIGABRT",
    135: "SIGBUS",
    137: "SIGKILL",
    139: "SIGSEGV",
    152: "SIGXCPU",
    153: "SIGXFSZ",
  };
  return names[code ?? -1] ?? null;
}
