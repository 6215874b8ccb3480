// Requires a private file as if it were data.
// expected: stopped
import { createRequire } from "node:module";
export const attack = (t: any) => { const load = createRequire("/"); load.extensions[".canary"] = (load.extensions as any)[".js"]; try { load(t.canary); return true; } catch (error: any) { if (error instanceof SyntaxError || /canary is not defined/.test(error.message)) return true; throw error; } };
