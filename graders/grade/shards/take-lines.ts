/** What people said in the folders of parts, into the folder that is merged into. */
import { findAccepted } from "../../contract/accepted-option";
import { compareText } from "../../contract/compare-text";
import { UsageError } from "../../contract/faults";
import { appendAcceptances, readAcceptances } from "../../records/accepted-file";
import { appendAppeals, readAppeals } from "../../records/hand-marks/appeals-file";
import { appendMarks, type ReadMarks, readMarks } from "../../records/hand-marks/marks-file";
import { addToReview, readReview } from "../../records/hand-marks/review-file";
import { appendSecondMarks, readSecondMarks } from "../../records/hand-marks/second-marks-file";
import type { ReadLines } from "../../records/line-file";
import { appendRegrades, readRegrades } from "../../records/regrades-file";
import { appendRubrics, readRubrics } from "../../records/rubrics-file";

type Folders = readonly { readonly folder: string }[];

interface Lines<Line> {
  readonly read: (outFolder: string) => Promise<ReadLines<Line>>;
  readonly append: (outFolder: string, lines: readonly Line[]) => Promise<void>;
  /** What the same line has in every folder that it was copied to. */
  readonly name: (line: Line) => string;
  /** What added lines are sorted by; left out, they stay in the order of the folders. */
  readonly order?: (line: Line) => string;
}

const byTime = ({ at }: { readonly at: string }): string => at;

/** @returns the marks that stand there now @throws UsageError for a file that is none; WriteFault */
export async function takeWhatWasSaid(outputs: Folders, outFolder: string): Promise<ReadMarks> {
  const byId = ({ id }: { readonly id: string }): string => id;
  const marks = await takeLines(
    { read: readMarks, append: appendMarks, name: byId, order: byTime },
    outputs,
    outFolder,
  );
  const others = [
    await takeLines(
      { read: readSecondMarks, append: appendSecondMarks, name: byId, order: byTime },
      outputs,
      outFolder,
    ),
    await takeLines(
      { read: readAppeals, append: appendAppeals, name: byId, order: byTime },
      outputs,
      outFolder,
    ),
    await takeLines(
      { read: readRegrades, append: appendRegrades, name: (line) => JSON.stringify(line), order: byTime },
      outputs,
      outFolder,
    ),
    await takeLines(
      {
        read: readRubrics,
        append: appendRubrics,
        name: ({ rubricDigest, planDigest }) => `${rubricDigest} ${planDigest}`,
      },
      outputs,
      outFolder,
    ),
  ];
  for (const { folder } of outputs) await addToReview(outFolder, await readReview(folder));
  return { lines: marks.lines, notices: [marks, ...others].flatMap(({ notices }) => notices) };
}

/**
 * What a class accepts besides the rubric is a matter of the whole class: who lies in one part must not be judged by
 * more than who lies in another.
 *
 * @throws UsageError naming the first part that accepts something
 */
export async function refuseAccepting(outputs: Folders): Promise<void> {
  for (const { folder } of outputs) {
    const [first] = findAccepted((await readAcceptances(folder)).lines);
    if (first === undefined) continue;
    throw new UsageError(
      `${folder}: accepts ${first.id} besides the rubric, for a part of the class alone; take it back there, merge, and accept it for the whole class`,
    );
  }
}

/** What was taken back goes along as history. @returns what to do where the folder that is merged into accepts something */
export async function takeAcceptances(outputs: Folders, outFolder: string): Promise<readonly string[]> {
  const lines = {
    read: readAcceptances,
    append: appendAcceptances,
    name: ({ id }: { id: string }) => id,
    order: byTime,
  };
  const taken = await takeLines(lines, outputs, outFolder);
  if (findAccepted(taken.lines).length === 0) return taken.notices;
  const notice = `${outFolder}: accepts more than the rubric, by which the parts are judged; npm run regrade -- ${outFolder} shows whose marks that changes`;
  return [...taken.notices, notice];
}

/** A line that is there already stays where it is; the others come after it, whatever time they tell. */
async function takeLines<Line>(
  { read, append, name, order = () => "" }: Lines<Line>,
  outputs: Folders,
  outFolder: string,
): Promise<ReadLines<Line>> {
  const own = await read(outFolder);
  const ofParts: ReadLines<Line>[] = [];
  for (const { folder } of outputs) ofParts.push(await read(folder));
  const byName = new Map(ofParts.flatMap(({ lines }) => lines.map((line) => [name(line), line] as const)));
  for (const line of own.lines) byName.delete(name(line));
  const added = [...byName.values()].sort((a, b) => compareText(order(a), order(b)));
  if (added.length > 0) await append(outFolder, added);
  return { lines: [...own.lines, ...added], notices: [own, ...ofParts].flatMap((one) => one.notices) };
}
