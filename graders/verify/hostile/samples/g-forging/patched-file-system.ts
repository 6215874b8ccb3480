// Replaces what the runner writes with.
// expected: value 1
const fs = require("node:fs");
fs.writeSync = fs.readSync = () => { throw new Error("mine"); };
export const attack = () => 1;
