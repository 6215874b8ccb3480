/** `npm run worker`: grades what a queue hands to this machine, until the class is done. */
import { UsageError } from "../graders/contract/faults";
import { dealFromQueue } from "../graders/grade/queue/deal-from-queue";
import { enqueueClass } from "../graders/grade/queue/enqueue-class";
import { addAssignment, createGradingCommand, type GradingFlags, readAskedRun } from "./grading-flags";
import { makeGradeContext } from "./project";
import { runGrading } from "./run-grading";
import { type ExitCode, exitCodes, Option, parseWholeNumber, runCommand } from "./terminal/command-line";

interface WorkerFlags extends GradingFlags {
  readonly queue: string;
  readonly enqueue?: true;
  readonly again?: true;
  readonly redeliverS: number;
}

/** Whoever works from a queue may be given anyone: the first of one part. */
const wholeClass = { index: 1, count: 1 };

const command = createGradingCommand(
  "npm run worker --",
  "Grades submissions of a class as a queue in Redis hands them out, beside workers on other machines, each into an --out of its own; npm run merge joins them.",
)
  .addOption(
    new Option("--queue <address>", "redis://host:port, rediss://host:port, or the absolute path of a socket")
      .env("RIDGEPOINT_QUEUE")
      .makeOptionMandatory(),
  )
  .option("--enqueue", "only put the class into the queue, and end; what is there already stays as it is")
  .option("--again", "with --enqueue: also what is done, for results that were lost with a machine")
  .option(
    "--redeliver-s <n>",
    "seconds without a sign of life after which another worker is given the same again",
    parseWholeNumber(1, 3600),
    30,
  )
  .addHelpText(
    "after",
    "\nExit codes: 0 the class is done, all graded here · 1 usage, or this class is not in the queue\n            2 a submission could not be graded · 130 interrupted, what was begun goes back into the queue",
  );

/** @param argv as a process gets it: Node and the script come before the arguments */
export async function worker(signal: AbortSignal, argv: readonly string[] = process.argv): Promise<ExitCode> {
  command.parse(argv);
  const { out, queue: address, enqueue, again = false, redeliverS } = command.opts<WorkerFlags>();
  if (again && enqueue !== true) throw new UsageError("--again: expected --enqueue beside it");
  const request = addAssignment(await readAskedRun(command));
  if (enqueue !== true) {
    const deal = dealFromQueue({ address, jobs: request.jobs, redeliverMs: redeliverS * 1000, signal });
    return runGrading({ ...request, shard: wholeClass }, { signal, out, deal });
  }
  const { submissions, open } = await enqueueClass({ ...request, address, again }, makeGradeContext());
  console.log(`${submissions} submissions in the queue, ${open} of them to be graded`);
  return exitCodes.done;
}

if (require.main === module) void runCommand(worker);
