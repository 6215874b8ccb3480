// Puts a prototype that tells who reads into buffers between theirs and the one where their sizes stand.
// expected: does-not-load | value 0
const seen = new Set<unknown>();
const size = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), "byteLength")?.get as () => number;
const between = Object.create(Uint8Array.prototype, { byteLength: { get(this: unknown) { seen.add(this); return size.call(this); } } });
Object.setPrototypeOf(Buffer.prototype, between);
export const attack = () => seen.size;
