/** A text that grows with a class, deflated: as plain data, so that it can go from thread to thread. Pure. */

import { deflateRawSync, inflateRawSync } from "node:zlib";
import { kibibyte } from "../../reference/byte-sizes";

/** Each deflated for itself. */
export type PackedText = readonly Uint8Array[];

/** Characters: enough to be packed well, and little to have in memory twice. */
const chunk = 256 * kibibyte;

/** @param pieces none of them ends amid a surrogate pair */
export function packText(pieces: Iterable<string>): PackedText {
  const packed: Uint8Array[] = [];
  let open: string[] = [];
  let length = 0;
  const close = (): void => {
    packed.push(Uint8Array.from(deflateRawSync(open.join(""), { level: 3 })));
    open = [];
    length = 0;
  };
  for (const piece of pieces) {
    open.push(piece);
    length += piece.length;
    if (length >= chunk) close();
  }
  if (length > 0 || packed.length === 0) close();
  return packed;
}

export function* unpackText(packed: PackedText): Generator<string> {
  for (const bytes of packed) yield inflateRawSync(bytes).toString("utf8");
}
