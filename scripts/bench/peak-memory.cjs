/** Loaded before a program: writes its largest memory in bytes, its threads included and its children not, when it ends. */
const { writeFileSync } = require("node:fs");
const { isMainThread } = require("node:worker_threads");

const path = process.env.BENCH_PEAK;
if (isMainThread && path !== undefined)
  process.on("exit", () => writeFileSync(path, String(process.resourceUsage().maxRSS * 1024)));
