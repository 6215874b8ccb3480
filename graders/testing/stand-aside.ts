/**
 * For tests that need something of the system: where it is missing they stand aside and say why. CI has all of it and
 * counts a test that stood aside as failed.
 */
import { existsSync } from "node:fs";
import { findSystemProgram } from "../running/sandbox/system-program";

/** By program or path, where it comes from. */
const origins = {
  bwrap: "apt-get install bubblewrap",
  chromium: "apt-get install chromium",
  "redis-server": "apt-get install redis-server",
  "/dev/full": "a file that is always full comes with Linux",
} as const;

/** As `describe`; without what is needed one test stands in place of all of them, says why, and fails in CI. */
export function describeWith(need: keyof typeof origins, title: string, body: () => void): void {
  const isThere = need.startsWith("/") ? existsSync(need) : findSystemProgram(need) !== null;
  if (isThere) {
    describe(title, body);
    return;
  }
  const reason = `stands aside: no ${need} on this machine; ${origins[need]}`;
  // Of a run of many files Jest tells no titles.
  process.stderr.write(`${title}: ${reason}\n`);
  test(`${title} (${reason})`, () => {
    if (process.env.CI !== undefined) throw new Error(reason);
  });
}
