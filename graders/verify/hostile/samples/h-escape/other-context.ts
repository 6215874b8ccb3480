// Breaks out of a context of its own into the one around it.
// expected: stopped
import { runInNewContext } from "node:vm";
export const attack = () => { const p = runInNewContext("host.constructor.constructor('return process')()", { host: {} }); return p.mainModule.require("fs").readdirSync("/").length > 0; };
