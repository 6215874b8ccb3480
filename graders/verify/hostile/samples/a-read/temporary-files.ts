// Looks into the folder for temporary files.
// expected: stopped
import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
export const attack = () => readdirSync(tmpdir()).length > 0;
