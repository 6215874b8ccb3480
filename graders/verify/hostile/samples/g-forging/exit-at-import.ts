// Ends the program as if all had gone well, before anything was asked.
// expected: does-not-load
process.exit(0);
export const attack = () => 1;
