// Names a private file in ways that a check by prefix may miss.
// expected: stopped
import { readFileSync } from "node:fs";
export const attack = (t) => {
  const names = [Buffer.from(t.canary), new URL(`file://${t.canary}`), `${process.argv[1]}/../canary`, `${process.argv[1]}/..//.//canary`, `//${t.canary}`, `/proc/self/root${t.canary}`, `/proc/thread-self/root${t.canary}`];
  for (const name of names) try { return readFileSync(name, "utf8"); } catch {}
  return false;
};
