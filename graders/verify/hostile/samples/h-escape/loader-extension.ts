// Has Node's loader compile a private file, and reads the error.
// expected: stopped
export const attack = (t) => { const Module = require("node:module"); const one = new Module("x"); try { Module._extensions[".js"](one, t.canary); return true; } catch (error) { if (/canary is not defined/.test(error.message)) return true; throw error; } };
