/** The child's end of the answer channel: whole frames, read and written synchronously on descriptor 3. */
import {
  Bytes,
  copyInto,
  countBytes,
  decodeText,
  encodeText,
  Memory,
  moveWithin,
  nowMs,
  readSync,
  writeSync,
} from "./primitives";

const descriptor = 3;
/** A byte here has the other end read what was written above. */
const bellDescriptor = 6;
const headerBytes = 4;

/** Most requests come whole with a single read into this. */
const bufferBytes = 65_536;
const memory = new Memory(bufferBytes);
const buffer = new Bytes(memory);
let filled = 0;

/** The next frame's text, or null when the other end is gone. Waits, and stops all other work meanwhile. */
export function readFrame(): string | null {
  if (!fillBuffer(headerBytes)) return null;
  const end = headerBytes + readLength();
  if (end > bufferBytes) return readLargeFrame(end);
  if (!fillBuffer(end)) return null;
  const text = decodeText(buffer, headerBytes, end);
  moveWithin(buffer, 0, end, filled);
  filled -= end;
  return text;
}

/** The next frame's bytes, in memory that is nobody else's; null as above. */
export function readBytes(): Uint8Array | null {
  if (!fillBuffer(headerBytes)) return null;
  const size = readLength();
  const bytes = new Bytes(size);
  const end = headerBytes + size;
  const held = end < filled ? end : filled;
  copyInto(bytes, new Bytes(memory, headerBytes, held - headerBytes), 0);
  moveWithin(buffer, 0, held, filled);
  filled -= held;
  return readInto(bytes, held - headerBytes, size, size) < size ? null : bytes;
}

function readLength(): number {
  let length = 0;
  for (let at = 0; at < headerBytes; at += 1) length = length * 256 + (buffer[at] ?? 0);
  return length;
}

/** What is written and unread: less than any socket holds, for whoever finds it full waits for a reader not yet called. */
const mostUnread = 4096;
let unread = 0;
let rungMs = nowMs();

/** How long what was written lies unread at most while more follows: to wake the reader costs more than most answers. */
const longestUnreadMs = 4;

const frame = new Bytes(bufferBytes);
const stroke = new Bytes(1);

/** A frame that is read at once. */
export function writeFrame(text: string): void {
  addFrame(text);
  ring();
}

/**
 * A frame that is read with those that follow, after `ring` at the latest. It is written by then: whoever ends the process
 * takes back nothing.
 */
export function addFrame(text: string): void {
  const bytes = countBytes(text);
  const size = headerBytes + bytes;
  const whole = putFrame(size > bufferBytes ? new Bytes(size) : frame, text, bytes);
  const room = mostUnread - unread;
  const first = size < room ? size : room;
  writeAnswer(whole, 0, first);
  unread += first;
  if (unread < mostUnread) return;
  // Whoever has read a part of a frame reads on until it is whole.
  ring();
  writeAnswer(whole, first, size);
}

function writeAnswer(bytes: Uint8Array, start: number, end: number): void {
  try {
    for (let written = start; written < end; )
      written += writeSync(descriptor, bytes, written, end - written);
  } catch (error) {
    // Somebody closed it, which shows to whoever reads.
    strike();
    throw error;
  }
}

/** @param isUrgent false: only if the last time is long enough ago */
export function ring(isUrgent = true): void {
  if (unread === 0 || (!isUrgent && nowMs() - rungMs < longestUnreadMs)) return;
  strike();
  unread = 0;
  rungMs = nowMs();
}

function strike(): void {
  writeSync(bellDescriptor, stroke, 0, 1);
}

function putFrame(target: Uint8Array, text: string, bytes: number): Uint8Array {
  for (let at = 0; at < headerBytes; at += 1) target[at] = bytes >>> (8 * (headerBytes - 1 - at));
  encodeText(target, text, headerBytes);
  return target;
}

function fillBuffer(end: number): boolean {
  filled = readInto(buffer, filled, end, bufferBytes);
  return filled >= end;
}

function readLargeFrame(end: number): string | null {
  const large = new Bytes(end);
  copyInto(large, new Bytes(memory, 0, filled), 0);
  const start = filled;
  filled = 0;
  return readInto(large, start, end, end) < end ? null : decodeText(large, headerBytes, end);
}

/** Reads until the target holds `end` bytes or the other end is gone; returns how many it holds, `size` at most. */
function readInto(target: Uint8Array, start: number, end: number, size: number): number {
  let held = start;
  while (held < end) {
    const count = readSync(descriptor, target, held, size - held, null);
    if (count === 0) return held;
    held += count;
  }
  return held;
}
