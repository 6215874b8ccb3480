/**
 * For tests that need a program of the system: where it is missing they stand aside and say why. CI has every one of
 * them and counts a test that stood aside as failed.
 */
import { findSystemProgram } from "../running/sandbox/system-program";

/** By program, the Debian package that brings it. */
const packages = { bwrap: "bubblewrap", chromium: "chromium", "redis-server": "redis-server" } as const;

/** As `describe`; without the program its tests are skipped, not left out, for CI fails by the number of those that are. */
export function describeWith(program: keyof typeof packages, title: string, body: () => void): void {
  if (findSystemProgram(program) !== null) {
    describe(title, body);
    return;
  }
  const reason = `stands aside: no ${program} on this machine; apt-get install ${packages[program]}`;
  // Jest tells how many are skipped, but not why.
  process.stderr.write(`${title}: ${reason}\n`);
  describe.skip(`${title} (${reason})`, body); // The program is not there: told in the title, counted by CI as failed.
}
