/** Whose results an output folder holds: those of one class, which a part of it may be graded into, and no other. */
import { realpath } from "node:fs/promises";
import { dirname } from "node:path";
import type { Assignment } from "../contract/assignment";
import { UsageError } from "../contract/faults";
import { type LimitName, parseLimits } from "../contract/limits";
import { type Discovery, sourceNames } from "../contract/submission";
import type { DiscoverOptions } from "../intake/discover";
import { nameAssignment } from "../intake/question-names";
import { changeClassFile, readClassFile } from "../records/class-file";
import { listOtherTitles } from "../report/other-titles";
import { discoverApart } from "./reading/discover-apart";

/** Where a class lies and how it is read there: by another reading, the same files are other submissions, or none. */
export interface ClassPlace {
  readonly path: string;
  readonly discovery: DiscoverOptions;
  readonly limits: Readonly<Partial<Record<LimitName, unknown>>>;
}

export interface SeenClass {
  /** What is graded now: a class, or one submission of it. */
  readonly place: ClassPlace;
  /** Some of the submissions are asked alone, so how the others were read is known from before. */
  readonly isPart: boolean;
  /** One person's work out of the download that the class is. */
  readonly isMember: boolean;
  /** Everything found there, wanted or not. */
  readonly submissionIds: readonly string[];
  /** What is on record in the output folder, and under which name a submission would be. */
  readonly recorded: ReadonlySet<string>;
  readonly getFolder: (submissionId: string) => string;
}

/**
 * The same class is one at the same place, a submission out of it, or one that shares a submission with what is on
 * record (a class that was moved, or downloaded again).
 *
 * @throws UsageError when the folder holds the results of another class
 */
export async function refuseOtherClass(outFolder: string, seen: SeenClass): Promise<void> {
  const path = await realpath(seen.place.path);
  const known = (await readClassPlace(outFolder))?.path ?? null;
  const isKnown = known === path || known === dirname(path);
  const shares = seen.submissionIds.some((id) => seen.recorded.has(seen.getFolder(id)));
  if (seen.recorded.size > 0 && !isKnown && !shares) {
    throw new UsageError(
      `--out: ${outFolder} holds the results of another class${known === null ? "" : ` (${known})`}; choose another folder, or remove this one`,
    );
  }
  const isPart = seen.isMember || known === dirname(path) || (known === path && seen.isPart);
  const isSmaller = known !== null && seen.submissionIds.length < seen.recorded.size;
  if (isPart || isSmaller) await addEntry(outFolder, seen.place);
  else await writeClassPlace(outFolder, { ...seen.place, path });
}

/** Who was in doubt is taken by the same name the next time. */
async function addEntry(outFolder: string, { discovery }: ClassPlace): Promise<void> {
  const entries = listEntries(discovery);
  if (entries.length > 0) await changeClassFile(outFolder, { entries });
}

/** What was named last comes first. */
const listEntries = ({ entry, earlierEntries = [] }: DiscoverOptions): readonly string[] => [
  ...new Set([...(entry === undefined ? [] : [entry]), ...earlierEntries]),
];

/** With what is known of this class from before: the names of entries that were given, and whether a platform names people. */
export async function readAsBefore(
  outFolder: string,
  discovery: DiscoverOptions = {},
): Promise<DiscoverOptions> {
  const file: Readonly<Record<string, unknown>> = await readClassFile(outFolder).catch((error) => {
    // Whoever writes there says at once what is wrong with the folder.
    if (error instanceof UsageError) return {};
    throw error;
  });
  const earlierEntries = readEntries(file);
  return {
    ...discovery,
    ...(earlierEntries.length === 0 ? {} : { earlierEntries }),
    ...(file.accounts === undefined ? {} : { mayBeMember: true }),
  };
}

const readEntries = ({ entries }: Readonly<Record<string, unknown>>): readonly string[] =>
  Array.isArray(entries) ? entries.filter((one) => typeof one === "string") : [];

export async function writeClassPlace(
  outFolder: string,
  { path, discovery, limits }: ClassPlace,
): Promise<void> {
  const { entry, as, source } = discovery;
  const entries = listEntries(discovery);
  await changeClassFile(outFolder, { path, entry, entries, as, source, limits });
}

/**
 * Of the class that is on record; null where nobody knows.
 *
 * @param moved where it lies now, read as then; where it lay when left out
 * @throws UsageError when the file cannot be read
 */
export async function readClassPlace(outFolder: string, moved?: string): Promise<ClassPlace | null> {
  const known = findPlace(await readClassFile(outFolder));
  if (moved === undefined) return known;
  return { ...(known ?? { discovery: {}, limits: {} }), path: moved };
}

/** The same submissions, as long as the same files lie there. @throws as {@link discoverApart} */
export function discoverAgain(
  { path, discovery, limits }: ClassPlace,
  assignment: Assignment,
): Promise<Discovery> {
  const questions = nameAssignment(assignment, listOtherTitles);
  return discoverApart(path, parseLimits(limits), { ...discovery, questions });
}

function findPlace(file: Readonly<Record<string, unknown>>): ClassPlace | null {
  const { path, entry, as, source, limits } = file;
  if (typeof path !== "string") return null;
  const named = sourceNames.find((name) => name === source);
  return {
    path,
    discovery: {
      ...(typeof entry === "string" ? { entry } : {}),
      earlierEntries: readEntries(file),
      ...(as === "class" || as === "one" ? { as } : {}),
      ...(named === undefined ? {} : { source: named }),
    },
    limits: typeof limits === "object" && limits !== null ? limits : {},
  };
}
