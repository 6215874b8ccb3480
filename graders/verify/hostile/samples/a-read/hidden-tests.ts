// Reads the questions, where the hidden inputs are made.
// expected: stopped
import { readdirSync } from "node:fs";
export const attack = (t) => readdirSync(`${t.project}/graders/questions`).length > 0;
