// Asks for bindings linked into the program.
// expected: stopped
export const attack = () => { process._linkedBinding("fs"); return true; };
