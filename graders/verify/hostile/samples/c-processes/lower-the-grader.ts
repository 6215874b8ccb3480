// Lowers the priority of the process that grades it.
// expected: stopped
import { getPriority, setPriority } from "node:os";
export const attack = (t) => { setPriority(t.pid, getPriority(t.pid)); return true; };
