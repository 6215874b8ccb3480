// Asks for bindings linked into the program.
// expected: stopped
export const attack = () => { (process as any)._linkedBinding("fs"); return true; };
