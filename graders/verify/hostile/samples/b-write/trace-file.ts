// Has Node write trace events into the working directory.
// expected: stopped | timed-out
import { createTracing } from "node:trace_events";
export const attack = async () => {
  createTracing({ categories: ["node", "v8"] }).enable();
  await new Promise((done) => setTimeout(done, 50));
  try { return require("node:fs").readdirSync(".").some((name: string) => name.startsWith("node_trace")); } catch { return false; }
};
