/** Names what was handed in: the same however it was wrapped, and whatever the entry is called. Pure. */
import { createHash } from "node:crypto";
import type { Submission, TextFile, UnreadWork } from "../contract/submission";
import { compareNames } from "./file-name";
import { answersName, entryName, toCompiledName } from "./handed-in-names";

interface Around {
  readonly answers: string | undefined;
  readonly unread: readonly UnreadWork[];
}

/** @param files as they were handed in, the entry first */
export function digestContents(files: readonly TextFile[], { answers, unread }: Around): string {
  const digest = createHash("sha256");
  const [entry, ...rest] = files;
  const named = [{ name: entryName, text: entry?.text ?? "" }];
  named.push(...rest.map(({ path, text }) => ({ name: toCompiledName(path), text })));
  for (const { name, text } of named.sort((a, b) => compareNames(a.name, b.name)))
    add(digest, name, Buffer.from(text));
  if (answers !== undefined) add(digest, answersName, Buffer.from(answers));
  for (const one of unread) add(digest, one.file, Buffer.from(JSON.stringify(one.answers)));
  return `sha256:${digest.digest("hex")}`;
}

/** Of what is read, as if nothing lay beside it. */
export function digestRead({ entry, files, answersMarkdown }: Submission): string {
  const handedIn = files
    .filter(({ origin }) => origin !== null)
    .map(({ path, text, origin }) => ({ path, text: origin?.text ?? text }));
  const [first, rest] = [true, false].map((isEntry) =>
    handedIn.filter(({ path }) => (path === entry) === isEntry),
  );
  return digestContents([...(first ?? []), ...(rest ?? [])], { answers: answersMarkdown, unread: [] });
}

function add(digest: ReturnType<typeof createHash>, name: string, bytes: Buffer): void {
  digest.update(`${JSON.stringify(name)} ${bytes.length}\n`).update(bytes);
}
