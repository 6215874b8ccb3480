/**
 * For tests that need a program of the system: where it is missing they stand aside and say why. CI has every one of
 * them and counts a test that stood aside as failed.
 */
import { findSystemProgram } from "../running/sandbox/system-program";

/** By program, the Debian package that brings it. */
const packages = { bwrap: "bubblewrap", chromium: "chromium", "redis-server": "redis-server" } as const;

/** As `describe`; without the program one test stands in place of all of them, says why, and fails in CI. */
export function describeWith(program: keyof typeof packages, title: string, body: () => void): void {
  if (findSystemProgram(program) !== null) {
    describe(title, body);
    return;
  }
  const reason = `stands aside: no ${program} on this machine; apt-get install ${packages[program]}`;
  // Of a run of many files Jest tells no titles.
  process.stderr.write(`${title}: ${reason}\n`);
  test(`${title} (${reason})`, () => {
    if (process.env.CI !== undefined) throw new Error(reason);
  });
}
