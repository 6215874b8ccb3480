// Gets a module without the loader that was given to it.
// expected: stopped
export const attack = (t) => process.getBuiltinModule("node:fs").readFileSync(t.canary, "utf8");
