// Opens an encrypted connection.
// expected: stopped
// held by: namespaces
import { connect } from "node:tls";
export const attack = (t: any) => new Promise((done, fail) => { const socket = connect({ port: t.port, host: "127.0.0.1" }); socket.on("error", fail); (socket as any)._parent?.on?.("connect", () => done(true)); socket.on("connect", () => done(true)); });
