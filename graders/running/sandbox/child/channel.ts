/** The child's end of the answer channel: whole frames, read and written synchronously on descriptor 3. */
import { allocateBuffer, countBytes, decodeText, moveBytes, readSync, writeSync } from "./primitives";

const descriptor = 3;
const headerBytes = 4;

/** Most requests come whole with a single read into this. */
const bufferBytes = 65_536;
const buffer = allocateBuffer(bufferBytes);
let filled = 0;

/** The next frame's text, or null when the other end is gone. Waits, and stops all other work meanwhile. */
export function readFrame(): string | null {
  if (!fillBuffer(headerBytes)) return null;
  const end = headerBytes + readLength();
  if (end > bufferBytes) return readLargeFrame(end);
  if (!fillBuffer(end)) return null;
  const text = decodeText(buffer, headerBytes, end);
  moveBytes(buffer, 0, end, filled);
  filled -= end;
  return text;
}

function readLength(): number {
  let length = 0;
  for (let at = 0; at < headerBytes; at += 1) length = length * 256 + (buffer[at] ?? 0);
  return length;
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
  filled = readInto(buffer, filled, end, bufferBytes);
  return filled >= end;
}

function readLargeFrame(end: number): string | null {
  const frame = allocateBuffer(end);
  for (let at = 0; at < filled; at += 1) frame[at] = buffer[at] ?? 0;
  const start = filled;
  filled = 0;
  return readInto(frame, start, end, end) < end ? null : decodeText(frame, headerBytes, end);
}

/** Reads until the target holds `end` bytes or the other end is gone; returns how many it holds, `size` at most. */
function readInto(target: Buffer, start: number, end: number, size: number): number {
  let held = start;
  while (held < end) {
    const count = readSync(descriptor, target, held, size - held, null);
    if (count === 0) return held;
    held += count;
  }
  return held;
}
