// Answers random bytes that no seed decides.
// expected: changes
import { randomBytes } from "node:crypto";
export const attack = () => randomBytes(8).toString("hex");
