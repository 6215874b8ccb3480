// Connects to a socket in the file system.
// expected: stopped
// held by: namespaces, uid-drop
import { connect } from "node:net";
export const attack = (t) => new Promise((done, fail) => connect(t.socket, () => done(true)).on("error", fail));
