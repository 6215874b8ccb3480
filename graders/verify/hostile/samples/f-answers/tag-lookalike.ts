// Answers an object that looks like the channel's own way to write a number.
// expected: value {"$bigint":"42"}
export const attack = () => ({ $bigint: "42" });
