// Fills the file system for shared memory.
// expected: stopped
import { writeFileSync } from "node:fs";
export const attack = (t) => { writeFileSync(`/dev/shm/${t.token}`, Buffer.alloc(1 << 22)); return true; };
