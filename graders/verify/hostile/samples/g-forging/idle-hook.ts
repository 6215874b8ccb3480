// Waits for the moment when nothing is left to do.
// expected: value 1
process.on("beforeExit", () => { process.stdout.write("42"); });
export const attack = async () => 1;
