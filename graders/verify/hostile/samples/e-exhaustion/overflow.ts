// Overflows the stack.
// expected: threw
export const attack = (): number => 1 + attack();
