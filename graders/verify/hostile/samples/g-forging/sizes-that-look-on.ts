// Has buffers tell who reads into them, below the prototype where their sizes stand.
// expected: does-not-load | value 0
const seen = new Set<unknown>();
const size = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), "byteLength")?.get as () => number;
const lookOn = { configurable: true, get(this: unknown) { seen.add(this); return size.call(this); } };
for (const one of [Buffer.prototype, Uint8Array.prototype]) Object.defineProperty(one, "byteLength", lookOn);
export const attack = () => seen.size;
