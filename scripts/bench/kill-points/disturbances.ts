/** Killing the grader at any point of time, and stopping it for a while. */
import { join } from "node:path";
import type { Random } from "../../../graders/contract/question";
import { pause, type StartedGrader, startGrader } from "./grader";
import { readOut } from "./out-files";
import {
  addFindings,
  compareEnd,
  describeCounts,
  type Findings,
  inspect,
  resetOut,
  seed,
  type Trial,
} from "./trial";

export interface Place {
  /** For output folders. */
  readonly folder: string;
  readonly random: Random;
  readonly findings: Findings;
  readonly say: (line: string) => void;
  /** Asks to stop at the next comparison. */
  readonly signal: AbortSignal;
}

export type Moment = "starting" | "grading" | "writing pages";

/**
 * Kills and resumes until so many kills have hit a grader at work. Now and then one comes to its end before it is hit,
 * and is compared; the last one does.
 */
export async function killOften(
  trials: readonly Trial[],
  kills: number,
  place: Place,
): Promise<Readonly<Record<Moment, number>>> {
  const hits: Record<Moment, number> = { starting: 0, grading: 0, "writing pages": 0 };
  const count = (): number => Object.values(hits).reduce((a, b) => a + b, 0);
  for (let life = 0; count() < kills && !place.signal.aborted; life += 1) {
    const trial = trials[life % trials.length] as Trial;
    await liveOnce(trial, place, (moment) => {
      if (moment !== undefined) hits[moment] += 1;
      return count() < kills && !place.signal.aborted;
    });
    place.say(`${count()} of ${kills} kills, ${describeCounts(place.findings)}`);
  }
  return hits;
}

/** From the trial's beginning to an end that nobody disturbed. @param mayGoOn called before every start */
async function liveOnce(
  trial: Trial,
  { folder, random, findings }: Place,
  mayGoOn: (hit?: Moment) => boolean,
): Promise<void> {
  const out = join(folder, "killed");
  await resetOut(trial, out);
  for (let mayKill = mayGoOn(); ; ) {
    const known = await readOut(out);
    const grader = startGrader(trial.setting, { out, seed });
    if (mayKill) await Promise.race([grader.ended, waitForMoment(grader, trial, random)]);
    if (!mayKill || !grader.isRunning()) {
      addFindings(findings, await compareEnd(trial, out, await grader.ended), trial.name);
      return;
    }
    grader.kill();
    await grader.ended;
    const finished = grader.listFinished();
    addFindings(findings, await inspect(trial, out, { known, finished }), trial.name);
    mayKill = mayGoOn(findMoment(finished, trial));
  }
}

/** Half of the points lie anywhere in time; half shortly after a submission, since a start takes longer than the class. */
async function waitForMoment(
  grader: StartedGrader,
  { undisturbedMs, setting }: Trial,
  random: Random,
): Promise<void> {
  if (random.integer(0, 1) === 0) return pause(random.real(0, undisturbedMs * 1.1));
  await waitFor(grader, random.integer(1, setting.work.count));
  await pause(random.real(0, undisturbedMs / 20));
}

function findMoment(finished: readonly string[], { setting }: Trial): Moment {
  if (finished.length === 0) return "starting";
  return finished.length < setting.work.count ? "grading" : "writing pages";
}

/** Stops the grader in the middle of the class, waits, and lets it go on. */
export async function stopAWhile(trial: Trial, pauseMs: number, place: Place): Promise<void> {
  const out = join(place.folder, "stopped");
  await resetOut(trial, out);
  const grader = startGrader(trial.setting, { out, seed });
  const half = place.random.integer(1, Math.max(1, trial.setting.work.count - 2));
  await waitFor(grader, half);
  grader.suspend();
  await pause(pauseMs);
  grader.goOn();
  addFindings(place.findings, await compareEnd(trial, out, await grader.ended), "after a pause");
}

async function waitFor(grader: StartedGrader, finished: number): Promise<void> {
  while (grader.isRunning() && grader.listFinished().length < finished) await pause(5);
}
