// Imports the reference solution by its path.
// expected: stopped
export const attack = (t) => Object.keys(require(`${t.project}/reference/convolution.ts`)).length > 0;
