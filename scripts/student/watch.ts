/** Looks now, and again whenever a file of the submission is saved. One doorway to chokidar. */

import { once } from "node:events";
import { type FSWatcher, watch } from "chokidar";
import { describeError } from "../../graders/contract/thrown";
import type { Translator } from "../../graders/contract/translator";
import { isLookedAt } from "../../graders/student/selfcheck/looked-at";
import { createSay } from "../../graders/student/selfcheck/say";

/** Editors save in several steps; a look waits until they are done. */
const settleMs = 50;

/**
 * Ends when the signal aborts. A later look that fails says so and is no reason to stop watching.
 *
 * @throws what the first look throws; the signal's reason when interrupted before that has ended
 */
export async function watchSubmission(
  path: string,
  look: () => Promise<unknown>,
  translator: Translator,
  signal: AbortSignal,
): Promise<void> {
  const say = createSay(translator);
  const watcher = openWatcher(path);
  try {
    let isFirst = true;
    const lookOnce = async (): Promise<void> => {
      if (!isFirst) console.log(`\n${say("changed")}\n`);
      const looking = look();
      await (isFirst ? looking : looking.catch((error: unknown) => tell(error, signal)));
      isFirst = false;
      if (!signal.aborted) console.log(say("watching"));
    };
    // What is saved while the first look reads and runs is seen by a watcher that stood before it.
    await once(watcher, "ready", { signal });
    const looks = queueLooks(lookOnce, signal);
    watcher.on("all", looks.ask);
    await looks.first;
    await untilAborted(signal);
  } finally {
    await watcher.close();
  }
}

function openWatcher(path: string): FSWatcher {
  return watch(path, {
    ignoreInitial: true,
    ignored: (file, stats) =>
      /(^|[\\/])(node_modules|\.[^\\/.][^\\/]*)$/.test(file.slice(path.length)) ||
      (stats?.isFile() === true && !isLookedAt(file)),
    awaitWriteFinish: { stabilityThreshold: settleMs, pollInterval: 10 },
  });
}

/** An interrupt is no failure of the look. */
function tell(error: unknown, signal: AbortSignal): void {
  if (!signal.aborted) console.error(`error: ${describeError(error)}`);
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

interface Looks {
  readonly first: Promise<void>;
  /** One more, once nobody looks any more. */
  ask(): void;
}

/** Begins with one; one at a time; whatever changes meanwhile is one more look afterwards. */
function queueLooks(look: () => Promise<void>, signal: AbortSignal): Looks {
  let isLooking = true;
  let isStale = false;
  const goOn = async (): Promise<void> => {
    isLooking = true;
    while (isStale && !signal.aborted) {
      isStale = false;
      await look();
    }
    isLooking = false;
  };
  const first = look();
  void first.then(goOn, () => {});
  return {
    first,
    ask: () => {
      isStale = true;
      if (!isLooking) void goOn();
    },
  };
}
