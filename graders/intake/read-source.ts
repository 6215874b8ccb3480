/** Reads one file that a stranger handed in: a regular file, not followed, not shared, not too large. */
import { constants } from "node:fs";
import { open } from "node:fs/promises";

/** Why something handed in is not taken: one sentence for the student. */
export class Refusal extends Error {}

// Without waiting for a writer, should the file have become a pipe since it was listed. Windows has neither flag.
const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Errors of opening that lie in what was handed in; all others are the machine's. */
const refusedCodes: Readonly<Record<string, string>> = {
  EACCES: "cannot be read: permission denied",
  EPERM: "cannot be read: permission denied",
  ELOOP: "is a link; links are not followed",
  ENXIO: "is not a regular file",
  ENOENT: "disappeared while it was read",
  EISDIR: "is not a regular file",
};

/** Without the path itself, which would fill a page. */
export const tooLongPath = "A path in it is longer than this system can read.";

/**
 * @param path where it lies
 * @param name how the student knows it
 * @throws Refusal
 */
export async function readSource(path: string, name: string, maxBytes: number): Promise<Buffer> {
  try {
    const file = await open(path, flags);
    try {
      const stat = await file.stat();
      if (!stat.isFile()) throw new Refusal(`${name} is not a regular file.`);
      if (stat.nlink > 1) throw new Refusal(`${name} is a hard link to a file elsewhere; hand in a copy.`);
      if (stat.size > maxBytes) throw tooLarge(name, maxBytes);
      const buffer = Buffer.alloc(stat.size);
      const { bytesRead } = await file.read(buffer, 0, stat.size, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    if (code === "ENAMETOOLONG") throw new Refusal(tooLongPath);
    const reason = refusedCodes[code];
    if (reason === undefined) throw error;
    throw new Refusal(`${name} ${reason}.`);
  }
}

/** Source text: strict UTF-8, without a byte order mark. @throws Refusal */
export function decodeSource(bytes: Buffer, name: string): string {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal(`${name} is not UTF-8 text; save it with that encoding.`);
  }
  if (text.includes("\0")) throw new Refusal(`${name} holds a NUL character, so it is no source text.`);
  return text;
}

function tooLarge(name: string, maxBytes: number): Refusal {
  return new Refusal(`${name} is larger than ${Math.floor(maxBytes / 1024)} KiB.`);
}
