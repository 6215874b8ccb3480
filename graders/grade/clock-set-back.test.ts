import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gradeFolder } from "../testing/grade-folder";
import { makeTemporaryFolder } from "../testing/temporary-folder";
import { toyAssignment } from "../testing/toy-assignment";

jest.setTimeout(60_000);

test("a clock that is set back during a run costs no work: graded, recorded, with a duration of its own", async () => {
  const folder = await makeTemporaryFolder();
  try {
    await mkdir(join(folder.path, "class", "ann"), { recursive: true });
    const source = "export const area = (rows: number, columns: number): number => rows * columns;";
    await writeFile(join(folder.path, "class", "ann", "submission.ts"), source);
    let hour = 23;
    const now = (): Date => {
      hour -= 1;
      return new Date(Date.UTC(2026, 0, 1, hour));
    };
    const out = join(folder.path, "out");
    const { records } = await gradeFolder(join(folder.path, "class"), out, {
      assignment: toyAssignment,
      context: { now },
    });
    expect(records).toMatchObject([{ status: "graded", submission: { id: "ann" } }]);
    const [record] = records;
    const stored: unknown = JSON.parse(await readFile(join(out, "staff", "ann", "record.json"), "utf8"));
    expect(stored).toMatchObject({ clock: record?.clock, score: record?.score });
    const { startedAt, finishedAt, durationMs } = record?.clock ?? {};
    expect(Date.parse(finishedAt ?? "")).toBeLessThan(Date.parse(startedAt ?? ""));
    expect(durationMs).toBeGreaterThanOrEqual(0);
  } finally {
    await folder.remove();
  }
});
