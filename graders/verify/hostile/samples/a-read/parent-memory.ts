// Opens the memory of the process that started it.
// expected: stopped
import { openSync } from "node:fs";
export const attack = (t) => openSync(`/proc/${t.pid}/mem`, "r") > 0;
