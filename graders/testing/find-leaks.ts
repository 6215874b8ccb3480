/**
 * For tests: looks for secrets in files as a curious reader would, also where they are packed or escaped: inside
 * zips, base64 (as in source maps), JSON and HTML escapes, percent signs, and numbers written in groups.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { gunzipSync } from "node:zlib";
import { remember } from "../contract/remember";
import { readZip } from "../student/handout/zip";

export interface SearchedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** "path: secret" for every secret that a file holds in any guise. */
export function findLeaks(files: readonly SearchedFile[], secrets: readonly string[]): readonly string[] {
  const search = openSearch(secrets);
  // What is zipped also lies beside the zip.
  const searched = new Map<string, readonly string[]>();
  const searchOnce = (text: string): readonly string[] => {
    const found = searched.get(text) ?? search(text);
    searched.set(text, found);
    return found;
  };
  return files.flatMap((file) => {
    const found = new Set([...listTexts(file)].flatMap(searchOnce));
    return secrets.filter((secret) => found.has(secret)).map((secret) => `${file.path}: ${secret}`);
  });
}

/** Most guises of most files are the same text; a file is searched for one kind of secret after the other. */
const listTexts = remember(
  ({ path, bytes }: SearchedFile): ReadonlySet<string> =>
    new Set([path, ...listGuises(Buffer.from(bytes), 0)]),
);

const startLength = 4;

/** Finds all of them in one walk along the text: there may be a thousand, and megabytes to search for each. */
function openSearch(secrets: readonly string[]): (text: string) => readonly string[] {
  const byStart = new Map<string, string[]>();
  const short = secrets.filter((secret) => secret.length < startLength);
  for (const secret of secrets.filter((one) => one.length >= startLength)) {
    const start = secret.slice(0, startLength);
    byStart.set(start, [...(byStart.get(start) ?? []), secret]);
  }
  const mayStart = new Uint8Array(65_536);
  for (const start of byStart.keys()) mayStart[mixStart(start, 0)] = 1;
  return (text) => {
    const found = short.filter((secret) => text.includes(secret));
    for (let at = 0; at <= text.length - startLength; at += 1) {
      if (mayStart[mixStart(text, at)] === 0) continue;
      for (const secret of byStart.get(text.slice(at, at + startLength)) ?? [])
        if (text.startsWith(secret, at)) found.push(secret);
    }
    return found;
  };
}

/** One number for the characters that a secret starts with: hardly any other place of a text has it. */
function mixStart(text: string, at: number): number {
  const near = text.charCodeAt(at) ^ (text.charCodeAt(at + 1) << 3);
  const far = (text.charCodeAt(at + 2) << 6) ^ (text.charCodeAt(at + 3) << 9);
  return (near ^ far) & 0xffff;
}

/** All files below a folder, links not followed. */
export function readFolder(folder: string): readonly SearchedFile[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name))
    .map((path) => ({ path: relative(folder, path), bytes: readFileSync(path) }));
}

const deepest = 4;
const base64 = /[A-Za-z0-9+/_-]{40,}={0,2}/g;

function listGuises(bytes: Buffer, depth: number): readonly string[] {
  if (depth > deepest) return [];
  if (bytes.subarray(0, 2).toString("latin1") === "PK") {
    return readZip(bytes).flatMap(({ path, bytes: inner }) => [
      path,
      ...listGuises(Buffer.from(inner), depth + 1),
    ]);
  }
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return listGuises(gunzipSync(bytes), depth + 1);
  const text = bytes.toString("utf8");
  const decoded = (text.match(base64) ?? []).flatMap((run) =>
    listGuises(Buffer.from(run, "base64"), depth + 1),
  );
  // In UTF-16 every Latin letter comes with a zero.
  const wide = bytes.includes(0) ? [bytes.toString("utf16le")] : [];
  return [text, ...wide, ...listUnescaped(text), ...decoded];
}

function listUnescaped(text: string): readonly string[] {
  const json = text
    .replace(/\\u\{?([0-9a-fA-F]{4})\}?/g, (_, code) => toCharacter(code, 16))
    .replace(/\\(.)/g, "$1");
  const html = text
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => toCharacter(code, 16))
    .replace(/&#(\d+);/g, (_, code) => toCharacter(code, 10))
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");
  const percent = text.replace(/%([0-9a-f]{2})/gi, (_, code) => toCharacter(code, 16));
  const unwrapped = text.replace(/\s+/g, " ");
  const ungrouped = text.replace(/(?<=\d)[,._'\u00A0\u2009\u202F ](?=\d{3})/g, "");
  return [json, html, percent, unwrapped, ungrouped];
}

function toCharacter(code: string, base: number): string {
  const point = Number.parseInt(code, base);
  return point <= 0x10ffff ? String.fromCodePoint(point) : "";
}
