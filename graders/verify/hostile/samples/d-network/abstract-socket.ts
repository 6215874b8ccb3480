// Opens a socket that has a name but no file.
// expected: stopped
// held by: seccomp
import { createServer } from "node:net";
export const attack = (t) => new Promise((done, fail) => createServer().on("error", fail).listen(`\0${t.token}`, () => done(true)));
