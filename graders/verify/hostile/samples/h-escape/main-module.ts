// Gets modules through the program's main module.
// expected: stopped
export const attack = (t: any) => process.mainModule?.require("node:fs").readFileSync(t.canary, "utf8");
