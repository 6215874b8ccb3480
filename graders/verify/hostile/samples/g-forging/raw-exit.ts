// Ends the program by Node's innermost means.
// expected: did-not-answer
export const attack = () => process.reallyExit(0);
