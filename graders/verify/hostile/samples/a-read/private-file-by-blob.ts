// Reads a private file as a blob.
// expected: stopped
import { openAsBlob } from "node:fs";
export const attack = async (t) => (await openAsBlob(t.canary)).text();
