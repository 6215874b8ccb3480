// Requires native code.
// expected: stopped
export const attack = (t) => { require(`${t.project}/node_modules/@swc/core-linux-x64-gnu/swc.linux-x64-gnu.node`); return true; };
