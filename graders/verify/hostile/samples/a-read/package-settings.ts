// Has the module loader look at the settings of the project that grades it.
// expected: stopped
import { createRequire } from "node:module";
export const attack = (t) => { try { createRequire(`${t.project}/x.js`)("#nothing"); return true; } catch (error) { if (/in package/.test(error.message)) return true; throw error; } };
