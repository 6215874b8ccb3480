// Changes the engine's flags while it runs.
// expected: stopped
import { setFlagsFromString } from "node:v8";
import { runInThisContext } from "node:vm";
export const attack = () => { setFlagsFromString("--allow-natives-syntax"); setFlagsFromString("--expose-gc"); runInThisContext("1"); return require("node:fs").readdirSync("/").length > 0; };
