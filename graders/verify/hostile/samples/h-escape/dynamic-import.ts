// Imports a private file by its address.
// expected: stopped
export const attack = async (t) => { const load = new Function("path", "return import(path)"); return Object.keys(await load(`file://${t.canary}`)).length >= 0; };
