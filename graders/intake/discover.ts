/** Finds the submissions under a path and reads them into memory: the copy that was checked is the copy that runs. */
import { UsageError } from "../contract/faults";
import type { Limits } from "../contract/limits";
import type { Message } from "../contract/message";
import { packFields } from "../contract/packed";
import type { Discovery, FoundSubmission, LeftAside, SourceName } from "../contract/submission";
import { findShape, type ShapeOptions } from "./class-shape";
import { compareNames, escapeName } from "./file-name";
import { type FileTree, type TreeItem, takeParts } from "./file-tree";
import { listBelow } from "./find-classes";
import type { NamedEntry } from "./find-entry";
import {
  dropJunk,
  entryName,
  isClassEntry,
  isConfigurationName,
  isForeignArchiveName,
  isPackagePath,
} from "./handed-in-names";
import { holdsTypesAlone } from "./holds-types";
import { findLookAlikes } from "./look-alikes";
import { namePeople } from "./name-people";
import { nameItem, openMember } from "./open-member";
import { explainToCaller, type OpenedPath, openPath, takeInOpened } from "./open-path";
import { listNames, type PlatformGroup } from "./platforms/platform";
import { isWrittenBeside, recognisePlatform } from "./platforms/recognise";
import type { QuestionNames } from "./question-names";
import { Refusal } from "./read-source";
import { aside, ask, note, refuse } from "./remarks";
import { type Elsewhere, type ReadCode, readCodeWith, type TakeTree, takeWith } from "./take-bounded";
import { standAlone } from "./take-in";
import { takeInGroup } from "./take-in-group";
import { takeWithWord } from "./take-with-word";

export interface DiscoverOptions extends ShapeOptions {
  /** What names the questions: texts of other names are looked through for it. */
  readonly questions?: readonly QuestionNames[];
  /** Whose work lies in a platform's download is called as the platform says, also where the path is theirs alone. */
  readonly mayBeMember?: boolean;
}

/**
 * Takes in a class (a folder or a zip archive of submissions, or a platform's download of them), one submission's
 * folder or archive, or one file.
 *
 * @param elsewhere where each of them is taken in, unless it is small
 * @throws UsageError when the path is missing, unreadable, holds no submission, or could be a class as well as one;
 *   the signal's reason when interrupted
 */
export async function discoverSubmissions(
  path: string,
  limits: Limits,
  options: DiscoverOptions = {},
  { reader, signal }: Elsewhere = {},
): Promise<Discovery> {
  const opened = await openPath(path, limits);
  const reading = {
    limits,
    options,
    take: takeWith(limits, { reader, questions: options.questions }),
    readCode: readCodeWith(limits, reader),
    keepOn: () => signal?.throwIfAborted(),
  };
  try {
    const member = options.mayBeMember === true ? await discoverMember(path, reading) : null;
    return member ?? (await discoverOpened(opened, reading));
  } finally {
    opened.close();
  }
}

/** How a class is read, the same for all that lies in it. */
interface Reading {
  readonly limits: Limits;
  readonly options: DiscoverOptions;
  readonly take: TakeTree;
  readonly readCode: ReadCode;
  /** @throws the reason of an interrupt, if there was one */
  keepOn(): void;
}

async function discoverOpened(opened: OpenedPath, reading: Reading): Promise<Discovery> {
  const { kind, path, tree } = opened;
  const { limits, options, take, readCode } = reading;
  const takeOne = async (one: OpenedPath, picked?: NamedEntry): Promise<Discovery> => {
    const found = await takeInOpened(one, take, picked);
    reading.keepOn();
    return finish([found]);
  };
  if (kind === "file") return takeOne(opened);
  const place = { tree, path, isArchive: kind === "archive", limits, readCode };
  const shape = await findShape(place, options).catch((error) => {
    throw explainToCaller(error, path);
  });
  if (shape.kind === "class") return discoverClass(path, shape.tree, reading);
  const { entry, earlierEntries = [] } = options;
  const named = entry === undefined ? { entriesInDoubt: earlierEntries } : { entry };
  return takeOne({ ...opened, tree: shape.tree }, named);
}

/** Everything that the download around it holds of the same person; null where no platform's name is that of the path. */
async function discoverMember(path: string, reading: Reading): Promise<Discovery | null> {
  const member = await openMember(path, reading.limits, reading.options.source);
  if (member === null) return null;
  const { tree, items, recognised, name } = member;
  const { groups } = await namePeople(tree, items, recognised, reading.limits);
  const rest = findRest(items, recognised.source, groups);
  const group = keepApart(groups, rest).find((one) => listNames(one).includes(name));
  if (group === undefined) return null;
  const taken = await takeInGroup(tree, group, { ...reading, options: nameInClass(reading.options) });
  reading.keepOn();
  return { ...finish([taken.found], recognised.source, taken.leftAside), isMember: true };
}

