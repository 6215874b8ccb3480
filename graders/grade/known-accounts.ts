/**
 * Whom a platform named for each submission, kept with the class: who handed in is known by it when the next download
 * holds other people, or a roster comes later.
 */
import { listFew } from "../contract/list-few";
import type { FoundSubmission } from "../contract/submission";
import type { HandedInBy } from "../intake/roster/find-owners";
import { changeClassFile, readClassFile, readSuperseded } from "../records/class-file";

/** By submission id. */
export type KnownAccounts = ReadonlyMap<string, readonly HandedInBy[]>;

export function listAccounts(submissions: readonly FoundSubmission[]): KnownAccounts {
  return new Map(
    submissions.flatMap(({ id, accounts }) =>
      accounts === undefined
        ? []
        : [[id, accounts.map(({ key, name, email }) => pick({ id: key, name, email }))] as const],
    ),
  );
}

/**
 * Some platforms have another name for each attempt: whose authors all handed in anew, under a name that lies there now,
 * is replaced by that.
 *
 * @returns ids that are replaced from now on
 * @throws UsageError when the class's file cannot be read; WriteFault
 */
export async function rememberAccounts(outFolder: string, found: KnownAccounts): Promise<readonly string[]> {
  const known = await readAccounts(outFolder);
  const before = await readSuperseded(outFolder);
  const people = new Set([...found.values()].flat().map(nameAccount));
  const replaced = [...known].flatMap(([id, told]) =>
    !found.has(id) && told.length > 0 && told.map(nameAccount).every((one) => people.has(one)) ? [id] : [],
  );
  const superseded = [...new Set([...before, ...replaced])].filter((id) => !found.has(id));
  const isNew = [...found].some(([id, told]) => JSON.stringify(known.get(id)) !== JSON.stringify(told));
  if (isNew || superseded.join("\n") !== before.join("\n"))
    await changeClassFile(outFolder, { accounts: Object.fromEntries([...known, ...found]), superseded });
  return superseded.filter((id) => !before.includes(id));
}

const nameAccount = (one: HandedInBy): string => one.id ?? JSON.stringify(one);

/** @throws UsageError when the class's file cannot be read */
export async function readAccounts(outFolder: string): Promise<KnownAccounts> {
  const { accounts } = await readClassFile(outFolder);
  if (typeof accounts !== "object" || accounts === null) return new Map();
  return new Map(
    Object.entries(accounts).map(([id, told]) => [id, (Array.isArray(told) ? told : []).map(readOne)]),
  );
}

const readOne = (told: unknown): HandedInBy =>
  typeof told === "object" && told !== null ? pick(told as Readonly<Record<string, unknown>>) : {};

function pick(told: Readonly<Record<string, unknown>>): HandedInBy {
  const { id, name, email } = told;
  return {
    ...(typeof id === "string" ? { id } : {}),
    ...(typeof name === "string" ? { name } : {}),
    ...(typeof email === "string" ? { email } : {}),
  };
}

/** For staff. */
export const tellReplaced = (ids: readonly string[]): readonly string[] =>
  ids.length === 0
    ? []
    : [
        `handed in again under another name, so that what was graded before counts no more: ${listFew(ids, 5)}`,
      ];
