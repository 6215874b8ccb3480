/**
 * Node 20 optimizes functions early. Of commands that live for seconds, that took a seventh of the processor's time
 * (docs/performance.md); later versions have a cheaper compiler for what is not hot yet.
 */
const { setFlagsFromString } = require("node:v8");

const [major] = process.versions.node.split(".");
// In bytes of bytecode; three times so many count, seven times Node's own number.
if (Number(major) < 22) setFlagsFromString("--interrupt-budget=500000");
