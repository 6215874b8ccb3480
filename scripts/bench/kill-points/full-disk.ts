/** A disk with little room left: what was there stays, the grader says so, and with room again all is as it should be. */

import { execFileSync } from "node:child_process";
import { mkdir, rm, statfs, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { mebibyte } from "../../../reference/byte-sizes";
import type { Place } from "./disturbances";
import { startGrader } from "./grader";
import { isDraft, readOut } from "./out-files";
import { addFindings, compareEnd, type Findings, inspect, resetOut, seed, type Trial } from "./trial";

const pageBytes = 4096;

/** Where room can be made scarce. */
export interface SmallDisk {
  readonly by: "tmpfs" | "limit of file sizes";
  readonly folder: string;
  /** @returns what the grader's order must hold for it */
  leave(bytes: number): Promise<{ readonly mostFileBytes?: number }>;
  makeRoom(): Promise<void>;
  close(): void;
}

/** Root mounts a small file system in memory; anybody else may only have limited how large a file may grow. */
export async function openSmallDisk(folder: string, bytes: number): Promise<SmallDisk> {
  const path = join(folder, "disk");
  await mkdir(path);
  try {
    const size = `size=${Math.ceil(bytes / mebibyte)}m`;
    execFileSync("mount", ["-t", "tmpfs", "-o", size, "tmpfs", path], { stdio: "ignore" });
  } catch {
    const limit = { by: "limit of file sizes", folder: path } as const;
    return {
      ...limit,
      leave: async (mostFileBytes) => ({ mostFileBytes }),
      makeRoom: async () => {},
      close: () => {},
    };
  }
  const filler = join(path, "filler");
  return {
    by: "tmpfs",
    folder: path,
    leave: async (left) => {
      const { bavail, bsize } = await statfs(path);
      await writeFile(filler, Buffer.alloc(Math.max(0, bavail * bsize - left)));
      return {};
    },
    makeRoom: () => rm(filler, { force: true }),
    close: () => void execFileSync("umount", [path]),
  };
}

/** From how many bytes on an undisturbed run has enough: for all that it adds, or for its largest file. */
export function measureNeed({ before, after }: Trial, by: SmallDisk["by"]): number {
  if (by === "limit of file sizes")
    return Math.max(...[...after.values()].map((text) => Buffer.byteLength(text)));
  const measure = (files: Iterable<string>): number =>
    [...files].reduce((sum, text) => sum + Math.ceil(Buffer.byteLength(text) / pageBytes) * pageBytes, 0);
  return measure(after.values()) - measure(before.values());
}

/** @returns true when all fitted after all */
export async function fillDisk(
  trial: Trial,
  bytesLeft: number,
  disk: SmallDisk,
  place: Place,
): Promise<boolean> {
  const out = join(disk.folder, "out");
  await resetOut(trial, out);
  const known = await readOut(out);
  const where = `${trial.name}, ${bytesLeft} bytes left`;
  const order = { out, seed, ...(await disk.leave(bytesLeft)) };
  const grader = startGrader(trial.setting, order);
  const { code, printed } = await grader.ended;
  const hasFitted = code === 0;
  if (!hasFitted) {
    addFindings(place.findings, await inspect(trial, out, { known, finished: [] }), where);
    addFindings(place.findings, await judgeWords(out, code, printed), where);
  }
  await disk.makeRoom();
  const again = await startGrader(trial.setting, { out, seed }).ended;
  addFindings(place.findings, await compareEnd(trial, out, again), `${where}, then room`);
  return hasFitted;
}

/** Exit code 2, one sentence that says what to do, and no draft in the way. */
async function judgeWords(out: string, code: number | null, printed: string): Promise<Findings> {
  const said = printed.split("\n").filter((line) => /fault is the grader's|^error: /.test(line));
  const isClear = said.length === 1 && /free the disk/.test(said[0] ?? "") && (said[0] ?? "").length < 400;
  const drafts = [...(await readOut(out)).keys()].filter(isDraft);
  return {
    lost: [],
    wrong: [
      ...(code === 2 ? [] : [`exit code ${code}`]),
      ...(isClear ? [] : [`said ${said.length} times: ${said.join(" / ").slice(0, 600)}`]),
      ...drafts.map((path) => `${path}: left behind`),
    ],
    truncated: [],
  };
}
