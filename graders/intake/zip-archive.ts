/** Reads zip archives entry by entry, without ever writing one to disk; the one doorway to yauzl. */
import { crc32 } from "node:zlib";
import { type Entry, fromBufferPromise, getFileNameLowLevel, openPromise, type ZipFile } from "yauzl";
import type { Message } from "../contract/message";
import { explainSystemError, Refusal } from "./read-source";
import { refuse } from "./remarks";

export interface ArchiveEntry {
  /** As it stands in the archive: with slashes, perhaps leading outside. */
  readonly path: string;
  readonly kind: "file" | "folder" | "link" | "other";
  readonly isText: boolean;
  /** Unpacked, as the archive says. */
  readonly size: number;
  /** @throws Refusal, GraderFault */
  read(maxBytes: number, name: string): Promise<Buffer>;
}

export interface Archive {
  readonly entries: readonly ArchiveEntry[];
  close(): void;
}

/** What compresses better than this was made to. */
const maxRatio = 1000;
const smallBytes = 1024 * 1024;
/** One for all names: to make one takes longer than to use it. */
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
/** decodeStrings off: names are looked at here, one by one, instead of one bad name ending it all. */
const options = { autoClose: false, decodeStrings: false, lazyEntries: true } as const;

/**
 * @param source where it lies, or its bytes
 * @param name how the student knows it
 * @param mostEntries more of them are not read: each costs time before anything of it is looked at
 * @throws Refusal for what it is; GraderFault for what the machine refuses
 */
export async function openArchive(
  source: string | Buffer,
  name: string,
  mostEntries: number,
): Promise<Archive> {
  let zip: ZipFile;
  try {
    zip = await (typeof source === "string"
      ? openPromise(source, options)
      : fromBufferPromise(source, options));
  } catch (error) {
    throw explainArchiveError(error, name, refuse.damagedArchive);
  }
  try {
    return { entries: await listEntries(zip, name, mostEntries), close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw explainArchiveError(error, name, refuse.damagedArchive);
  }
}

/** What the disk says is no word on the archive that lies there. @param damaged what anything else says of it */
function explainArchiveError(error: unknown, name: string, damaged: (name: string) => Message): unknown {
  const explained = explainSystemError(error, name);
  return explained === error && !(error instanceof Refusal) ? new Refusal(damaged(name)) : explained;
}

async function listEntries(
  zip: ZipFile,
  name: string,
  mostEntries: number,
): Promise<readonly ArchiveEntry[]> {
  if (zip.entryCount > mostEntries) throw new Refusal(refuse.crowdedArchive(name, mostEntries));
  const entries: ArchiveEntry[] = [];
  for await (const entry of zip.eachEntry()) {
    entries.push(describeEntry(zip, entry));
  }
  return entries;
}

function describeEntry(zip: ZipFile, entry: Entry): ArchiveEntry {
  const { path, isText } = readPath(entry);
  return {
    path,
    isText,
    kind: getKind(entry, path),
    size: entry.uncompressedSize,
    read: async (maxBytes, name) => {
      checkReadable(entry, name, maxBytes);
      try {
        return await inflate(zip, entry);
      } catch (error) {
        throw explainArchiveError(error, name, refuse.damagedEntry);
      }
    },
  };
}

/** UTF-8 wherever the bytes are that, flagged or not: macOS does not flag it. Otherwise the format's old code page. */
function readPath({ fileNameRaw, generalPurposeBitFlag, extraFields }: Entry): {
  readonly path: string;
  readonly isText: boolean;
} {
  const isFlagged = (generalPurposeBitFlag & 0x800) !== 0;
  const withSlashes = (text: string): string => text.replaceAll("\\", "/");
  try {
    return { path: withSlashes(utf8.decode(fileNameRaw)), isText: true };
  } catch {
    const path = getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);
    return { path: withSlashes(path), isText: !isFlagged };
  }
}

const unixHosts: ReadonlySet<number> = new Set([3, 19]);

function getKind(entry: Entry, path: string): ArchiveEntry["kind"] {
  const type = unixHosts.has(entry.versionMadeBy >>> 8) ? (entry.externalFileAttributes >>> 28) & 0xf : 0;
  if (type === 0xa) return "link";
  if (type === 0x4 || path.endsWith("/")) return "folder";
  return type === 0 || type === 0x8 ? "file" : "other";
}

function checkReadable(entry: Entry, name: string, maxBytes: number): void {
  if (entry.isEncrypted()) throw new Refusal(refuse.encrypted(name));
  if (!entry.canDecodeFileData()) throw new Refusal(refuse.packedOddly(name));
  if (entry.uncompressedSize > maxBytes) throw new Refusal(refuse.tooLarge(name, maxBytes));
  const isLarge = entry.uncompressedSize > smallBytes;
  if (isLarge && entry.uncompressedSize > maxRatio * entry.compressedSize)
    throw new Refusal(refuse.suspiciousRatio(name));
}

/** yauzl ends the stream where the entry says it ends, so that it cannot outgrow what was checked. */
async function inflate(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  // Node before 20.15 cannot compute it.
  if (typeof crc32 === "function" && crc32(bytes) !== entry.crc32) throw new Error("wrong checksum");
  return bytes;
}
