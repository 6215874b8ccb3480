// Imports code from an address that holds it, to get at modules.
// expected: stopped
export const attack = async () => { const load = new Function("path", "return import(path)"); const { value } = await load("data:text/javascript,import fs from 'node:fs'; export const value = fs.readdirSync('/').length;"); return value > 0; };
