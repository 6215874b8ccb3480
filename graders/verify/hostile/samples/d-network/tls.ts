// Opens an encrypted connection.
// expected: stopped
// held by: namespaces
import { connect } from "node:tls";
export const attack = (t) => new Promise((done, fail) => { const socket = connect({ port: t.port, host: "127.0.0.1" }); socket.on("error", fail); socket._parent?.on?.("connect", () => done(true)); socket.on("connect", () => done(true)); });
