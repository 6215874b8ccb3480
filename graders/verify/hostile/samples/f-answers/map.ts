// Answers a map.
// expected: value "opaque Map"
export const attack = () => new Map([["macs", 42]]);
