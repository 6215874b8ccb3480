// Ends the program as if all had gone well.
// expected: did-not-answer
export const attack = () => process.exit(0);
