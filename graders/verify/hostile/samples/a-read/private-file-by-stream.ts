// The same, through a stream.
// expected: stopped
import { createReadStream } from "node:fs";
export const attack = (t) =>
  new Promise((done, fail) => createReadStream(t.canary).on("data", (text) => done(String(text))).on("error", fail));
