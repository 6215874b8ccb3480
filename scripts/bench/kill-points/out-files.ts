/** What lies in an output folder, made comparable from run to run, and whether each file is whole. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { compareText } from "../../../graders/contract/compare-text";
import { describeError } from "../../../graders/contract/thrown";
import { outputFiles } from "../../../graders/records/output-files";
import { parseRecord } from "../../../graders/records/record-check";
import { readRoster } from "../../../graders/records/roster-document";
import { readScores } from "../../../graders/records/scores-file";

/** Text by path, relative and with forward slashes; times and pseudonyms masked. */
export type OutFiles = ReadonlyMap<string, string>;

export const isRecord = (path: string): boolean => /^staff\/[^/]+\/record\.json$/.test(path);
export const isHistory = (path: string): boolean => /^staff\/[^/]+\/history\//.test(path);
/** Says only who works there, or is about to take over; the next run takes over either. */
export const isLock = (path: string): boolean => path.startsWith(outputFiles.lock.path);
/** What is being written; it has no name yet that anybody reads. */
export const isDraft = (path: string): boolean => /(^|\/)\.[^/]+\.[0-9a-f]{12}$/.test(path);

/** What a run was: of a class that was written a moment before, nothing is kept. */
const isLastRun = (path: string): boolean => path === outputFiles.lastRun.path;

export async function readOut(folder: string): Promise<OutFiles> {
  const files = new Map<string, string>();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries.filter((one) => one.isFile())) {
    const whole = join(entry.parentPath ?? entry.path, entry.name);
    const path = whole.slice(folder.length + 1).replaceAll("\\", "/");
    if (!isLastRun(path)) files.set(path, mask(path, await readFile(whole, "utf8")));
  }
  return new Map([...files].sort(([a], [b]) => compareText(a, b)));
}

/** Records differ by their clock, and folders by the key of their pseudonyms. */
function mask(path: string, text: string): string {
  if (isRecord(path))
    return text.replace(/"(startedAt|finishedAt)": "[^"]*"/g, '"$1": ""').replace(/"durationMs": \d+/, "");
  // The day of grading: a run may end on the next one.
  if (path.endsWith(".html"))
    return text
      .replace(/<time [^>]*>[^<]*<\/time>/g, "<time>")
      .replace(/ · \d{4}-\d\d-\d\d<\/title>/, "</title>");
  return /\.(key|json|csv)$/.test(path) && !path.startsWith("staff/")
    ? text.replace(/(?<!sha256:)\b[0-9a-f]{64}\b/g, "<pseudonym>")
    : text;
}

/** What is wrong with a file of an output folder as such, or null. */
export async function findBreak(folder: string, path: string): Promise<string | null> {
  try {
    const text = await readFile(join(folder, path), "utf8");
    if (isRecord(path) || isHistory(path)) parseRecord(text, path);
    else if (path === outputFiles.scores.path) await readScores(join(folder, path));
    else if (path === outputFiles.rosterMatch.path) await readRoster(join(folder, path));
    else if (path.endsWith(".json")) JSON.parse(text);
    else if (path.endsWith(".csv")) parse(text, { relax_column_count: false });
    return ends(path).test(text) ? null : `${path}: ends in ${JSON.stringify(text.slice(-20))}`;
  } catch (error) {
    return `${path}: ${describeError(error)}`;
  }
}

function ends(path: string): RegExp {
  if (path.endsWith(".html")) return /<\/html>\s*$/;
  return path.endsWith(".key") ? /^[0-9a-f]{64}\n$/ : /\n$/;
}
