/**
 * `npm run kill-points`: a class is graded while the grader is killed, its disk fills up, or it is stopped for a while;
 * nothing that was graded may be lost, and the end must be what an undisturbed run writes, byte for byte.
 */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRandom } from "../../graders/judge/random";
import { mebibyte } from "../../reference/byte-sizes";
import {
  createCommand,
  type ExitCode,
  exitCodes,
  parseWholeNumber,
  runCommand,
} from "../terminal/command-line";
import { killOften, type Moment, type Place, stopAWhile } from "./kill-points/disturbances";
import { fillDisk, measureNeed, openSmallDisk, type SmallDisk } from "./kill-points/full-disk";
import { describeCounts, noFindings, prepareTrials, type Trial } from "./kill-points/trial";
import { writeWorkClass } from "./kill-points/work-class";

export interface KillPointsOrder {
  readonly kills: number;
  readonly fullDisks: number;
  readonly pauses: number;
  readonly pauseS: number;
  readonly submissions: number;
  readonly jobs: number;
  /** Of the points of time. */
  readonly seed: string;
}

export interface KillPointsResult {
  readonly submissions: number;
  readonly kills: Readonly<Record<Moment, number>>;
  readonly fullDisks: { readonly by: SmallDisk["by"]; readonly full: number; readonly fitted: number };
  readonly pauses: { readonly count: number; readonly seconds: number };
  readonly lost: readonly string[];
  readonly wrong: readonly string[];
  readonly truncated: readonly string[];
}

/** An interrupted run tells what it has found so far. @param place.say told now and then how far it is */
export async function measureKillPoints(
  order: KillPointsOrder,
  { say, signal }: Pick<Place, "say" | "signal">,
): Promise<KillPointsResult> {
  const folder = await mkdtemp(join(tmpdir(), "ridgepoint-kill-points-"));
  try {
    const work = await writeWorkClass(folder, order.submissions);
    const setting = { work, jobs: order.jobs };
    const disturbances = Math.max(order.kills, order.fullDisks, order.pauses);
    const trials = await prepareTrials(setting, folder, disturbances);
    say(`undisturbed: ${trials.map((one) => `${(one.undisturbedMs / 1000).toFixed(1)} s`).join(", ")}`);
    const findings = noFindings();
    const place: Place = { folder, random: createRandom(order.seed, "kill-points"), findings, say, signal };
    // Each in a folder of its own, so that one may wait while another works.
    const [kills, fullDisks, pauses] = await Promise.all([
      killOften(trials, order.kills, place),
      fillDisks(trials, order.fullDisks, place),
      stopAllAWhile(trials, order, place),
    ]);
    return { submissions: order.submissions, kills, fullDisks, pauses, ...findings };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function stopAllAWhile(
  trials: readonly Trial[],
  { pauses, pauseS }: KillPointsOrder,
  place: Place,
): Promise<KillPointsResult["pauses"]> {
  let count = 0;
  for (; count < pauses && !place.signal.aborted; count += 1) {
    await stopAWhile(trials[count % trials.length] as Trial, pauseS * 1000, place);
    place.say(`${count + 1} of ${pauses} pauses, ${describeCounts(place.findings)}`);
  }
  return { count, seconds: pauseS };
}

/** From no room at all to nearly enough, closer together where there is little. */
async function fillDisks(
  trials: readonly Trial[],
  count: number,
  place: Place,
): Promise<KillPointsResult["fullDisks"]> {
  const largestNeed = Math.max(...trials.map((trial) => measureNeed(trial, "tmpfs")));
  const disk = await openSmallDisk(place.folder, 4 * largestNeed + 16 * mebibyte);
  try {
    const needs = trials.map((trial) => measureNeed(trial, disk.by));
    let fitted = 0;
    let index = 0;
    for (; index < count && !place.signal.aborted; index += 1) {
      const which = index % trials.length;
      const share = Math.floor(index / trials.length) / Math.ceil(count / trials.length);
      const bytesLeft = Math.round((needs[which] ?? 0) * share ** 2);
      if (await fillDisk(trials[which] as Trial, bytesLeft, disk, place)) fitted += 1;
      place.say(`${index + 1} of ${count} disks, ${bytesLeft} bytes left, ${describeCounts(place.findings)}`);
    }
    return { by: disk.by, full: index - fitted, fitted };
  } finally {
    disk.close();
  }
}

const command = createCommand(
  "npm run kill-points --",
  "Grades a class while the grader is killed, its disk fills up or it is stopped, and compares what is left.",
)
  .option(
    "--kills <n>",
    "kills of the whole process group at random points of time",
    parseWholeNumber(0, 100_000),
    200,
  )
  .option("--full-disks <n>", "disks with less and more room left", parseWholeNumber(0, 1000), 60)
  .option("--pauses <n>", "times the grader is stopped in the middle", parseWholeNumber(0, 1000), 5)
  .option("--pause-s <n>", "how long each lasts, in seconds", parseWholeNumber(1, 3600), 60)
  .option("--submissions <n>", "submissions of the class", parseWholeNumber(1, 5000), 40)
  .option("--jobs <n>", "submissions graded at once", parseWholeNumber(1, 256), 2)
  .option("--seed <text>", "seed of the points of time", "ridgepoint")
  .addHelpText("after", "\nExit codes: 0 nothing lost, wrong or truncated · 1 usage · 3 something was");

async function killPoints(signal: AbortSignal): Promise<ExitCode> {
  command.parse();
  const say = (line: string): void => console.error(line);
  const result = await measureKillPoints(command.opts<KillPointsOrder>(), { say, signal });
  const { kills, fullDisks, pauses, lost, wrong, truncated } = result;
  console.log(JSON.stringify(result));
  const hits = Object.entries(kills).map(([moment, count]) => `${count} ${moment}`);
  console.log(
    `${result.submissions} submissions · ${Object.values(kills).reduce((a, b) => a + b, 0)} kills (${hits.join(", ")}) · ${fullDisks.full} full disks (${fullDisks.by}; ${fullDisks.fitted} fitted) · ${pauses.count} pauses of ${pauses.seconds} s · ${describeCounts(result)}`,
  );
  return lost.length + wrong.length + truncated.length === 0 ? exitCodes.done : exitCodes.checkFailed;
}

if (require.main === module) void runCommand(killPoints);
