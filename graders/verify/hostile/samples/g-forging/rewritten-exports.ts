// Exports another function every time it is asked.
// expected: value 1
let times = 0;
Object.defineProperty(exports, "other", { enumerable: true, get: () => { times += 1; return () => times; } });
export const attack = () => 1;
