/** The child's end of the answer channel: whole frames, read and written synchronously on descriptor 3. */
import {
  allocateAlone,
  allocateBuffer,
  countBytes,
  decodeText,
  encodeText,
  moveBytes,
  nowMs,
  readSync,
  writeSync,
} from "./primitives";

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

/** The next frame's bytes, in memory that is nobody else's; null as above. */
export function readBytes(): Buffer | null {
  if (!fillBuffer(headerBytes)) return null;
  const size = readLength();
  const bytes = allocateAlone(size);
  const end = headerBytes + size;
  const held = end < filled ? end : filled;
  for (let at = headerBytes; at < held; at += 1) bytes[at - headerBytes] = buffer[at] ?? 0;
  moveBytes(buffer, 0, held, filled);
  filled -= held;
  return readInto(bytes, held - headerBytes, size, size) < size ? null : bytes;
}

function readLength(): number {
  let length = 0;
  for (let at = 0; at < headerBytes; at += 1) length = length * 256 + (buffer[at] ?? 0);
  return length;
}

/** Frames that wait to be written together: to wake the reader for each costs more than most answers. */
const waiting = allocateBuffer(bufferBytes);
let waitingBytes = 0;
let writtenMs = nowMs();

/** How long a frame waits at most while others follow; whoever ends the process loses what waits. */
const longestWaitMs = 4;

export function writeFrame(text: string): void {
  addFrame(text);
  writeWaiting();
}

/** Written with those that follow, by `writeWaiting`. */
export function addFrame(text: string): void {
  const bytes = countBytes(text);
  const size = headerBytes + bytes;
  if (waitingBytes + size > bufferBytes) writeWaiting();
  if (size > bufferBytes) {
    writeAll(putFrame(allocateBuffer(size), 0, text, bytes), size);
    return;
  }
  putFrame(waiting, waitingBytes, text, bytes);
  waitingBytes += size;
}

/** @param isUrgent false: only if the last writing is long enough ago */
export function writeWaiting(isUrgent = true): void {
  if (!isUrgent && nowMs() - writtenMs < longestWaitMs) return;
  writeAll(waiting, waitingBytes);
  waitingBytes = 0;
  writtenMs = nowMs();
}

function putFrame(target: Buffer, start: number, text: string, bytes: number): Buffer {
  for (let at = 0; at < headerBytes; at += 1) target[start + at] = bytes >>> (8 * (headerBytes - 1 - at));
  encodeText(target, text, start + headerBytes);
  return target;
}

function writeAll(bytes: Buffer, end: number): void {
  for (let written = 0; written < end; ) written += writeSync(descriptor, bytes, written, end - written);
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
