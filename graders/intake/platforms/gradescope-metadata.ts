/** Who handed in what, as Gradescope's `submission_metadata.yml` says; the one doorway to yaml. Pure. */
import { parse } from "yaml";
import type { Account } from "../../contract/submission";

/**
 * @returns submitters by the name of the folder, a team with all of its members; null when it is no such file.
 * Every scalar stays the text that it is: "007" is no number.
 */
export function readSubmitters(text: string): ReadonlyMap<string, readonly Account[]> | null {
  let parsed: unknown;
  try {
    // Ruby wrote it: keys start with a colon, and tags of its own classes mean nothing here.
    parsed = parse(text, { schema: "failsafe", logLevel: "error", uniqueKeys: false });
  } catch {
    return null;
  }
  if (!isRecord(parsed)) return null;
  const entries = Object.entries(parsed).map(([folder, entry]) => {
    const people = isRecord(entry) ? entry[":submitters"] : undefined;
    return [folder, Array.isArray(people) ? people.flatMap(readAccount) : []] as const;
  });
  return new Map(entries.filter(([, accounts]) => accounts.length > 0));
}

function readAccount(person: unknown): readonly Account[] {
  if (!isRecord(person)) return [];
  const [name, sid, email] = [":name", ":sid", ":email"].map((key) => readText(person[key]));
  const key = sid || email || name;
  if (!key) return [];
  return [{ key, name: name || null, ...(email ? { email } : {}) }];
}

const readText = (value: unknown): string => (typeof value === "string" && value !== "~" ? value.trim() : "");

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
