// Breaks out through an error of the host, as escapes from in-process sandboxes do.
// expected: stopped
import { runInNewContext } from "node:vm";
export const attack = () => { const host = (): never => { throw new Error("host"); }; const p = runInNewContext("try { host() } catch (e) { e.constructor.constructor('return process')() }", { host }); return p.mainModule.require("child_process").execSync("id").length > 0; };
