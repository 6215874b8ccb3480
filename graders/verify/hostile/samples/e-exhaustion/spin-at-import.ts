// Never ends while it is loaded.
// expected: does-not-load
for (;;) {}
export const attack = () => 1;
