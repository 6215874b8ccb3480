// Has the engine write down its heap, in a folder of the grader's, when memory runs short.
// expected: stopped | out-of-memory
import { setHeapSnapshotNearHeapLimit } from "node:v8";
export const attack = (t) => { try { process.chdir(t.folder); } catch {} setHeapSnapshotNearHeapLimit(1); const all: unknown[] = []; for (;;) all.push(new Array(100_000).fill(1.5)); };
