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
    [{ code: 0, signal: null }, "", "the program ended itself with exit code 0"],
    [{ code: 7, signal: null }, outOfHeap, "the program ended itself with exit code 7"],
    [{ code: null, signal: "SIGSEGV" }, "", "the program was ended by SIGSEGV"],
    [{ code: 137, signal: null }, outOfHeap, "the program was ended by SIGKILL"],
    [{ code: null, signal: "SIGABRT" }, "----- Native stack trace -----", "the program was ended by SIGABRT"],
  ])("%p is no answer", (exit, lastWords, because) => {
    expect(describeExit(exit, lastWords, limits)).toEqual({ kind: "did-not-answer", because });
  });

  test.each([
    ["SIGXCPU", 152, "the program used more than 61 s of processor time"],
    ["SIGXFSZ", 153, "the program wrote more than 1048576 bytes into one file"],
    ["SIGABRT", 134, "the program was aborted, as happens when it starts more than 32 threads"],
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
      { kind: "did-not-answer", because: "the program wrote more than 1048576 bytes into one file" },
    ],
    [
      "Error: EMFILE: too many open files, open '/x'",
      { kind: "did-not-answer", because: "the program opened more than 128 files at once" },
    ],
    ["Error: ENOENT: no such file or directory, open '/x'", null],
    ["Error: I read that EMFILE: means too many open files", null],
    ["RangeError: Invalid array length", null],
  ])("is known by its error: %s", (threw, outcome) => {
    expect(describeLimitError(threw, limits)).toEqual(outcome);
  });

  test.each([
    ["treeBytes", { kind: "out-of-memory", limitBytes: limits.treeBytes }],
    [
      "treeProcesses",
      { kind: "did-not-answer", because: "the program started more than 64 processes and threads" },
    ],
  ] as const)("is known by the kernel's count: %s", (reached, outcome) => {
    expect(describeTreeLimit(reached, limits)).toEqual(outcome);
  });
});
