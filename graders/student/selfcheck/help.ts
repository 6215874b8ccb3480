/** Errors whose own words do not tell a beginner what to do, and the sentence that does. Pure. */
import type { SentenceName } from "../../wording/selfcheck-sentences";

const helps: readonly (readonly [pattern: RegExp, sentence: SentenceName])[] = [
  // Node's permission model says the first; below it, or in an empty file system, the others come.
  [
    /Access to this API has been restricted|\b(ENOENT|EACCES|EPERM|ECONNREFUSED|ENETUNREACH|EAI_AGAIN)\b/,
    "helpFiles",
  ],
  [/await is only valid in async functions/, "helpAwait"],
];

/** Null where the message speaks for itself, or nothing better is known. */
export function findHelp(message: string): SentenceName | null {
  return helps.find(([pattern]) => pattern.test(message))?.[1] ?? null;
}
