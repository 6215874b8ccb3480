// Starts threads until there are no more.
// expected: stopped
import { Worker } from "node:worker_threads";
export const attack = () => Array.from({ length: 100 }, () => new Worker("setTimeout(() => {}, 5000)", { eval: true })).length === 100;
