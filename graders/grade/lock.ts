/** One grader at a time in an output folder: a file names the run that works there. */
import { mkdir, open, readFile, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { UsageError } from "../contract/faults";
import { describeError, hasErrorCode, isDiskFull } from "../contract/thrown";
import { outputFiles } from "../records/output-files";
import { WriteFault } from "../records/write-fault";
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
  await mkdir(outFolder, { recursive: true });
  if (!(await write(path, owner))) {
    const other = await readOwner(path);
    if (other !== null && !isGone(other)) {
      throw new UsageError(
        `${describeOwner(outFolder, other)}; wait for it, or choose another --out${adviseRemoval(path, other)}`,
      );
    }
    await rm(path, { force: true });
    if (!(await write(path, owner)))
      throw new UsageError(`${outFolder}: another grader has just started here`);
  }
  return async () => {
    if ((await readOwner(path))?.run === owner.run) await rm(path, { force: true });
  };
}

/**
 * For a folder that is only read, which may be one that this process could not write to.
 *
 * @throws UsageError when a run works there
 */
export async function refuseWorking(outFolder: string): Promise<void> {
  const path = join(outFolder, outputFiles.lock.path);
  const other = await readOwner(path);
  if (other === null || isGone(other)) return;
  throw new UsageError(`${describeOwner(outFolder, other)}; wait for it${adviseRemoval(path, other)}`);
}

function describeOwner(outFolder: string, { pid, host }: Owner): string {
  return `${outFolder}: another grader works here (process ${pid} on ${host})`;
}

/** A machine that was switched off takes its lock with it to nowhere: only a person can know. */
function adviseRemoval(path: string, { host }: Owner): string {
  return host === hostname() ? "" : `; if it was killed together with its machine, remove ${path}`;
}

/** False when somebody was there first. */
async function write(path: string, owner: Owner): Promise<boolean> {
  try {
    // "wx": of two that start at once, one makes the file.
    const file = await open(path, "wx");
    try {
      await file.writeFile(`${JSON.stringify(owner)}\n`);
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if (hasErrorCode(error, "EEXIST")) return false;
    if (isDiskFull(error)) throw new WriteFault(path, error);
    throw new UsageError(`${path}: could not be written: ${describeError(error)}`);
  }
}

/** Null for a file that is gone, or that a run was killed over while it wrote. */
async function readOwner(path: string): Promise<Owner | null> {
  try {
    const { host, run, pid } = JSON.parse(await readFile(path, "utf8")) as Partial<Owner>;
    return typeof host === "string" && typeof run === "string" && typeof pid === "number"
      ? { host, run, pid }
      : null;
  } catch {
    return null;
  }
}

/** Of another machine's run nothing can be told: hands off. */
function isGone({ host, run }: Owner): boolean {
  return host === hostname() && !isRunAlive(run);
}
