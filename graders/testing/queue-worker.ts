/**
 * For a test: a worker of a queue that kills itself. Arguments: class, output folder, address of the queue; how many
 * deliveries a submission is given, and after how many milliseconds without a sign of life; and at which point the worker dies, as "begun 2" or "recorded 1": when it begins its
 * second submission, or between the first one's record and telling the queue; none to live on.
 */
import { gradeClass } from "../grade/grade";
import type { Batch } from "../grade/grade-request";
import { dealFromQueue } from "../grade/queue/deal-from-queue";
import { projectRoot } from "./project-root";
import { toyAssignment } from "./toy-assignment";

const [path = "", outFolder = "", address = "", mostDeliveries = "", redeliverMs = "", fatal = ""] =
  process.argv.slice(2);
const passed = new Map<string, number>();

function pass(point: "begun" | "recorded"): void {
  const times = (passed.get(point) ?? 0) + 1;
  passed.set(point, times);
  if (fatal === `${point} ${times}`) process.kill(process.pid, "SIGKILL");
}

const watch = ({ record, ...batch }: Batch): Batch => ({
  ...batch,
  record: async (found) => {
    pass("begun");
    const recorded = await record(found);
    pass("recorded");
    return recorded;
  },
});

async function work(): Promise<void> {
  const deal = dealFromQueue({
    address,
    jobs: 2,
    redeliverMs: Number(redeliverMs),
    mostDeliveries: Number(mostDeliveries),
  });
  const shard = { index: 1, count: 1 };
  const request = { path, outFolder, assignment: toyAssignment, seed: "ridgepoint", jobs: 2, shard };
  const producer = { name: "ridgepoint", version: "0.0.0-test" };
  const context = { root: projectRoot, producer, tools: { node: process.versions.node } };
  await gradeClass(
    { ...request, sandboxMode: "auto" },
    { ...context, now: () => new Date(), deal: (batch) => deal(watch(batch)) },
  );
}

void work().catch((error) => {
  console.error(error);
  process.exitCode = 2;
});
