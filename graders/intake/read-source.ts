/** Reads one file that a stranger handed in: a regular file, not followed, not shared, not too large. */
import { constants } from "node:fs";
import { type FileHandle, lstat, open, realpath } from "node:fs/promises";
import { GraderFault } from "../contract/faults";
import type { Message } from "../contract/message";
import { fault, refuse } from "./remarks";
import { decodeWindows1252 } from "./windows-1252";

/** Why something handed in is not taken, for the student. */
export class Refusal extends Error {
  constructor(readonly says: Message) {
    super(says.code);
  }
}

// Without waiting for a writer, should the file have become a pipe since it was listed. Windows has neither flag.
const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * @param path where it lies, without links in it
 * @param name how the student knows it
 * @throws Refusal for what was handed in; GraderFault for what the machine refuses, or what changes meanwhile
 */
export async function readSource(path: string, name: string, maxBytes: number): Promise<Buffer> {
  try {
    const file = await open(path, flags);
    try {
      const { size } = await expectOwnFile(file, path, name);
      if (size > maxBytes) throw new Refusal(refuse.tooLarge(name, maxBytes));
      const bytes = await readUpTo(file, size);
      if (bytes.length < size) throw new GraderFault(fault.changed(name, "shorter than it was"));
      return bytes;
    } finally {
      await file.close();
    }
  } catch (error) {
    throw explainSystemError(error, name);
  }
}

/** Some file systems give less than was asked for, though there is more. */
async function readUpTo(file: FileHandle, size: number): Promise<Buffer> {
  const buffer = Buffer.alloc(size);
  let length = 0;
  while (length < size) {
    const { bytesRead } = await file.read(buffer, length, size - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return buffer.subarray(0, length);
}

async function expectOwnFile(file: FileHandle, path: string, name: string): Promise<{ size: number }> {
  const stat = await file.stat();
  if (!stat.isFile()) throw new Refusal(refuse.unusable(name, "file-not-regular"));
  if (stat.nlink > 1) throw new Refusal(refuse.hardLink(name));
  // A folder above it may have become a link since it was listed: what was opened must be what lies there.
  const isElsewhere = (await realpath(path)) !== path || (await lstat(path)).ino !== stat.ino;
  if (isElsewhere) throw new Refusal(refuse.unusable(name, "file-is-link"));
  return stat;
}

/** What the system says about something handed in; everything but the system's own errors stays as it is. */
export function explainSystemError(error: unknown, name: string): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) return error;
  switch (code) {
    case "ELOOP":
      return new Refusal(refuse.unusable(name, "file-is-link"));
    case "ENXIO":
    case "EISDIR":
      return new Refusal(refuse.unusable(name, "file-not-regular"));
    case "ENAMETOOLONG":
      // Without the path itself, which would fill a page.
      return new Refusal(refuse.tooLongPath());
    case "EACCES":
    case "EPERM":
      return new GraderFault(fault.denied(name));
    default:
      return new GraderFault(fault.changed(name, code));
  }
}

/** Source text, without a byte order mark. @throws Refusal */
export function decodeSource(bytes: Buffer, name: string): string {
  const text = decodeText(bytes);
  if (text === null) throw new Refusal(refuse.notUtf8(name));
  if (text.includes("\0")) throw new Refusal(refuse.nul(name));
  return text;
}

/** Null for what is none. */
export function decodeText(bytes: Buffer): string | null {
  // Editors of Windows write UTF-16, and say so in the first two bytes.
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeStrictly(bytes, "utf-16le");
  return decodeStrictly(bytes, "utf-8") ?? decodeOld(bytes);
}

function decodeStrictly(bytes: Buffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Control characters but for blanks and ends of lines: no text has them, and what is no text nearly always does. */
const unwritten = /[^\P{Cc}\s]/u;

/** As editors of Windows wrote before UTF-8: every byte is a character there, so what is no text has to be told apart. */
function decodeOld(bytes: Buffer): string | null {
  const text = decodeWindows1252(bytes);
  return unwritten.test(text) ? null : text;
}
