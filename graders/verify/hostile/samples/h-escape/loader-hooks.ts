// Signals the grader from the thread that Node starts for a loader's hooks.
// expected: stopped
import { register } from "node:module";
export const attack = (t) => { const shared = new SharedArrayBuffer(4); const code = `export function initialize({ shared }) { try { process.kill(${t.pid}, "SIGCONT"); new Int32Array(shared)[0] = 1; } catch {} }`; register(`data:text/javascript,${encodeURIComponent(code)}`, { data: { shared } }); return new Int32Array(shared)[0] === 1; };
