// Starts a thread with flags of its own.
// expected: stopped
import { Worker } from "node:worker_threads";
export const attack = () => new Promise((done, fail) => new Worker("", { eval: true, execArgv: [] }).on("exit", () => done(true)).on("error", fail));
