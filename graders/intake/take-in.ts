/**
 * Reads one submission into memory: its `.ts` files and `answers.md`. Everything else in the folder is ignored
 * (package.json, tsconfig.json, node_modules, hidden files, declaration files, compiled output), so it can neither
 * take effect nor do harm.
 */
import { createHash } from "node:crypto";
import type { Dirent } from "node:fs";
import { opendir } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Limits } from "../contract/limits";
import type { SourceFile, Submission } from "../contract/submission";
import { compareNames, escapeName, isOddName } from "./file-name";
import { decodeSource, Refusal, readSource, tooLongPath } from "./read-source";

const entryName = "submission.ts";
const answersName = "answers.md";
/** "Submission.ts", "submission (1).ts", "submission.ts.txt", "submission.js". */
const nearEntryName = /^submission\b.*\.(?:[cm]?[jt]sx?|txt)$/i;
const maxNamesShown = 5;

/** What was taken of one submission so far. */
interface Intake {
  readonly limits: Limits;
  readonly files: SourceFile[];
  readonly digest: ReturnType<typeof createHash>;
  entries: number;
  bytes: number;
}

/** @throws Refusal with a sentence for the student */
export async function takeInFolder(folder: string, id: string, limits: Limits): Promise<Submission> {
  const intake = openIntake(limits);
  const top = await listFolder(folder, intake);
  const entry = top.find((item) => item.name === entryName);
  if (entry === undefined) throw new Refusal(await describeMissingEntry(folder, top, limits));
  if (entry.isDirectory()) throw new Refusal(`${entryName} must be a file, not a folder.`);
  await takeInSources(folder, "", top, intake);
  const hasAnswers = top.some((item) => item.name === answersName);
  const answersMarkdown = hasAnswers ? await takeInAnswers(join(folder, answersName), intake) : undefined;
  return finishSubmission(id, entryName, intake, answersMarkdown);
}

/** One bare `.ts` file as a submission of its own. @throws Refusal */
export async function takeInFile(path: string, id: string, limits: Limits): Promise<Submission> {
  const intake = openIntake(limits);
  await takeInSource(path, id, intake);
  return finishSubmission(id, id, intake, undefined);
}

export function isSourceName(name: string): boolean {
  return name.endsWith(".ts") && !name.endsWith(".d.ts");
}

export function isIgnoredName(name: string): boolean {
  return name.startsWith(".") || name === "node_modules";
}

function openIntake(limits: Limits): Intake {
  return { limits, files: [], digest: createHash("sha256"), entries: 0, bytes: 0 };
}

function finishSubmission(
  id: string,
  entry: string,
  intake: Intake,
  answersMarkdown: string | undefined,
): Submission {
  return {
    kind: "submission",
    id,
    entry,
    files: intake.files,
    contentDigest: `sha256:${intake.digest.digest("hex")}`,
    ...(answersMarkdown === undefined ? {} : { answersMarkdown }),
  };
}

async function takeInSources(
  folder: string,
  prefix: string,
  items: readonly Dirent[],
  intake: Intake,
): Promise<void> {
  for (const item of items) {
    const name = prefix + item.name;
    const path = join(folder, item.name);
    if (item.isDirectory()) {
      const depth = name.split("/").length;
      if (depth > intake.limits.sourceDepth)
        throw new Refusal(`Folders are nested deeper than ${depth - 1} levels.`);
      await takeInSources(path, `${name}/`, await listFolder(path, intake), intake);
    } else if (isSourceName(item.name)) {
      if (item.isSymbolicLink()) throw new Refusal(`${escapeName(name)} is a link; links are not followed.`);
      await takeInSource(path, name, intake);
    }
  }
}

async function takeInSource(path: string, name: string, intake: Intake): Promise<void> {
  const { limits, files } = intake;
  if (isOddName(name))
    throw new Refusal(`The file name ${escapeName(name)} holds characters that cannot be shown.`);
  if (files.length >= limits.sourceFiles)
    throw new Refusal(`There are more than ${limits.sourceFiles} .ts files.`);
  const bytes = await readSource(path, name, limits.sourceFileBytes);
  addBytes(name, bytes, intake);
  if (intake.bytes > limits.sourceBytes) {
    throw new Refusal(`The .ts files together are larger than ${Math.floor(limits.sourceBytes / 1024)} KiB.`);
  }
  files.push({ path: name, text: decodeSource(bytes, name), bytes: bytes.length });
}

/** Prose may come in any encoding: what is not UTF-8 shows as replacement characters and costs nothing. */
async function takeInAnswers(path: string, intake: Intake): Promise<string> {
  const bytes = await readSource(path, answersName, intake.limits.sourceFileBytes);
  addBytes(answersName, bytes, intake);
  return new TextDecoder().decode(bytes);
}

function addBytes(name: string, bytes: Buffer, intake: Intake): void {
  intake.bytes += bytes.length;
  intake.digest.update(`${JSON.stringify(name)} ${bytes.length}\n`).update(bytes);
}

/** Entries in a stable order, without the ignored ones. @throws Refusal */
async function listFolder(folder: string, intake: Intake): Promise<readonly Dirent[]> {
  const items: Dirent[] = [];
  try {
    for await (const item of await opendir(folder)) {
      intake.entries += 1;
      if (intake.entries > intake.limits.folderEntries) {
        throw new Refusal(`The folder holds more than ${intake.limits.folderEntries} files and folders.`);
      }
      if (!isIgnoredName(item.name)) items.push(item);
    }
  } catch (error) {
    throw describeFolderError(error, basename(folder));
  }
  return items.sort((a, b) => compareNames(a.name, b.name));
}

/** What lies in the folder handed in is refused; anything else is the machine's. */
function describeFolderError(error: unknown, name: string): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case "EACCES":
    case "EPERM":
      return new Refusal("A folder in it cannot be read: permission denied.");
    case "ENAMETOOLONG":
      return new Refusal(tooLongPath);
    case "ENOENT":
      // A name that is no text in this system's encoding is not found again under what it was read as.
      if (isOddName(name))
        return new Refusal(`The file name ${escapeName(name)} holds characters that cannot be shown.`);
      return new Refusal(`${escapeName(name)} disappeared while it was read.`);
    default:
      return error;
  }
}

async function describeMissingEntry(folder: string, top: readonly Dirent[], limits: Limits): Promise<string> {
  const names = top.map((item) => item.name);
  const near = names.find((name) => nearEntryName.test(name));
  if (near !== undefined) return describeNearEntry(near);
  for (const item of top.filter((one) => one.isDirectory())) {
    const inner = await listFolder(join(folder, item.name), openIntake(limits));
    if (inner.some((one) => one.name === entryName)) {
      return `${entryName} lies in ${escapeName(item.name)}/; it must lie at the top of the folder.`;
    }
  }
  if (names.length === 0) return `There is no ${entryName}: the folder is empty.`;
  const shown = names.slice(0, maxNamesShown).map(escapeName).join(", ");
  return `There is no ${entryName}; found ${shown}${names.length > maxNamesShown ? ", …" : ""}.`;
}

function describeNearEntry(name: string): string {
  const says = `The entry file must be called ${entryName}, not ${escapeName(name)}.`;
  return /js$/i.test(name) ? `${says} JavaScript is TypeScript as well: renaming it is enough.` : says;
}
