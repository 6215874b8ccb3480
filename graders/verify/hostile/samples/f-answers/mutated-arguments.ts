// Changes its arguments, to change those of the next call.
// expected: value 1
export const attack = (t) => { const times = (t.times = (t.times ?? 0) + 1); t.port = 0; return times; };
