// Has Node write trace events into a folder of the grader's.
// expected: stopped | timed-out
import { createTracing } from "node:trace_events";
export const attack = async (t) => {
  try { process.chdir(t.folder); } catch {}
  createTracing({ categories: ["node", "v8"] }).enable();
  await new Promise((done) => setTimeout(done, 50));
  return false;
};
