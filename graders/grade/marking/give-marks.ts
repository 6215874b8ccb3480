/** Storing what a person decided, and writing scores and pages with it. Nothing is run. */
import type { Assignment } from "../../contract/assignment";
import { UsageError } from "../../contract/faults";
import type { MarkLine, OpenQuestion } from "../../contract/hand-mark";
import { listFew } from "../../contract/list-few";
import type { Translator } from "../../contract/translator";
import { appendMarks } from "../../records/hand-marks/marks-file";
import { findStanding, tellTime } from "../../records/hand-marks/standing";
import { lockFolder } from "../lock";
import { requireGraded } from "../out-folder";
import { rewriteLocked } from "../rewrite-class";
import type { WrittenClass } from "../write-class";
import { type DeskRequest, makeDeskLines } from "./desk-lines";
import { type Decision, makeMarks, type Signature, undoLast } from "./make-lines";
import { listOpen, type MarkingClass, openMarkingClass } from "./marking-class";
import { readMarksTable } from "./marks-table";

export interface MarkingPlace {
  readonly outFolder: string;
  readonly assignment: Assignment;
  /** Where `templates/` lies. */
  readonly root: string;
  readonly translator?: Translator;
  /** Where decisions go; the marks that count when left out. */
  readonly append?: (outFolder: string, lines: readonly MarkLine[]) => Promise<void>;
}

/** What a person asks for: one decision, a table of them, the last one back, or what a desk sends. */
export type MarkRequest =
  | DeskRequest
  | { readonly kind: "one"; readonly decision: Decision }
  | { readonly kind: "table"; readonly file: string; readonly csv: string }
  | { readonly kind: "undo"; readonly submission: string; readonly question: string };

export interface GivenMarks {
  /** Stored now; empty where all of it stood already. */
  readonly lines: readonly MarkLine[];
  readonly written: WrittenClass;
  /** What waits for a person now. */
  readonly open: readonly OpenQuestion[];
  readonly notices: readonly string[];
}

/** What was stored, and the class as it stood before. */
export interface StoredMarks {
  readonly lines: readonly MarkLine[];
  readonly marking: MarkingClass;
}

/**
 * All of it is stored, or nothing is.
 *
 * @throws UsageError for what cannot be decided so, before anything is stored, or saying that it is; GraderFault when the
 *   disk refuses
 */
export async function giveMarks(
  place: MarkingPlace,
  request: MarkRequest,
  signature: Signature,
): Promise<GivenMarks> {
  const { outFolder, assignment, root, translator } = place;
  requireGraded(outFolder);
  const unlock = await lockFolder(outFolder);
  try {
    const { lines, marking } = await storeLocked(place, request, signature, openMarkingClass);
    const options = { known: marking.records, ...(translator ? { translator } : {}) };
    const written = await rewriteLocked(outFolder, assignment, root, options).catch((error) => {
      throw lines.length > 0 && error instanceof UsageError ? tellStored(error, outFolder) : error;
    });
    const standing = findStanding([...marking.lines, ...lines]);
    const open = listOpen({ ...marking, standing }, assignment);
    return { lines, written, open, notices: written.notices };
  } finally {
    await unlock();
  }
}

/** Whoever types it again would decide twice. */
function tellStored({ message }: UsageError, outFolder: string): UsageError {
  return new UsageError(
    `stored, but scores and pages could not be written: ${message}; then npm run report -- ${outFolder}`,
  );
}

/**
 * As {@link giveMarks}, but scores and pages stay as they are: for who decides one thing after another.
 *
 * @param openClass reads the class; called while nobody else may write there
 * @throws also StaleDecision
 */
export async function storeMarks(
  place: MarkingPlace,
  request: MarkRequest,
  signature: Signature,
  openClass: (outFolder: string) => Promise<MarkingClass>,
): Promise<StoredMarks> {
  const unlock = await lockFolder(place.outFolder);
  try {
    return await storeLocked(place, request, signature, openClass);
  } finally {
    await unlock();
  }
}

async function storeLocked(
  { outFolder, assignment, append = appendMarks }: MarkingPlace,
  request: MarkRequest,
  signature: Signature,
  openClass: (outFolder: string) => Promise<MarkingClass>,
): Promise<StoredMarks> {
  const marking = await openClass(outFolder);
  const at = tellTime(signature.at, marking.lines);
  const lines = makeLines(request, marking, assignment, { ...signature, at });
  if (lines.length > 0) await append(outFolder, lines);
  return { lines, marking };
}

function makeLines(
  request: MarkRequest,
  marking: MarkingClass,
  assignment: Assignment,
  signature: Signature,
): readonly MarkLine[] {
  switch (request.kind) {
    case "one":
      return makeMarks(request.decision, marking, assignment, signature);
    case "undo":
      return [undoLast(request, marking, signature)];
    case "many":
    case "take-back":
      return makeDeskLines(request, marking, assignment, signature);
    case "table":
      return makeTableLines(request, { marking, assignment }, signature);
  }
}

const mostComplaints = 20;

function makeTableLines(
  { file, csv }: Extract<MarkRequest, { kind: "table" }>,
  { marking, assignment }: { readonly marking: MarkingClass; readonly assignment: Assignment },
  signature: Signature,
): readonly MarkLine[] {
  const ids = marking.records.map((record) => record.submission.id);
  const table = readMarksTable(csv, file, ids);
  const complaints = [...table.complaints];
  const seen = new Map<string, number>();
  const lines = table.decisions.flatMap(({ line, decision }) => {
    try {
      const { own, others } = nameTargets(decision);
      const before = others.map((target) => seen.get(target)).find((one) => one !== undefined);
      if (before !== undefined) throw new UsageError(`decides the same as line ${before}`);
      for (const target of own) seen.set(target, line);
      return makeMarks(decision, marking, assignment, signature);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      complaints.push(`line ${line}: ${error.message}`);
      return [];
    }
  });
  if (complaints.length === 0) return lines;
  throw new UsageError(`${file}: nothing was stored: ${listFew(complaints, mostComplaints, "; ")}`);
}

/** What a line decides about, and what no other line may decide about beside it. */
function nameTargets({ submission, question }: Decision): {
  readonly own: readonly string[];
  readonly others: readonly string[];
} {
  const name = (...target: readonly string[]): string => JSON.stringify([submission, ...target]);
  const [id = "", ...part] = question.split("/");
  const [any, all, anyOf] = [name(), name("all"), name(id, "any part")];
  if (question === "all") return { own: [any, all], others: [any] };
  if (part.length === 0) return { own: [any, anyOf, name(id)], others: [all, anyOf] };
  const own = name(id, "part", part.join("/"));
  return { own: [any, anyOf, own], others: [all, name(id), own] };
}
