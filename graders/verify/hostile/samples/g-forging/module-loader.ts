// Tampers with how modules are loaded.
// expected: value 1
const Module = require("node:module");
Module._load = () => ({ attack: () => 42 }); Module.prototype.require = () => 42; Module._extensions[".cjs"] = () => {};
export const attack = () => 1;
