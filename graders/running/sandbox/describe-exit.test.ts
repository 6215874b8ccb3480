import { parseLimits } from "../../contract/limits";
import { describeExit, describeLimitError, describeTreeLimit } from "./describe-exit";

const limits = parseLimits();
const outOfHeap = "FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory";

describe("the end of a process in the middle of a call", () => {
  test.each([
    ["the heap limit, seen as a signal", { code: null, signal: "SIGABRT" }, outOfHeap, limits.heapBytes],
    ["the heap limit, seen through a wrapper", { code: 134, signal: null }, outOfHeap, limits.heapBytes],
    [
      "the kernel's limit",
      { code: null, signal: "SIGABRT" },
      "terminate called: std::bad_alloc",
      limits.dataBytes,
    ],
    [
      "the kernel's limit in V8",
      { code: 133, signal: null },
      "Fatal process out of memory: Zone",
      limits.dataBytes,
    ],
  ])("is out of memory at %s", (_, exit, lastWords, limitBytes) => {
    expect(describeExit(exit, lastWords, limits)).toEqual({ kind: "out-of-memory", limitBytes });
  });

  test.each([
    [{ code: 0, signal: null }, "", { code: "program-exited", exitCode: 0 }],
    [{ code: 7, signal: null }, outOfHeap, { code: "program-exited", exitCode: 7 }],
    [{ code: null, signal: "SIGSEGV" }, "", { code: "program-killed", signal: "SIGSEGV" }],
    [{ code: 137, signal: null }, outOfHeap, { code: "program-killed", signal: "SIGKILL" }],
    [
      { code: null, signal: "SIGABRT" },
      "----- Native stack trace -----",
      { code: "program-killed", signal: "SIGABRT" },
    ],
  ])("%p is no answer", (exit, lastWords, because) => {
    expect(describeExit(exit, lastWords, limits)).toEqual({ kind: "did-not-answer", because });
  });

  test.each([
    ["SIGXCPU", 152, { code: "too-much-processor-time", seconds: 61 }],
    ["SIGXFSZ", 153, { code: "file-too-long", bytes: 1_048_576 }],
    ["SIGABRT", 134, { code: "too-many-threads", count: 32 }],
  ])("by %s, seen as a signal or through a wrapper, names the limit behind it", (signal, code, because) => {
    const outcome = { kind: "did-not-answer", because };
    expect(describeExit({ code: null, signal }, "", limits)).toEqual(outcome);
    expect(describeExit({ code, signal: null }, "", limits)).toEqual(outcome);
  });

  test("an exit code that a program chose for itself looks like a signal, and gains nothing", () => {
    expect(describeExit({ code: 152, signal: null }, "", limits).kind).toBe("did-not-answer");
  });
});

describe("a limit that was met", () => {
  test.each([
    ["RangeError: Array buffer allocation failed", { kind: "out-of-memory", limitBytes: limits.dataBytes }],
    [
      "RangeError: WebAssembly.Memory(): could not allocate memory",
      { kind: "out-of-memory", limitBytes: limits.dataBytes },
    ],
    [
      "Error: EFBIG: file too large, write",
      { kind: "did-not-answer", because: { code: "file-too-long", bytes: 1_048_576 } },
    ],
    [
      "Error: EMFILE: too many open files, open '/x'",
      { kind: "did-not-answer", because: { code: "too-many-open-files", count: 128 } },
    ],
    ["Error: ENOENT: no such file or directory, open '/x'", null],
    ["Error: I read that EMFILE: means too many open files", null],
    ["RangeError: Invalid array length", null],
  ])("is known by its error: %s", (threw, outcome) => {
    expect(describeLimitError(threw, limits)).toEqual(outcome);
  });

  test.each([
    ["treeBytes", { kind: "out-of-memory", limitBytes: limits.treeBytes }],
    ["treeProcesses", { kind: "did-not-answer", because: { code: "too-many-processes", count: 64 } }],
  ] as const)("is known by the kernel's count: %s", (reached, outcome) => {
    expect(describeTreeLimit(reached, limits)).toEqual(outcome);
  });
});
