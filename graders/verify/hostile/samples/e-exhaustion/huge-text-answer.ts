// Answers a text of two million characters.
// expected: too-large
export const attack = () => "x".repeat(2_000_000);
