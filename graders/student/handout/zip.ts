/** Zip archives that are the same byte for byte wherever and whenever they are made. One doorway to fflate. */
import { unzipSync, type Zippable, zipSync } from "fflate";
import { compareText } from "../../contract/compare-text";

/** The first moment that the format can write down; in local time, because that is how it is written. */
const earliest = new Date(1980, 0, 1);
const dos = 0;

export interface ZippedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** In the order of paths, without dates, owners or modes. */
export function writeZip(files: readonly ZippedFile[]): Uint8Array {
  const sorted = [...files].sort((a, b) => compareText(a.path, b.path));
  const entries: Zippable = Object.fromEntries(
    sorted.map(({ path, bytes }) => [path, [bytes, { mtime: earliest, os: dos, level: 9 }]]),
  );
  return zipSync(entries);
}

/** Files of an archive that we wrote. */
export function readZip(bytes: Uint8Array): readonly ZippedFile[] {
  return Object.entries(unzipSync(bytes)).map(([path, content]) => ({ path, bytes: content }));
}
