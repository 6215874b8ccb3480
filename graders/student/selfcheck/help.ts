/** Errors whose own words do not tell a beginner what to do, and the sentence that does. Pure. */
import type { Pointed } from "./pointed";
import { findRuntimeHabit, findWrittenHabit, type Habit } from "./python-habits";

const helps: readonly (readonly [pattern: RegExp, habit: Habit])[] = [
  // Node's permission model says the first; below it, or in an empty file system, the others come.
  [
    /Access to this API has been restricted|\b(ENOENT|EACCES|EPERM|ECONNREFUSED|ENETUNREACH|EAI_AGAIN)\b/,
    { sentence: "helpFiles" },
  ],
  [/await isn't allowed in non-async function/, { sentence: "helpAwait" }],
  // A comment of one word, where the compiler sees a name of a class's own.
  [/Private (field|name) '?#/i, { sentence: "habitWritten", values: { python: "# …", code: "// …" } }],
];

export interface ToldError {
  /** What a tool or the program itself said. */
  readonly message: string;
  readonly at: Pointed | null;
  /** Whether it ran at all, or did not even compile. */
  readonly hasRun: boolean;
}

/**
 * Null where the message speaks for itself, or nothing better is known.
 *
 * @param asked names of all functions that are asked for
 */
export function findHelp({ message, at, hasRun }: ToldError, asked: ReadonlySet<string>): Habit | null {
  const known = helps.find(([pattern]) => pattern.test(message))?.[1];
  if (known !== undefined) return known;
  const { source = "", above = "" } = at ?? {};
  return hasRun ? findRuntimeHabit(message, source, asked) : findWrittenHabit(source, above);
}
