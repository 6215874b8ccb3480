// Unpacks little into much.
// expected: out-of-memory | threw | timed-out
import { deflateSync, inflateSync } from "node:zlib";
export const attack = () => { const small = deflateSync(Buffer.alloc(1 << 26)); const all: unknown[] = []; for (;;) all.push(inflateSync(small)); };
