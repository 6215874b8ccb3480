// Gets modules through the program's main module.
// expected: stopped
export const attack = (t) => process.mainModule?.require("node:fs").readFileSync(t.canary, "utf8");
