// Answers a list of four billion holes.
// expected: too-large
export const attack = () => { const list: number[] = []; list.length = 4_294_967_295; return list; };
