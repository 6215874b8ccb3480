// Writes its own heap to a file, to look for what the runner knows.
// expected: stopped
import { writeHeapSnapshot } from "node:v8";
export const attack = () => writeHeapSnapshot("heap.heapsnapshot").length > 0;
