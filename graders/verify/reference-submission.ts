/** The reference's own answers as something handed in: the module that exports them, and all of `reference/` it imports. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { SourceFile, Submission } from "../contract/submission";

/** Path of the entry, relative to the repository. */
export const referenceEntry = "graders/verify/reference-work.ts";

/** @param root the repository */
export function readReferenceSubmission(root: string): Submission {
  const files = collectFiles(root, referenceEntry);
  return { kind: "submission", id: "reference", entry: referenceEntry, files, contentDigest: "sha256:" };
}

function collectFiles(root: string, entry: string): readonly SourceFile[] {
  const files = new Map<string, SourceFile>();
  const open = [entry];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (files.has(path)) continue;
    const text = readFileSync(join(root, path), "utf8");
    files.set(path, { path, text, bytes: Buffer.byteLength(text) });
    open.push(...listImports(path, text));
  }
  return [...files.values()];
}

function listImports(path: string, text: string): readonly string[] {
  const specifiers = [...text.matchAll(/\bfrom "(\.[^"]+)"/g)].map(([, specifier]) => specifier as string);
  return specifiers.map((specifier) => `${join(dirname(path), specifier).replaceAll("\\", "/")}.ts`);
}
