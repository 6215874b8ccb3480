/** Looks again whenever a file of the submission is saved. One doorway to chokidar. */
import { watch } from "chokidar";
import type { Translator } from "../../graders/contract/translator";
import { createSay } from "../../graders/student/selfcheck/say";

const read = /(\.ts|\.ipynb|^answers\.md|[\\/]answers\.md)$/;

/** Editors save in several steps; a look waits until they are done. */
const settleMs = 50;

/** Ends when the signal aborts. A look that fails says so and is no reason to stop watching. */
export async function watchSubmission(
  path: string,
  look: () => Promise<unknown>,
  translator: Translator,
  signal: AbortSignal,
): Promise<void> {
  const say = createSay(translator);
  const watcher = watch(path, {
    ignoreInitial: true,
    ignored: (file, stats) =>
      /(^|[\\/])(node_modules|\.[^\\/.][^\\/]*)$/.test(file.slice(path.length)) ||
      (stats?.isFile() === true && !read.test(file)),
    awaitWriteFinish: { stabilityThreshold: settleMs, pollInterval: 10 },
  });
  const looks = queueLooks(async () => {
    console.log(`\n${say("changed")}\n`);
    await look().catch((error: unknown) => console.error(String(error)));
    console.log(say("watching"));
  });
  watcher.on("all", looks);
  // Only now: what is saved before the watcher is ready would go unnoticed.
  watcher.once("ready", () => console.log(say("watching")));
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
  await watcher.close();
}

/** One look at a time; whatever changes meanwhile is one more look afterwards. */
function queueLooks(look: () => Promise<void>): () => void {
  let isLooking = false;
  let isStale = false;
  const run = async (): Promise<void> => {
    isLooking = true;
    do {
      isStale = false;
      await look();
    } while (isStale);
    isLooking = false;
  };
  return () => {
    if (isLooking) isStale = true;
    else void run();
  };
}
