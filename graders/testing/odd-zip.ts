/** For tests: zip archives that no honest program writes, made by changing what ours wrote. */
import { writeZip } from "../student/handout/zip";

export type Files = Readonly<Record<string, string | Buffer>>;

export function zipFiles(files: Files): Buffer {
  const listed = Object.entries(files).map(([path, content]) => ({ path, bytes: Buffer.from(content) }));
  return Buffer.from(writeZip(listed));
}

/** Offsets in an entry of the central directory. */
const field = { host: 5, flags: 8, method: 10, size: 24, attributes: 38, name: 46 } as const;

/** Calls back with where the entry of that name starts in the central directory. */
export function changeEntry(
  zip: Buffer,
  name: string,
  change: (bytes: Buffer, fields: typeof field) => void,
): Buffer {
  const copy = Buffer.from(zip);
  const signature = Buffer.from([0x50, 0x4b, 1, 2]);
  for (let at = copy.indexOf(signature); at !== -1; at = copy.indexOf(signature, at + 1)) {
    const length = copy.readUInt16LE(at + 28);
    const found = copy.toString("latin1", at + field.name, at + field.name + length);
    if (found === name) change(copy.subarray(at), field);
  }
  return copy;
}

export function makeLink(zip: Buffer, name: string): Buffer {
  return changeEntry(zip, name, (bytes, { host, attributes }) => {
    bytes.writeUInt8(3, host);
    bytes.writeUInt32LE((0o120777 << 16) >>> 0, attributes);
  });
}
