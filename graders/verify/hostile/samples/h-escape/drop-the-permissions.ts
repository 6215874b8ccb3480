// Tells the permission model that all is allowed.
// expected: stopped
export const attack = (t) => { process.permission.has = () => true; process.execArgv.length = 0; return require("node:fs").readFileSync(t.canary, "utf8"); };
