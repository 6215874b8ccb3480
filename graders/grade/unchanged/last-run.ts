/**
 * Whether a class was graded before, and nothing was touched since: neither what was handed in, nor what grades and
 * describes it, nor what came out. Then all stands, and nothing need be loaded that compiles, runs, judges or reports.
 */
import { createHash } from "node:crypto";
import { existsSync, realpathSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { compareText } from "../../contract/compare-text";
import { ownSources } from "../../records/list-sources";
import { outputFiles } from "../../records/output-files";
import { writeTextFile } from "../../records/text-file";
import type { Config } from "../config-file";
import type { GradeRequest } from "../grade-request";
import { findPages } from "../kept-pages";
import { stampPaths } from "./stamp";

/** What is asked, all but the questions; which of them count otherwise is as yet what the settings say. */
export interface AskedRun extends Omit<GradeRequest, "assignment" | "assignmentModule" | "weights"> {
  readonly weighed?: Config["questions"];
}

export interface Surroundings {
  /** The repository. */
  readonly root: string;
  readonly now: () => Date;
  /** What else decides the words of a run, such as the colours of its terminal. */
  readonly manner: readonly string[];
}

/** What a run told. */
export interface ToldRun {
  /** RFC 3339, UTC. */
  readonly finishedAt: string;
  /** Of the class and of the sandbox. */
  readonly atStart: string;
  readonly atEnd: string;
}

export type LastRun =
  | { readonly kind: "stands"; readonly told: ToldRun }
  /** To be called while the folder is still this run's own; does nothing where no later run could trust it. */
  | { readonly kind: "changed"; readonly keep: (told: ToldRun) => Promise<void> };

interface KeptRun {
  readonly asked: string;
  readonly written: string;
  readonly told: ToldRun;
}

/** Never throws: what cannot be seen here is for the run to name. */
export async function findLastRun(asked: AskedRun, surroundings: Surroundings): Promise<LastRun> {
  const digest = isWhole(asked) ? await digestAsked(asked, surroundings) : null;
  if (digest === null) return { kind: "changed", keep: async () => {} };
  const kept = await readKept(asked.outFolder);
  const isLocked = existsSync(join(asked.outFolder, outputFiles.lock.path));
  if (kept !== null && !isLocked && kept.asked === digest && kept.written === digestWritten(asked.outFolder))
    return { kind: "stands", told: kept.told };
  return {
    kind: "changed",
    keep: async (told) => {
      const written = digestWritten(asked.outFolder);
      if (written === null) return;
      const run: KeptRun = { asked: digest, written, told };
      // No mark is lost where the disk refuses it: the next run looks at everything.
      await writeTextFile(locate(asked.outFolder), `${JSON.stringify(run, null, 2)}\n`).catch(() => {});
    },
  };
}

/** A part of a class leaves others as they are, and who asks for a fresh run gets one. */
function isWhole({ only, questions, shard, fresh, twice }: AskedRun): boolean {
  return [only, questions, shard, fresh, twice].every((one) => one === undefined);
}

/** Null where something cannot be seen, or was written a moment ago. */
async function digestAsked(asked: AskedRun, { root, now, manner }: Surroundings): Promise<string | null> {
  const { path, discovery, outFolder, sandboxMode, limits = {}, seed } = asked;
  const { rosterPath, rosterIdColumn, rosterPattern, weighed, isAnonymousAsked, isRevealed } = asked;
  try {
    const { language, ownTemplates } = await findPages(outFolder, asked);
    const others = [rosterPath, ownTemplates].flatMap((one) => (one === undefined ? [] : [resolve(one)]));
    const paths = [realpathSync(path), ...others, ...ownSources.map((name) => join(root, name))];
    const { digest, isSettled } = stampPaths(paths, now().getTime());
    const sorted = Object.entries(limits).sort(([a], [b]) => compareText(a, b));
    const words = [
      digest,
      process.version,
      process.platform,
      path,
      discovery,
      outFolder,
      sandboxMode,
      sorted,
    ];
    const besides = [seed, language, rosterIdColumn, rosterPattern, weighed, manner];
    const pages = [ownTemplates, isAnonymousAsked, isRevealed];
    return isSettled ? digestText(JSON.stringify([...words, ...besides, ...pages])) : null;
  } catch {
    return null;
  }
}

/** Null where something cannot be seen. */
function digestWritten(outFolder: string): string | null {
  try {
    const aside = new Set([locate(outFolder), join(outFolder, outputFiles.lock.path)]);
    return stampPaths([outFolder], 0, aside).digest;
  } catch {
    return null;
  }
}

async function readKept(outFolder: string): Promise<KeptRun | null> {
  try {
    const { asked, written, told } = JSON.parse(
      await readFile(locate(outFolder), "utf8"),
    ) as Partial<KeptRun>;
    const texts = [asked, written, told?.finishedAt, told?.atStart, told?.atEnd];
    return texts.every((one) => typeof one === "string") ? ({ asked, written, told } as KeptRun) : null;
  } catch {
    return null;
  }
}

const locate = (outFolder: string): string => join(outFolder, outputFiles.lastRun.path);

function digestText(text: string): string {
  return `sha256:${createHash("sha256").update(text).digest("hex")}`;
}
