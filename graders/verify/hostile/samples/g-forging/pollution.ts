// Pollutes what all objects inherit, with setters that listen.
// expected: does-not-load
for (const name of ["id", "threw", "tooLarge", "files", "call", "args", "bounds"]) Object.defineProperty(Object.prototype, name, { set() {}, get: () => undefined, configurable: true });
export const attack = () => 1;
