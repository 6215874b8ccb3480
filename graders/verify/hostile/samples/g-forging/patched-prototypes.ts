// Replaces the methods that a runner would use.
// expected: value 1
for (const name of ["map", "push", "join", "forEach", "includes", "slice"] as const) Array.prototype[name] = () => 42;
for (const name of ["toString", "valueOf", "hasOwnProperty"] as const) Object.prototype[name] = () => 42;
export const attack = () => 1;
