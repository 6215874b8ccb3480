// Attaches a debugger to its own process.
// expected: stopped
import { Session } from "node:inspector";
export const attack = () => { const session = new Session(); session.connect(); return true; };
