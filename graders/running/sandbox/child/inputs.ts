/**
 * The arguments of calls to come. They stay bytes until they are due: what is no text or object yet stands in no picture
 * of the heap, and hidden inputs can tell each other's answers.
 */
import { readBytes } from "./channel";
import { decodeText, parse } from "./primitives";

let bytes: Uint8Array | null = null;
let start = 0;

/** Takes those of a request from the channel; false when the other end is gone. */
export function takeInputs(): boolean {
  bytes = readBytes();
  start = 0;
  return bytes !== null;
}

/** @param size in bytes, of the arguments that are next */
export function readInput(size: number): readonly unknown[] {
  const end = start + size;
  const text = decodeText(bytes as Uint8Array, start, end);
  start = end;
  return parse(text) as readonly unknown[];
}
