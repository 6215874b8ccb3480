// Requires a private file as if it were data.
// expected: stopped
import { createRequire } from "node:module";
export const attack = (t) => { const load = createRequire("/"); load.extensions[".canary"] = load.extensions[".js"]; try { load(t.canary); return true; } catch (error) { if (error instanceof SyntaxError || /canary is not defined/.test(error.message)) return true; throw error; } };
