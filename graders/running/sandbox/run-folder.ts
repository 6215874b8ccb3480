/** The temporary folder of one run, named after it, so that what a killed run left behind is found by a later one. */
import { chmodSync, lstatSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { GraderFault } from "../../contract/faults";
import { createRunIdentity, isRunAlive, type RunIdentity } from "./run-identity";

export interface RunFolder {
  readonly path: string;
  readonly run: RunIdentity;
  remove(): void;
}

const prefix = "ridgepoint-run-";

/** @throws GraderFault when the folder cannot be made */
export function openRunFolder(): RunFolder {
  const run = createRunIdentity();
  let path: string;
  try {
    path = mkdtempSync(join(tmpdir(), `${prefix}${run.name}-`));
    // Readable for a child that runs as another user; nothing in it is secret.
    chmodSync(path, 0o755);
  } catch (error) {
    throw new GraderFault(`could not make a folder in ${tmpdir()}`, { cause: error });
  }
  const remove = (): void => {
    process.removeListener("exit", remove);
    rmSync(path, { recursive: true, force: true });
  };
  process.once("exit", remove);
  return { path, run, remove };
}

/** Folders of our own user whose run is gone. */
export function findDeadFolders(): readonly string[] {
  return readdirSync(tmpdir())
    .filter((name) => name.startsWith(prefix) && !isRunAlive(name.slice(prefix.length)))
    .map((name) => join(tmpdir(), name))
    .filter(isOwnFolder);
}

/** Removes it as it is: links in it are removed, not followed. */
export function removeDeadFolder(path: string): void {
  if (basename(path).startsWith(prefix)) rmSync(path, { recursive: true, force: true });
}

function isOwnFolder(path: string): boolean {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  return stat?.isDirectory() === true && (process.getuid === undefined || stat.uid === process.getuid());
}
