// Overwrites the program that runs the next submission.
// expected: stopped
import { writeFileSync } from "node:fs";
export const attack = () => { writeFileSync(process.argv[1] ?? "", "process.exit(0)", { flag: "a" }); return true; };
