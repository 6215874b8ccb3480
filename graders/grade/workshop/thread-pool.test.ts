import { join } from "node:path";
import { projectRoot } from "../../testing/project-root";
import { packRun } from "./carry-values";
import { type PoolSetup, type Request, seal } from "./protocol";
import { Thread } from "./thread";
import { openThreadPool } from "./thread-pool";

const setup: PoolSetup = {
  assignmentModule: require.resolve("../../testing/stuck-assignment"),
  heapBytes: 256 * 1024 * 1024,
  data: { seed: "ridgepoint", templatesFolder: join(projectRoot, "templates"), style: {}, language: "en" },
  most: 2,
};

/** Judging 7003 ends the thread a moment after it has answered. */
const endSoon = seal<Request>({
  job: "judge",
  asks: packRun({
    written: { sources: [], exported: undefined },
    outcomes: [{ kind: "value", value: 7003 }],
    exports: [],
  }),
});
const limitMs = 60_000;

test("a thread that ends while it is idle costs the next submission nothing", async () => {
  const first = new Thread(setup);
  const run = openThreadPool(setup, first);
  expect(await run(endSoon, limitMs)).toMatchObject({ kind: "done" });
  while (!first.hasEnded) await new Promise((resolve) => setTimeout(resolve, 20));
  // A limit that the test would not live to see: the answer comes at once.
  expect(await first.ask(endSoon, 3_000_000)).toEqual({ kind: "ended", because: "the thread ended" });
  expect(await run(endSoon, limitMs)).toMatchObject({ kind: "done" });
}, 60_000);
