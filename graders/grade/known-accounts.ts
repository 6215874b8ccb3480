/**
 * Whom a platform named for each submission, kept with the class: who handed in is known by it when the next download
 * holds other people, or a roster comes later.
 */
import type { FoundSubmission } from "../contract/submission";
import type { HandedInBy } from "../intake/roster/find-owners";
import { changeClassFile, readClassFile } from "../records/class-file";

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

/** @throws UsageError when the class's file cannot be read; WriteFault */
export async function rememberAccounts(outFolder: string, found: KnownAccounts): Promise<void> {
  const known = await readAccounts(outFolder);
  const isNew = [...found].some(([id, told]) => JSON.stringify(known.get(id)) !== JSON.stringify(told));
  if (isNew) await changeClassFile(outFolder, { accounts: Object.fromEntries([...known, ...found]) });
}

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
