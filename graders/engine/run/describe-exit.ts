/** What the end of a process in the middle of a call means for that call. */
import type { Outcome } from "../../contract";
import type { Limits } from "../../sandbox/limits";
import type { ProcessExit } from "../../sandbox/process";

/** Last words of a runtime or an allocator that found no memory. Forging them earns nothing: no answer is no answer. */
const outOfHeap = /JavaScript heap out of memory|Reached heap limit|Ineffective mark-compacts/;
const outOfMemory = /out of memory|Allocation failed|bad_alloc|Cannot allocate memory/i;
const abortSignals: readonly string[] = ["SIGABRT", "SIGTRAP", "SIGILL", "SIGSEGV", "SIGBUS"];

/**
 * @param lastWords the end of what was printed to stderr
 */
export function describeExit(exit: ProcessExit, lastWords: string, limits: Limits): Outcome {
  const signal = exit.signal ?? nameSignal(exit.code);
  if (signal !== null && abortSignals.includes(signal)) {
    if (outOfHeap.test(lastWords)) return { kind: "out-of-memory", limitBytes: limits.heapBytes };
    if (outOfMemory.test(lastWords)) return { kind: "out-of-memory", limitBytes: limits.dataBytes };
  }
  const how = signal === null ? `ended itself with exit code ${exit.code}` : `was ended by ${signal}`;
  return { kind: "did-not-answer", because: `the program ${how}` };
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
