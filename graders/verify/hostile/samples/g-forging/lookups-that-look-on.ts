// Has what looks names up tell who asks, while a module of Node's is required: the runner finds its own parts by name.
// expected: does-not-load | value 0
const seen: unknown[] = [];
const { hasOwn } = Object;
Object.hasOwn = (holder, name) => { seen.push(holder); return hasOwn(holder, name); };
require("node:path");
Object.hasOwn = hasOwn;
export const attack = () => seen.filter((one) => Object.keys(one as object).some((name) => name.includes("inputs"))).length;
