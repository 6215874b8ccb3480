// Answers by where it runs.
// expected: same
import { homedir, hostname } from "node:os";
export const attack = () => { const safe = (read: () => unknown) => { try { return read(); } catch { return "none"; } }; return [process.cwd(), { ...process.env }, safe(homedir), process.title, process.argv.length, process.exitCode ?? null, safe(hostname).constructor === String]; };