/** Of many, who is in no doubt needs no name. */
const nameInClass = ({ entry, earlierEntries = [] }: DiscoverOptions): NamedEntry => ({
  entriesInDoubt: entry === undefined ? earlierEntries : [entry, ...earlierEntries],
});

async function discoverClass(path: string, tree: FileTree, reading: Reading): Promise<Discovery> {
  const { options } = reading;
  const listed = await tree.list("");
  const items = dropJunk(listed);
  const recognised = recognisePlatform(items.map(nameItem), options.source);
  const { source } = recognised;
  if (options.source !== undefined && source !== "plain" && recognised.groups.length === 0)
    throw new UsageError(ask.otherSource(path, source));
  const { groups, notes } = await namePeople(tree, items, recognised, reading.limits);
  const rest = findRest(items, source, groups);
  const submissions: FoundSubmission[] = [];
  const leftAside: LeftAside[] = [];
  const add = (found: FoundSubmission): void => {
    reading.keepOn();
    submissions.push(keepSmall(found));
  };
  for (const group of keepApart(groups, rest)) {
    const taken = await takeInGroup(tree, group, { ...reading, options: nameInClass(options) });
    add(taken.found);
    for (const one of taken.leftAside) leftAside.push(one);
  }
  for (const item of rest.filter(isClassEntry))
    if (!(await isHandedOut(tree, item, reading))) add(await takeInItem(tree, item, reading));
  if (submissions.length === 0)
    throw new UsageError(
      ask.noSubmissions(
        path,
        items.map(({ name }) => name),
      ),
    );
  const loose = rest.filter((item) => !isClassEntry(item)).map(({ name }) => name);
  const hidden = await findHidden(tree, listed);
  return finish(submissions, source, [...leftAside, ...loose.map(explainLoose), ...hidden], notes);
}

/** What no platform has put there. */
function findRest(
  items: readonly TreeItem[],
  source: SourceName,
  groups: readonly PlatformGroup[],
): readonly TreeItem[] {
  const grouped = new Set(groups.flatMap(listNames));
  return items.filter(({ name }) => !grouped.has(name) && !isWrittenBeside(source, name));
}

/** The types that lie beside the starter, among the files of a class, are nobody's work. */
async function isHandedOut(
  tree: FileTree,
  { kind, name }: TreeItem,
  { readCode }: Reading,
): Promise<boolean> {
  return kind === "file" && isPackagePath(name) && holdsTypesAlone(await readCode(tree, name));
}

/** Programs hide their folders so; where work lies in one, somebody is called like that. */
async function findHidden(tree: FileTree, items: readonly TreeItem[]): Promise<readonly LeftAside[]> {
  const found: LeftAside[] = [];
  for (const { kind, name } of items) {
    const below = kind === "folder" && name.startsWith(".") ? await listBelow(tree, name) : [];
    if (below.some((one) => one.name === entryName))
      found.push({ name: escapeName(name), because: aside.hidden(name) });
  }
  return found;
}

/** The texts of a whole class lie in memory until the last one is graded. */
function keepSmall(found: FoundSubmission): FoundSubmission {
  if (found.kind !== "submission") return found;
  const files = found.files.map((file) => packFields(file, ["text"]));
  return { ...packFields(found, ["answersMarkdown"]), files };
}

/**
 * A student may name a file so that a platform's name for somebody else can be read in it: it is called by its own name
 * where that somebody handed in without the platform.
 */
function keepApart(groups: readonly PlatformGroup[], rest: readonly TreeItem[]): readonly PlatformGroup[] {
  const taken = new Set(rest.filter(isClassEntry).map(({ name }) => escapeName(name)));
  return groups.map((group) => {
    const [name = group.id] = listNames(group);
    return taken.has(group.id) ? { ...group, id: escapeName(name) } : group;
  });
}

const explainLoose = (name: string): LeftAside => ({
  name: escapeName(name),
  because: isConfigurationName(name) ? aside.config(name) : aside.noSubmission(name),
});

function takeInItem(tree: FileTree, item: TreeItem, { take, options }: Reading): Promise<FoundSubmission> {
  const { name } = item;
  return takeWithWord(name, async (id) => {
    if (item.kind === "unusable") throw new Refusal(refuse.unusable(name, item.because));
    if (item.kind === "folder") return take(takeParts(tree, { folder: name }), id, nameInClass(options));
    if (isForeignArchiveName(name)) throw new Refusal(refuse.foreignArchive(name));
    const [alone, asked] = standAlone(tree, name);
    return take(alone, id, asked);
  });
}

function finish(
  submissions: readonly FoundSubmission[],
  source: Discovery["source"] = "plain",
  leftAside: readonly LeftAside[] = [],
  notes: readonly Message[] = [],
): Discovery {
  const inOrder = [...submissions].sort((a, b) => compareNames(a.id, b.id));
  return {
    submissions: inOrder,
    source,
    leftAside,
    notes: [...notes, ...findLookAlikes(inOrder.map(({ id }) => id)).map(note.alike)],
  };
}
