/** One way of grading the class, what must lie in its folder at the end, and what was found missing or wrong. */
import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import { type GraderEnd, type GraderSetting, startGrader } from "./grader";
import { findBreak, isDraft, isHistory, isLock, isRecord, type OutFiles, readOut } from "./out-files";

export const seed = "ridgepoint";
const earlierSeed = "earlier";

export interface Trial {
  readonly name: "nothing graded yet" | "over marks of another seed";
  readonly setting: GraderSetting;
  /** Copied to where the grader works; null for nothing. */
  readonly startFolder: string | null;
  readonly before: OutFiles;
  /** What an undisturbed run leaves. */
  readonly after: OutFiles;
  readonly undisturbedMs: number;
}

/** Names of files, with what is the matter. */
export interface Findings {
  readonly lost: string[];
  readonly wrong: string[];
  readonly truncated: string[];
}

export const noFindings = (): Findings => ({ lost: [], wrong: [], truncated: [] });

/** Both ways of grading, or the first where no more than one disturbance is asked for. */
export async function prepareTrials(
  setting: GraderSetting,
  folder: string,
  disturbances: number,
): Promise<readonly Trial[]> {
  const fresh = await prepareFresh(setting, join(folder, "first"));
  return disturbances > 1 ? [fresh, await prepareLater(setting, folder)] : [fresh];
}

async function prepareFresh(setting: GraderSetting, out: string): Promise<Trial> {
  const undisturbedMs = await gradeToEnd(setting, out, seed);
  const after = await readOut(out);
  return {
    name: "nothing graded yet",
    setting,
    startFolder: null,
    before: new Map(),
    after,
    undisturbedMs,
  };
}

async function prepareLater(setting: GraderSetting, folder: string): Promise<Trial> {
  const [earlier, later] = [join(folder, "earlier"), join(folder, "later")];
  await gradeToEnd(setting, earlier, earlierSeed);
  await cp(earlier, later, { recursive: true });
  const undisturbedMs = await gradeToEnd(setting, later, seed);
  const [before, after] = [await readOut(earlier), await readOut(later)];
  return {
    name: "over marks of another seed",
    setting,
    startFolder: earlier,
    before,
    after,
    undisturbedMs,
  };
}

/** @returns how long it took, in milliseconds */
async function gradeToEnd(setting: GraderSetting, out: string, seedOfRun: string): Promise<number> {
  const startMs = performance.now();
  const end = await startGrader(setting, { out, seed: seedOfRun }).ended;
  if (end.code !== 0) throw new Error(`an undisturbed run ended with ${end.code}: ${end.printed}`);
  return performance.now() - startMs;
}

/** The folder as the trial begins. */
export async function resetOut({ startFolder }: Trial, out: string): Promise<void> {
  await rm(out, { recursive: true, force: true });
  if (startFolder !== null) await cp(startFolder, out, { recursive: true });
}

/**
 * What a disturbed run has left: every file whole, every mark the old one or the new one.
 *
 * @param known files that were there before
 * @param finished submissions that the grader has said to be finished
 */
export async function inspect(
  { before, after }: Trial,
  out: string,
  { known, finished }: { readonly known: OutFiles; readonly finished: readonly string[] },
): Promise<Findings> {
  const findings = noFindings();
  const files = await readOut(out);
  for (const path of known.keys())
    if (!files.has(path) && !isDraft(path) && !isLock(path)) findings.lost.push(path);
  for (const id of finished) {
    const path = `staff/${id}/record.json`;
    if (files.get(path) !== after.get(path)) findings.lost.push(`${path}: said to be finished`);
  }
  for (const [path, text] of files) {
    if (isDraft(path) || isLock(path)) continue;
    const broken = await findBreak(out, path);
    if (broken !== null) findings.truncated.push(broken);
    else if ((isRecord(path) || isHistory(path)) && text !== before.get(path) && text !== after.get(path))
      findings.wrong.push(path);
  }
  return findings;
}

/** What differs at the end from an undisturbed run. */
export async function compareEnd({ after }: Trial, out: string, end: GraderEnd): Promise<Findings> {
  const findings = noFindings();
  const files = await readOut(out);
  if (end.code !== 0) findings.wrong.push(`ended with ${end.code}: ${end.printed.slice(-400)}`);
  for (const [path, text] of after) {
    if (!files.has(path)) findings.lost.push(path);
    else if (files.get(path) !== text) findings.wrong.push(`${path}: not as an undisturbed run writes it`);
  }
  for (const path of files.keys()) if (!after.has(path)) findings.wrong.push(`${path}: left over`);
  return findings;
}

export const describeCounts = ({
  lost,
  wrong,
  truncated,
}: Readonly<Record<keyof Findings, readonly string[]>>): string =>
  `${lost.length} lost, ${wrong.length} wrong, ${truncated.length} truncated`;

export function addFindings(all: Findings, more: Findings, where: string): void {
  for (const kind of ["lost", "wrong", "truncated"] as const)
    all[kind].push(...more[kind].map((one) => `${where}: ${one}`));
}
