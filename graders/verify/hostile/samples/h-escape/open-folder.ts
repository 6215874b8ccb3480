// Opens a folder to walk through it.
// expected: stopped
import { opendirSync } from "node:fs";
export const attack = () => opendirSync("/").readSync() !== null;
