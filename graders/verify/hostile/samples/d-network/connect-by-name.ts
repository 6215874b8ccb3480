// Connects to a port of this machine by its name.
// expected: stopped | did-not-answer
// held by: namespaces
import { connect } from "node:net";
export const attack = (t) => new Promise((done, fail) => connect(t.port, "localhost", () => done(true)).on("error", fail));
