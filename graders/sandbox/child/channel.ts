/** The child's end of the answer channel: whole frames, read and written synchronously on descriptor 3. */
import { allocateBuffer, readSync, toBuffer, writeSync } from "./primitives";

const descriptor = 3;
const headerBytes = 4;

/** The next frame's text, or null when the other end is gone. Waits, and stops all other work meanwhile. */
export function readFrame(): string | null {
  const header = readBytes(headerBytes);
  if (header === null) return null;
  const body = readBytes(header.readUInt32BE(0));
  return body === null ? null : body.toString();
}

export function writeFrame(text: string): void {
  const body = toBuffer(text);
  const frame = allocateBuffer(headerBytes + body.length);
  frame.writeUInt32BE(body.length, 0);
  body.copy(frame, headerBytes);
  for (let written = 0; written < frame.length; ) {
    written += writeSync(descriptor, frame, written, frame.length - written);
  }
}

function readBytes(count: number): Buffer | null {
  const bytes = allocateBuffer(count);
  for (let filled = 0; filled < count; ) {
    const read = readSync(descriptor, bytes, filled, count - filled, null);
    if (read === 0) return null;
    filled += read;
  }
  return bytes;
}
