// Has the engine keep its logs and profiles in a folder of the grader's.
// expected: stopped
import { setFlagsFromString } from "node:v8";
export const attack = (t) => { try { process.chdir(t.folder); } catch {} let set = 0; for (const flag of [`--logfile=${t.outside}`, "--no-logfile-per-isolate", "--log", "--log-all", "--prof", "--perf-basic-prof", "--perf-prof", `--perf-basic-prof-path=${t.folder}`, "--redirect-code-traces", `--redirect-code-traces-to=${t.outside}`, "--trace-opt", "--print-opt-code", "--gdbjit", "--cpu-profiler-sampling-interval=10"]) { try { setFlagsFromString(flag); set += 1; } catch {} } const hot = new Function("x", "let s = 0; for (let i = 0; i < x; i += 1) s += i % 7; return s;"); for (let i = 0; i < 200; i += 1) hot(20_000); return set > 0; };
