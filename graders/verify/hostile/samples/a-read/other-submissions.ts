// Looks for other submissions beside its own.
// expected: stopped
import { readdirSync } from "node:fs";
export const attack = () => readdirSync(`${process.cwd()}/..`).length > 0;
