// Has the engine's compiler write down what it does, in a folder of the grader's.
// expected: stopped
import { setFlagsFromString } from "node:v8";
export const attack = (t) => { try { process.chdir(t.folder); } catch {} setFlagsFromString("--trace-turbo"); setFlagsFromString(`--trace-turbo-path=${t.folder}`); const hot = new Function("x", "let s = 0; for (let i = 0; i < x; i += 1) s += i % 7; return s;"); for (let i = 0; i < 200; i += 1) hot(20_000); return false; };
