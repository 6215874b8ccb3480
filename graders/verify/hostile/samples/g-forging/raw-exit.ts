// Ends the program by Node's innermost means.
// expected: did-not-answer
export const attack = () => (process as any).reallyExit(0);
