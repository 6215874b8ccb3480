/** For tests: a selfcheck of two small questions, and a look at a submission as a student sees it. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { readCount } from "../contract/answers";
import { parseLimits } from "../contract/limits";
import type { PublicAssignment } from "../student/public/public-assignment";
import { openSubmission } from "../student/selfcheck/open-submission";
import type { SelfcheckReport } from "../student/selfcheck/result";
import { openSelfcheck, type Selfcheck } from "../student/selfcheck/selfcheck";
import type { SourceReport } from "../student/selfcheck/type-checker";
import { viewReport } from "../student/selfcheck/view";
import { viewNotes } from "../student/selfcheck/view-notes";
import { english } from "../wording/translator";
import { makeTemporaryFolder } from "./temporary-folder";

const limits = parseLimits();

/** Two functions, each with one check that wants a number. */
export const assignment: PublicAssignment = {
  id: "sums",
  title: "Sums",
  questions: ["addTwo", "doubleIt"].map((name) => ({
    id: name.toLowerCase(),
    points: "1",
    isBonus: false,
    title: name,
    expected: "a number",
    signatures: [{ name, parameters: "a: number", returns: "number", form: { kind: "number" } }],
    asksForText: false,
    checks: [
      {
        id: "seven",
        says: "5 gives more than 5",
        calls: [{ export: name, args: [5] }],
        findMismatch: ([value]) => {
          const read = readCount(value);
          return read.ok && Number(read.answer) > 5 ? null : "more than 5";
        },
      },
    ],
  })),
};

let selfcheck: Selfcheck;
beforeAll(() => {
  selfcheck = openSelfcheck(assignment, { sandboxMode: "auto", limits, language: "en" });
});
afterAll(() => selfcheck.close());

export interface Looked {
  readonly report: SelfcheckReport;
  readonly source: SourceReport | null;
  /** Everything that is said. */
  readonly said: readonly string[];
}

export async function look(files: Readonly<Record<string, string | Buffer>>, path = ""): Promise<Looked> {
  const folder = await makeTemporaryFolder();
  try {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder.path, name)), { recursive: true });
      await writeFile(join(folder.path, name), content);
    }
    const found = await openSubmission(join(folder.path, path), limits, assignment);
    const source = found.kind === "submission" ? await selfcheck.checkSource(found) : null;
    const report = await selfcheck.check(found);
    const notes = [...("notes" in report ? report.notes : []), ...(source?.notes ?? [])];
    const lines = [...viewReport(report, assignment, english), ...viewNotes(notes, assignment, english)];
    return {
      report,
      source,
      said: lines.flatMap((line) => [line.text, ...line.details.map((one) => one.text)]),
    };
  } finally {
    await folder.remove();
  }
}
