/** Entries of a tensor that repeat a handful of values: what counts is how many there are, and such data travel as one tile. */

/** @param tile at least one value */
export function repeatTile(length: number, tile: readonly number[]): Float32Array {
  const data = new Float32Array(length);
  data.set(tile.slice(0, length));
  // Every copy starts at a multiple of the tile, so the pattern goes on unbroken.
  for (let filled = tile.length; filled < length; filled *= 2) data.copyWithin(filled, 0, filled);
  return data;
}
