// Prints faster than anybody reads, and keeps it in memory.
// expected: too-large | timed-out | out-of-memory
export const attack = () => { for (;;) console.log("x".repeat(65_536)); };
