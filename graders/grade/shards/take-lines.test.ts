import { join } from "node:path";
import fc from "fast-check";
import type { AcceptanceLine } from "../../contract/accepted-option";
import type { Appeal } from "../../contract/appeal";
import { UsageError } from "../../contract/faults";
import type { Undo } from "../../contract/hand-mark";
import { appendAcceptances, readAcceptances } from "../../records/accepted-file";
import { appendAppeals, readAppeals } from "../../records/hand-marks/appeals-file";
import { appendMarks, readMarks } from "../../records/hand-marks/marks-file";
import { addToReview, readReview } from "../../records/hand-marks/review-file";
import { appendSecondMarks, readSecondMarks } from "../../records/hand-marks/second-marks-file";
import { findStanding } from "../../records/hand-marks/standing";
import { appendRegrades, type RegradeLine, readRegrades } from "../../records/regrades-file";
import { makeHandMark } from "../../testing/hand-marks";
import { sampleRecords } from "../../testing/sample-class";
import { makeTemporaryFolder, type TemporaryFolder } from "../../testing/temporary-folder";
import { refuseAccepting, takeAcceptances, takeWhatWasSaid } from "./take-lines";

let folder: TemporaryFolder;
let made = 0;
beforeAll(async () => {
  folder = await makeTemporaryFolder();
});
afterAll(() => folder.remove());

const makeFolder = (): string => join(folder.path, `out-${made++}`);
const nameId = (number: number): string => number.toString(16).padStart(16, "0");
const tellTime = (number: number): string => new Date(Date.UTC(2026, 0, 1) + number * 1000).toISOString();

const makeUndo = (number: number): Undo => ({
  schemaVersion: "1.0",
  kind: "undo",
  id: nameId(number),
  undoes: nameId(0),
  by: "AB",
  at: tellTime(number),
  why: "by mistake",
});
const makeAppeal = (number: number): Appeal => ({
  schemaVersion: "1.0",
  id: nameId(number),
  submission: "ann",
  question: "area",
  text: `please look again, ${number}`,
  at: tellTime(number),
});
const makeRegrade = (number: number): RegradeLine => ({
  schemaVersion: "1.0",
  at: tellTime(number),
  by: "AB",
  why: `reason ${number}`,
  rubricDigest: `sha256:${"0".repeat(64)}`,
  seedDigest: `sha256:${"0".repeat(64)}`,
  replaced: [],
});
const comment = (number: number) => ({ question: "area", text: `well done ${number}` });

/** Every file that people write into, by numbers instead of lines. */
async function say(out: string, numbers: readonly number[]): Promise<void> {
  if (numbers.length === 0) return;
  await appendMarks(out, numbers.map(makeUndo));
  await appendSecondMarks(out, numbers.map(makeUndo));
  await appendAppeals(out, numbers.map(makeAppeal));
  await appendRegrades(out, numbers.map(makeRegrade));
  await addToReview(out, { comments: numbers.map(comment) });
}

async function listSaid(out: string): Promise<readonly (readonly string[])[]> {
  const files = [readMarks, readSecondMarks, readAppeals, readRegrades];
  const times = await Promise.all(
    files.map(async (read) =>
      (await (read as (folder: string) => Promise<{ lines: readonly { at: string }[] }>)(out)).lines.map(
        ({ at }) => at,
      ),
    ),
  );
  return [...times, (await readReview(out)).comments.map(({ text }) => text)];
}

test("whatever was said in whatever folder is there once after any number of merges, and what stood keeps its place", async () => {
  const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { maxLength: 4 });
  const property = fc.asyncProperty(numbers, fc.array(numbers, { maxLength: 3 }), async (own, parts) => {
    const outFolder = makeFolder();
    const outputs = parts.map(() => ({ folder: makeFolder() }));
    await say(outFolder, own);
    for (const [index, said] of parts.entries()) await say(outputs[index]?.folder ?? "", said);
    const { lines } = await takeWhatWasSaid(outputs, outFolder);
    const merged = await listSaid(outFolder);
    await takeWhatWasSaid(outputs, outFolder);
    expect(await listSaid(outFolder)).toEqual(merged);
    const others = [...new Set(parts.flat())].filter((one) => !own.includes(one));
    const added = [...others].sort((a, b) => a - b);
    const times = [...own, ...added].map(tellTime);
    expect(merged.slice(0, 4)).toEqual([times, times, times, times]);
    expect(merged[4]).toEqual([...own, ...others].map((number) => comment(number).text));
    expect(lines.map(({ at }) => at)).toEqual(times);
  });
  await fc.assert(property, { numRuns: 25 });
}, 60_000);

test("the latest decision stands, in whatever folder it was taken and whatever was merged before it", async () => {
  const { full } = sampleRecords;
  const folders = fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.boolean()), {
    minLength: 1,
    maxLength: 6,
  });
  const property = fc.asyncProperty(folders, async (decisions) => {
    const [outFolder = "", ...outputs] = [makeFolder(), makeFolder(), makeFolder()];
    const parts = outputs.map((one) => ({ folder: one }));
    const marks = decisions.map((_, number) =>
      makeHandMark(full, "softmax", { kind: "full" }, { at: tellTime(number) }),
    );
    for (const [number, [where, isMergedFirst]] of decisions.entries()) {
      if (isMergedFirst) await takeWhatWasSaid(parts, outFolder);
      await appendMarks([outFolder, ...outputs][where] ?? "", marks.slice(number, number + 1));
    }
    // The parts are merged once more, the last one first.
    await takeWhatWasSaid(parts.toReversed(), outFolder);
    const { lines } = await readMarks(outFolder);
    expect(lines).toHaveLength(marks.length);
    expect(findStanding(lines).get(full.submission.id)?.get("softmax")).toEqual(marks.slice(-1));
  });
  await fc.assert(property, { numRuns: 25 });
}, 60_000);

const acceptance: AcceptanceLine = {
  schemaVersion: "1.0",
  kind: "accept",
  id: "00000001",
  question: "area",
  part: "area",
  shape: { kind: "factor", factor: "2" },
  credit: "0.5",
  says: "Right: both sides are counted.",
  by: "AB",
  at: tellTime(1),
  why: "the statement allows it",
};
const withdrawal: AcceptanceLine = {
  schemaVersion: "1.0",
  kind: "withdraw",
  id: "00000002",
  withdraws: "00000001",
  by: "AB",
  at: tellTime(2),
  why: "it does not",
};

test("a part that accepts more than the rubric is refused until it takes that back, which goes along", async () => {
  const [part, outFolder] = [{ folder: makeFolder() }, makeFolder()];
  await appendAcceptances(part.folder, [acceptance]);
  await expect(refuseAccepting([part])).rejects.toThrow(UsageError);
  await expect(refuseAccepting([part])).rejects.toThrow(/accepts 00000001 besides the rubric/);
  await appendAcceptances(part.folder, [withdrawal]);
  await refuseAccepting([part]);
  expect(await takeAcceptances([part], outFolder)).toEqual([]);
  expect((await readAcceptances(outFolder)).lines).toEqual([acceptance, withdrawal]);
});

test("what the whole class accepts stands through another merge, which says that the parts are judged without", async () => {
  const outFolder = makeFolder();
  await appendAcceptances(outFolder, [acceptance]);
  const [notice = "", ...others] = await takeAcceptances([{ folder: makeFolder() }], outFolder);
  expect(notice).toMatch(/accepts more than the rubric.*npm run regrade/);
  expect(others).toEqual([]);
  expect((await readAcceptances(outFolder)).lines).toEqual([acceptance]);
});
