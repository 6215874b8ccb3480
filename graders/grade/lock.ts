/** One grader at a time in an output folder: a file names the run that works there. */
import { readFile, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { UsageError } from "../contract/faults";
import { hasErrorCode } from "../contract/thrown";
import { outputFiles } from "../records/output-files";
import { writeNewFile, writeTextFile } from "../records/text-file";
import { createRunIdentity, isRunAlive } from "../running/sandbox/run-identity";

/** Who works in the folder. */
interface Owner {
  readonly host: string;
  /** Name of {@link createRunIdentity}: tells whether the run still lives. */
  readonly run: string;
  readonly pid: number;
}

/**
 * Takes the folder for this run. What a run that was killed left behind is taken over.
 *
 * @returns gives the folder back; safe to call twice
 * @throws UsageError when another run works there, or the folder is not to be written to; WriteFault for a full disk
 */
export async function lockFolder(outFolder: string): Promise<() => Promise<void>> {
  const path = join(outFolder, outputFiles.lock.path);
  const owner: Owner = { host: hostname(), run: createRunIdentity().name, pid: process.pid };
  await take(path, owner);
  return () => giveBack(path, owner);
}

/**
 * To look at what was left behind, to remove it and to write another are three steps, and a third run could come in
 * between. So whoever takes over holds the succession meanwhile, which is taken as the lock itself is, and looks again.
 */
async function take(path: string, owner: Owner): Promise<void> {
  const text = `${JSON.stringify(owner)}\n`;
  if (await writeNewFile(path, text)) return;
  const found = await readOwner(path);
  if (found !== null) {
    if (!isGone(found))
      throw new UsageError(describeOwner(path, found, "wait for it, or choose another --out"));
    const succession = `${path}.next`;
    await take(succession, owner);
    try {
      if ((await readOwner(path))?.run === found.run) return await writeTextFile(path, text);
    } finally {
      await giveBack(succession, owner);
    }
  }
  // It has changed hands, or been given back, since it was looked at.
  return take(path, owner);
}

async function giveBack(path: string, { run }: Owner): Promise<void> {
  const found = await readOwner(path).catch(() => null);
  if (found?.run === run) await rm(path, { force: true });
}

/**
 * For a folder that is only read, which may be one that this process could not write to.
 *
 * @throws UsageError when a run works there
 */
export async function refuseWorking(outFolder: string): Promise<void> {
  const path = join(outFolder, outputFiles.lock.path);
  const found = await readOwner(path);
  if (found !== null && !isGone(found)) throw new UsageError(describeOwner(path, found, "wait for it"));
}

function describeOwner(path: string, { pid, host }: Owner, advice: string): string {
  // A machine that was switched off takes its lock with it to nowhere: only a person can know.
  const removal = host === hostname() ? "" : `; if it was killed together with its machine, remove ${path}`;
  return `${dirname(path)}: another grader works here (process ${pid} on ${host}); ${advice}${removal}`;
}

/** Null where nobody is. @throws UsageError when it does not say who: where files come whole, no run leaves that */
async function readOwner(path: string): Promise<Owner | null> {
  try {
    const { host, run, pid } = JSON.parse(await readFile(path, "utf8")) as Partial<Owner>;
    if (typeof host === "string" && typeof run === "string" && typeof pid === "number")
      return { host, run, pid };
  } catch (error) {
    if (hasErrorCode(error, "ENOENT")) return null;
  }
  throw new UsageError(
    `${path}: expected the name of the grader that works here; if none does, remove this file and start again`,
  );
}

/** Of another machine's run nothing can be told: hands off. */
function isGone({ host, run }: Owner): boolean {
  return host === hostname() && !isRunAlive(run);
}
