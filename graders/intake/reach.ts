/** Reads the entry and what it imports, file by file: nothing else that was handed in can do harm. */
import type { Limits } from "../contract/limits";
import type { Message } from "../contract/message";
import { readFenced } from "./fenced-source";
import { isOddName } from "./file-name";
import { type FileTree, nameOf } from "./file-tree";
import { isSourceName } from "./handed-in-names";
import { type ImportedNames, listImports } from "./import-specifiers";
import { isRelative, lookUp, resolvePath } from "./look-up";
import { blankChecks } from "./notebook/blank-checks";
import { decodeSource, Refusal } from "./read-source";
import { refuse, remark } from "./remarks";

export interface ReachedFile {
  /** In the tree. */
  readonly path: string;
  readonly text: string;
  readonly bytes: number;
}

export interface Import {
  readonly importer: string;
  readonly specifier: string;
  /** Path in the tree; null when no such file was handed in. */
  readonly target: string | null;
}

export interface Reached {
  /** The entry first. */
  readonly files: readonly ReachedFile[];
  readonly imports: readonly Import[];
  readonly remarks: readonly Message[];
}

export interface EntrySource {
  readonly tree: FileTree;
  /** Its path in the tree. */
  readonly path: string;
  /** Its text, when it stands in no file of its own (a notebook's cells). */
  readonly written?: string;
  /** The other sources, for an entry that says only when it runs what it imports. */
  readonly others: readonly string[];
}

/** @throws Refusal when a file that is needed cannot be taken; GraderFault */
export async function readReachable(entry: EntrySource, limits: Limits): Promise<Reached> {
  const { tree, path, written, others } = entry;
  const reading: Reading = {
    tree,
    limits,
    files: new Map(),
    bytes: 0,
    said: 0,
    odd: 0,
    imports: [],
    remarks: [],
    hasComputed: false,
  };
  await readAll(
    reading,
    written === undefined ? [path] : await follow(reading, addFile(reading, path, written)),
  );
  for (const other of reading.hasComputed ? others : []) {
    // What nobody may ever ask for cannot sink what is there.
    await readAll(reading, [other]).catch((error) => {
      if (!(error instanceof Refusal)) throw error;
    });
  }
  const { files, imports, remarks } = reading;
  return { files: [...files.values()], imports, remarks };
}

async function readAll(reading: Reading, paths: readonly string[]): Promise<void> {
  const waiting = [...paths];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (reading.files.has(path)) continue;
    for (const next of await follow(reading, await readFile(reading, path))) waiting.push(next);
  }
}

interface Reading {
  readonly tree: FileTree;
  readonly limits: Limits;
  readonly files: Map<string, ReachedFile>;
  readonly imports: Import[];
  readonly remarks: Message[];
  bytes: number;
  /** Letters of all imports with whoever imports: each is written out where it leads nowhere. */
  said: number;
  /** Imports of data that is not there, or in other upper and lower case. */
  odd: number;
  hasComputed: boolean;
}

async function readFile(reading: Reading, path: string): Promise<ReachedFile> {
  const { tree, limits, files } = reading;
  const deepest = path.split("/").length - 1;
  if (deepest > limits.sourceDepth) throw new Refusal(refuse.tooDeep(limits.sourceDepth));
  if (isOddName(path)) throw new Refusal(refuse.oddName(path));
  if (files.size >= limits.sourceFiles) throw new Refusal(refuse.tooManyFiles(limits.sourceFiles));
  // Data is no source that anybody reads: only all files together are limited.
  const bytes = await tree.read(path, isJson(path) ? limits.sourceBytes : limits.sourceFileBytes);
  const text = decodeSource(bytes, path);
  if (isJson(path)) return addFile(reading, path, text, bytes.length);
  const fenced = readFenced(text);
  // A notebook that was saved as a script asks the selfcheck below each answer.
  if (fenced === null) return addFile(reading, path, blankChecks(text), bytes.length);
  reading.remarks.push(remark.fenced(path));
  return addFile(reading, path, fenced);
}

function addFile(reading: Reading, path: string, text: string, bytes = Buffer.byteLength(text)): ReachedFile {
  const file = { path, text, bytes };
  reading.bytes += bytes;
  if (reading.bytes > reading.limits.sourceBytes)
    throw new Refusal(refuse.tooMuch(reading.limits.sourceBytes));
  reading.files.set(path, file);
  return file;
}

/** Paths of what a file imports and was handed in. */
async function follow(reading: Reading, file: ReachedFile): Promise<readonly string[]> {
  if (!isCode(file.path)) return [];
  const { specifiers, hasComputed }: ImportedNames = listImports(file.text);
  if (hasComputed) reading.hasComputed = true;
  const targets: string[] = [];
  for (const specifier of specifiers.filter(isRelative)) {
    const told = reading.remarks.length;
    reading.said += file.path.length + specifier.length;
    const { sourceBytes } = reading.limits;
    if (reading.said > 4 * sourceBytes) throw new Refusal(refuse.tooMuch(sourceBytes));
    const target = await find(reading, file.path, specifier);
    // Each of them is written as a file, or told.
    const isOdd = target === null ? isJson(specifier) : reading.remarks.length > told;
    reading.odd += isOdd ? 1 : 0;
    if (reading.odd > reading.limits.sourceFiles)
      throw new Refusal(refuse.tooManyFiles(reading.limits.sourceFiles));
    reading.imports.push({ importer: file.path, specifier, target });
    if (target !== null) targets.push(target);
  }
  return targets;
}

async function find({ tree, remarks }: Reading, importer: string, specifier: string): Promise<string | null> {
  const path = resolvePath(importer, specifier);
  const found = path === null ? null : await lookUp(tree, path);
  if (found === null) return null;
  const { item } = found;
  if (item.kind === "unusable") throw new Refusal(refuse.unusable(found.path, item.because));
  if (!isCode(found.path) && !isJson(found.path)) return null;
  if (!found.isSameCase) remarks.push(remark.otherCase(importer, specifier, nameOf(found.path)));
  return found.path;
}

const isCode = (path: string): boolean => isSourceName(nameOf(path));

export function isJson(path: string): boolean {
  return /\.json$/i.test(path);
}
