// Opens an HTTP/2 session.
// expected: stopped
// held by: namespaces
import { connect } from "node:http2";
export const attack = (t) => new Promise((done, fail) => { const session = connect(`http://127.0.0.1:${t.port}`, () => done(true)); session.on("error", fail); });
