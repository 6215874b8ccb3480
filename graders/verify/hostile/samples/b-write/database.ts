// Writes a database, with the module that Node brings along for it.
// expected: stopped
import { createRequire } from "node:module";
export const attack = (t) => { const { DatabaseSync } = createRequire("/")("node:sqlite"); new DatabaseSync(t.outside).exec("create table notes(text)"); return true; };
