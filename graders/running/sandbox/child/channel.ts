/** The child's end of the answer channel: whole frames, read and written synchronously on descriptor 3. */
import { allocateBuffer, countBytes, readSync, writeSync } from "./primitives";

const descriptor = 3;
const headerBytes = 4;

/** Most requests come whole with a single read into this. */
const buffer = allocateBuffer(65_536);
let filled = 0;

/** The next frame's text, or null when the other end is gone. Waits, and stops all other work meanwhile. */
export function readFrame(): string | null {
  if (!fillBuffer(headerBytes)) return null;
  const end = headerBytes + buffer.readUInt32BE(0);
  if (end > buffer.length) return readLargeFrame(end);
  if (!fillBuffer(end)) return null;
  const text = buffer.toString("utf8", headerBytes, end);
  buffer.copyWithin(0, end, filled);
  filled -= end;
  return text;
}

export function writeFrame(text: string): void {
  const frame = allocateBuffer(headerBytes + countBytes(text));
  frame.writeUInt32BE(frame.length - headerBytes, 0);
  frame.write(text, headerBytes);
  for (let written = 0; written < frame.length; ) {
    written += writeSync(descriptor, frame, written, frame.length - written);
  }
}

function fillBuffer(end: number): boolean {
  filled = readInto(buffer, filled, end);
  return filled >= end;
}

function readLargeFrame(end: number): string | null {
  const frame = allocateBuffer(end);
  const copied = buffer.copy(frame, 0, 0, filled);
  filled = 0;
  return readInto(frame, copied, end) < end ? null : frame.toString("utf8", headerBytes);
}

/** Reads until the target holds `end` bytes or the other end is gone; returns how many it holds. */
function readInto(target: Buffer, start: number, end: number): number {
  let held = start;
  while (held < end) {
    const count = readSync(descriptor, target, held, target.length - held, null);
    if (count === 0) return held;
    held += count;
  }
  return held;
}
