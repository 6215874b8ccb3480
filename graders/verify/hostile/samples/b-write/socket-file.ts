// Has a server leave a socket in the file system.
// expected: stopped
// held by: namespaces, uid-drop
import { createServer } from "node:net";
export const attack = (t) => new Promise((done, fail) => createServer().on("error", fail).listen(t.outside, () => done(true)));
