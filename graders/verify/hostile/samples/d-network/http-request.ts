// Sends an HTTP request.
// expected: stopped
// held by: namespaces
import { get } from "node:http";
export const attack = (t) => new Promise((done, fail) => get({ port: t.port, host: "127.0.0.1" }).on("socket", (socket) => socket.on("connect", () => done(true))).on("error", fail));
