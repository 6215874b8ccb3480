// Lists the machine's processes.
// expected: stopped
import { readdirSync } from "node:fs";
export const attack = () => readdirSync("/proc").length > 0;
