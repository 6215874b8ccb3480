// Lists the top of the file system.
// expected: stopped
import { readdirSync } from "node:fs";
export const attack = () => readdirSync("/").length > 0;
