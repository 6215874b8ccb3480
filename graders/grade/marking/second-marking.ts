/** A sample of what was decided by hand, for another person who does not see how. */
import { createHash } from "node:crypto";
import type { Assignment } from "../../contract/assignment";
import { UsageError } from "../../contract/faults";
import { summarise } from "../../contract/summarise";
import { readMarks } from "../../records/hand-marks/marks-file";
import { readSecondMarks } from "../../records/hand-marks/second-marks-file";
import { findStanding, type StandingMarks } from "../../records/hand-marks/standing";
import { type Agreement, measureAgreement } from "./agreement";
import { type MarkingClass, nameAnswer, openMarkingClass } from "./marking-class";

/** "10%", "10 %", "0.1" as a share from 0 to 1. @throws UsageError */
export function readShare(text: string): number {
  const [, number = "", percent] = /^(\d{1,3}(?:[.,]\d{1,4})?)\s*(%?)$/.exec(text.trim()) ?? [];
  const share = Number(number.replace(",", ".")) / (percent === "%" ? 100 : 1);
  if (number === "" || share <= 0 || share > 1)
    throw new UsageError(`--second: expected a share like 10%, got ${summarise(text)}`);
  return share;
}

/**
 * The decisions of the second person alone, and what they are to decide: the same sample at every call, which grows with
 * what is decided.
 *
 * @param by who decides now: what they decided themselves is not drawn
 * @throws UsageError where nobody else has decided anything
 */
export async function readSecondDecisions(
  outFolder: string,
  { share, by }: { readonly share: number; readonly by: string },
): Promise<Omit<MarkingClass, "records">> {
  const [first, second] = [await readMarks(outFolder), await readSecondMarks(outFolder)];
  const sample = drawSample(findStanding(first.lines), share, by);
  if (sample.size === 0)
    throw new UsageError(`--second: expected decisions of somebody else than ${by} to look at, found none`);
  const { lines } = second;
  return { lines, standing: findStanding(lines), sample, notices: [...first.notices, ...second.notices] };
}

/** Of two people: how many of the same answers they gave the same points. @throws as {@link openMarkingClass} */
export async function compareDeciders(
  outFolder: string,
  assignment: Assignment,
): Promise<{ readonly measured: readonly Agreement[]; readonly notices: readonly string[] }> {
  const { records, standing: first } = await openMarkingClass(outFolder);
  const { lines, notices } = await readSecondMarks(outFolder);
  return { measured: measureAgreement({ records, first, second: findStanding(lines) }, assignment), notices };
}

/** By the digest of each answer's name, so that nobody chooses; at least one where there is one. */
export function drawSample(standing: StandingMarks, share: number, by: string): ReadonlySet<string> {
  const decided = [...standing].flatMap(([submission, questions]) =>
    [...questions].flatMap(([question, marks]) =>
      marks.length > 0 && marks.every((mark) => mark.by !== by) ? [nameAnswer(submission, question)] : [],
    ),
  );
  const placed = decided.map((name) => ({ name, place: place(name) })).sort((a, b) => a.place - b.place);
  const drawn = placed.filter((one) => one.place < share);
  return new Set((drawn.length > 0 ? drawn : placed.slice(0, 1)).map(({ name }) => name));
}

/** From 0 to 1, evenly. */
function place(name: string): number {
  const digest = createHash("sha256").update(`second ${name}`).digest();
  return digest.readUIntBE(0, 6) / 2 ** 48;
}
