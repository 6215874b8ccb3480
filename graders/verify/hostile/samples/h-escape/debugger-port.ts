// Opens a debugger's port in itself.
// expected: stopped
// held by: permission-model, seccomp
import { open, url } from "node:inspector";
export const attack = () => { open(0, "127.0.0.1"); return url() !== undefined; };
