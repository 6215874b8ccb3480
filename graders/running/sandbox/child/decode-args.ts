/** Rebuilds arguments from their JSON, afresh for every call, so that nothing a function does to them lasts. */
import { FloatArray, isArray, keys, Memory, moveWithin, sliceText, Words } from "./primitives";

/** The bits of elements that repeat. */
interface Float32Text {
  readonly length: number;
  readonly tile: readonly number[];
}

/** The same number of entries in each. */
type Columns = Readonly<Record<string, readonly number[] | WordColumn>>;

interface WordColumn {
  readonly words: readonly string[];
  readonly at: readonly number[];
}

const specialNumbers: Readonly<Record<string, number>> = {
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  "-Infinity": Number.NEGATIVE_INFINITY,
  "-0": -0,
};

/** @param parsed what JSON.parse made of the text; it comes from the grader, so it is well formed and shallow */
export function decodeArgs(parsed: readonly unknown[]): unknown[] {
  return decode(parsed) as unknown[];
}

/** In place: JSON.parse has made every object of it for this call alone. */
function decode(source: unknown): unknown {
  if (typeof source !== "object" || source === null) return source;
  if (isArray(source)) {
    for (let i = 0; i < source.length; i += 1) source[i] = decode(source[i]);
    return source;
  }
  const object = source as Record<string, unknown>;
  for (const key of keys(object)) {
    const item = object[key];
    if (key[0] !== "$") {
      if (typeof item === "object") object[key] = decode(item);
    } else if (key[1] !== "$") {
      return decodeTag(key, item);
    } else {
      delete object[key];
      object[sliceText(key, 1)] = decode(item);
    }
  }
  return object;
}

function decodeTag(tag: string, content: unknown): unknown {
  if (tag === "$float32") return decodeFloat32(content as Float32Text);
  if (tag === "$rows") return decodeRows(content as Columns);
  if (tag === "$bigint") return BigInt(content as string);
  return tag === "$number" ? specialNumbers[content as string] : undefined;
}

function decodeRows(columns: Columns): object[] {
  const rows: Record<string, unknown>[] = [];
  for (const name of keys(columns)) {
    const column = columns[name] ?? [];
    const places = isWords(column) ? column.at : column;
    for (let i = 0; i < places.length; i += 1) {
      const place = places[i] ?? 0;
      rows[i] ??= {};
      (rows[i] as Record<string, unknown>)[name] = isWords(column) ? column.words[place] : place;
    }
  }
  return rows;
}

const isWords = (column: readonly number[] | WordColumn): column is WordColumn => !isArray(column);

function decodeFloat32({ length, tile }: Float32Text): Float32Array {
  const memory = new Memory(4 * length);
  const words = new Words(memory);
  for (let i = 0; i < tile.length; i += 1) words[i] = tile[i] ?? 0;
  // Doubling copies: every copy starts at a multiple of the tile, so the pattern goes on unbroken.
  for (let filled = tile.length; filled > 0 && filled < length; filled *= 2)
    moveWithin(words, filled, 0, filled);
  return new FloatArray(memory);
}
