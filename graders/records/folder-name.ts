/** Folder names for submissions: whatever a submission is called, a name that every file system takes. */

import { createHash } from "node:crypto";
import { normalise } from "../contract/normalise";
import { reservedNames } from "./output-files";

const longestPlain = 64;
const longestSlug = 40;

/** Names with a meaning to Windows, alone or before a dot. */
const windowsDevice = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?$/;

/**
 * The id itself when it is plain (lower-case ASCII letters, digits, `-`, `_`, inner dots), else a readable stem, "~"
 * and half of the id's digest: with fewer digits, whoever chooses a name could find one that shares another's folder.
 * It depends on the id alone, so a run over a part of the class finds the same folders; ids that differ only in case or
 * in Unicode form get different ones.
 */
export function nameFolder(submissionId: string): string {
  if (isPlain(submissionId)) return submissionId;
  const digest = createHash("sha256").update(submissionId, "utf8").digest("hex").slice(0, 32);
  return `${slugify(submissionId)}~${digest}`;
}

function isPlain(id: string): boolean {
  const isSafe = id.length <= longestPlain && /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9_-])?$/.test(id);
  return isSafe && !windowsDevice.test(id) && !reservedNames.includes(id);
}

function slugify(id: string): string {
  const ascii = normalise(id, "NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const slug = ascii.replace(/[^a-z0-9]+/g, "-").slice(0, longestSlug);
  return slug.replace(/^-+|-+$/g, "") || "submission";
}
