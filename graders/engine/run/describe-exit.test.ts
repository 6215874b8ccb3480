import { parseLimits } from "../../sandbox/limits";
import { describeExit } from "./describe-exit";

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
    [{ code: null, signal: "SIGXCPU" }, "", "the program was ended by SIGXCPU"],
  ])("%p is no answer", (exit, lastWords, because) => {
    expect(describeExit(exit, lastWords, limits)).toEqual({ kind: "did-not-answer", because });
  });
});
