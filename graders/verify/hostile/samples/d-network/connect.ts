// Connects to a port of this machine.
// expected: stopped
// held by: namespaces
import { connect } from "node:net";
export const attack = (t) => new Promise((done, fail) => connect(t.port, "127.0.0.1", () => done(true)).on("error", fail));
