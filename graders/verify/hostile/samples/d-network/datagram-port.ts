// Receives datagrams.
// expected: stopped
// held by: seccomp
import { createSocket } from "node:dgram";
export const attack = () => new Promise((done, fail) => { const socket = createSocket("udp4").on("error", fail); socket.bind(0, "127.0.0.1", () => done(true)); });
