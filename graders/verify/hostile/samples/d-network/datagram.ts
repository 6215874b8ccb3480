// Sends a datagram.
// expected: stopped
// held by: seccomp
import { createSocket } from "node:dgram";
export const attack = (t) => new Promise((done, fail) => { const socket = createSocket("udp4").on("error", fail); socket.send("x", t.port, "127.0.0.1", (error) => (error ? fail(error) : done(true))); });
