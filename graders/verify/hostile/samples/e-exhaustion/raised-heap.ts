// Raises the engine's limit on its heap, and fills it.
// expected: out-of-memory | threw | timed-out | did-not-answer
import { setFlagsFromString, setHeapSnapshotNearHeapLimit } from "node:v8";
export const attack = () => { try { setFlagsFromString("--max-old-space-size=64000"); } catch {} try { setFlagsFromString("--max-heap-size=64000"); } catch {} try { setHeapSnapshotNearHeapLimit(1000); } catch {} const all: unknown[] = []; for (;;) all.push(new Array(100_000).fill(1.5)); };
