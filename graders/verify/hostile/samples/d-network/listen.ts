// Opens a port of its own.
// expected: stopped
// held by: seccomp
import { createServer } from "node:net";
export const attack = () => new Promise((done, fail) => createServer().on("error", fail).listen(0, "127.0.0.1", () => done(true)));
