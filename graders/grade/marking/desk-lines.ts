/** Decisions that somebody took while looking at a page, which others may have been faster than. Pure but for ids and time. */
import type { Assignment } from "../../contract/assignment";
import { UsageError } from "../../contract/faults";
import type { HandMark, MarkLine } from "../../contract/hand-mark";
import { type Decision, makeMarks, makeUndo, type Signature } from "./make-lines";
import type { MarkingClass } from "./marking-class";
import { describeSeen, wholeWork } from "./seen";

export type DeskRequest =
  /** All about one question, or `wholeWork`. @property seen what {@link describeSeen} said of each submission when the person looked */
  | {
      readonly kind: "many";
      readonly question: string;
      readonly decisions: readonly Decision[];
      readonly seen: ReadonlyMap<string, string>;
    }
  /** @property marks ids of the lines that are to go */
  | { readonly kind: "take-back"; readonly marks: readonly string[] };

/** Somebody else decided in between, or the class was graded again: nothing is stored, and the person looks again. */
export class StaleDecision extends UsageError {
  /** @param latest the marks that the person has not seen */
  constructor(
    readonly submissions: readonly string[],
    readonly latest: readonly HandMark[],
  ) {
    super(StaleDecision.describe(submissions));
  }

  static describe(names: readonly string[]): string {
    return `${names.join(", ")}: has changed since the page was read; look again, then decide`;
  }
}

/** @throws StaleDecision; UsageError for what cannot be decided so */
export function makeDeskLines(
  request: DeskRequest,
  marking: MarkingClass,
  assignment: Assignment,
  signature: Signature,
): readonly MarkLine[] {
  if (request.kind === "take-back") return takeBack(request.marks, marking, signature);
  const { question, decisions, seen } = request;
  const submissions = [...new Set(decisions.map((one) => one.submission))];
  const stale = submissions.filter((id) => seen.get(id) !== describeSeen(marking, id, question));
  if (stale.length > 0) throw new StaleDecision(stale, listStanding(marking, stale, question));
  return decisions.flatMap((decision) => makeMarks(decision, marking, assignment, signature));
}

/** Of what stands no more nothing is taken back: somebody decided anew. */
function takeBack(ids: readonly string[], marking: MarkingClass, signature: Signature): readonly MarkLine[] {
  const given = new Map(marking.lines.flatMap((line) => (line.kind === "mark" ? [[line.id, line]] : [])));
  const marks = ids.map((id) => {
    const mark = given.get(id);
    if (mark === undefined)
      throw new UsageError("expected a decision of this class to take back, found none");
    return mark;
  });
  const gone = marks.filter((one) => !listStanding(marking, [one.submission], one.question).includes(one));
  if (gone.length > 0) {
    const submissions = [...new Set(gone.map((one) => one.submission))];
    throw new StaleDecision(
      submissions,
      gone.flatMap((one) => listStanding(marking, [one.submission], one.question)),
    );
  }
  return marks.map((one) => makeUndo(one, signature));
}

function listStanding(
  { standing }: MarkingClass,
  submissions: readonly string[],
  question: string,
): readonly HandMark[] {
  return submissions.flatMap((id) => {
    const own = standing.get(id);
    return question === wholeWork ? [...(own?.values() ?? [])].flat() : (own?.get(question) ?? []);
  });
}
