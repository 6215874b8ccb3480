// Learns by the error of a connection whether a file exists.
// expected: stopped
// held by: namespaces, uid-drop
import { connect } from "node:net";
export const attack = (t) => new Promise((done) => connect(t.canary).on("error", (error) => done(error.code === "ECONNREFUSED" || error.code === "ENOTSOCK")));
