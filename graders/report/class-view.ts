/** What the class page shows, as plain data. Pure. For staff: it names students and, if asked, hidden cases. */
import type { Assignment } from "../contract/assignment";
import type { SandboxReport } from "../contract/sandbox-report";
import { outputFiles } from "../records/output-files";
import { weighAssignment } from "../records/weights/weigh";
import type { ClassLabels, Sentences } from "../wording/sentences-shape";
import { type ClassFiguresView, findNewestTime, viewClassFigures } from "./class-figures";
import {
  type CarriedView,
  type MisconceptionView,
  type UnexplainedView,
  viewCarried,
  viewMisconceptions,
  viewUnexplained,
} from "./class-findings";
import { type ClassInput, gatherClassFacts } from "./class-input";
import { type ReasonsView, type RosterView, viewNotGraded, viewPaidWords, viewRoster } from "./class-lists";
import {
  type ColumnView,
  type RowView,
  type ShadeView,
  type SignView,
  type StatusView,
  viewColumns,
  viewRows,
  viewShades,
  viewSigns,
  viewStatuses,
} from "./class-table";
import { type CauseView, viewNeedsPerson, viewNotRun } from "./class-waiting";
import { type EvidenceView, viewEvidence } from "./evidence-view";
import { cleanLine } from "./foreign-text";
import { Sentence } from "./leaves";
import { linkTables, type TableName, tableNames } from "./table-names";

export interface ClassView extends ClassFiguresView {
  readonly labels: ClassLabels;
  /** Tells the page for staff from the one without names. */
  readonly isNamed: true;
  readonly weights: readonly WeightView[];
  readonly accepted: readonly AcceptedView[];
  readonly columns: readonly ColumnView[];
  readonly rows: readonly RowView[];
  /** What the shades and the signs of the cells mean. */
  readonly shades: readonly ShadeView[];
  readonly signs: readonly SignView[];
  readonly statuses: readonly StatusView[];
  readonly needsPerson: readonly CauseView[];
  readonly notRun: readonly CauseView[];
  readonly paidWords: readonly ReasonsView[];
  readonly notGraded: readonly ReasonsView[];
  readonly misconceptions: readonly MisconceptionView[];
  /** Those that are shown at once, and the others. */
  readonly frequent: readonly MisconceptionView[];
  readonly rare: readonly MisconceptionView[];
  readonly carried: readonly CarriedView[];
  readonly unexplained: readonly UnexplainedView[];
  readonly roster: RosterView | null;
  /** Link to what was handed in alike; null where nobody looked. */
  readonly similar: string | null;
  readonly evidence: readonly EvidenceView[] | null;
  readonly run: RunView;
  /** Links to the tables as data. */
  readonly tables: Readonly<Record<TableName, string>>;
}

/** A question that counts otherwise. */
export interface WeightView {
  readonly title: string;
  readonly says: Sentence;
}

/** What a person accepted for this class. */
export interface AcceptedView {
  readonly title: string;
  readonly says: Sentence;
  /** Share of the points. */
  readonly credit: string;
  /** Who, when, why. */
  readonly because: string;
}

export interface RunView {
  readonly producer: string;
  readonly seedDigest: string;
  readonly rubricDigest: string;
  readonly sandbox: SandboxReport;
  readonly active: string;
  /** Of the newest record, RFC 3339; null for an empty class. */
  readonly gradedAt: string | null;
}

/** Of misconceptions: what a page shows before somebody asks for more. */
const mostFrequent = 12;

export function viewClass(input: ClassInput, asked: Assignment, sentences: Sentences): ClassView {
  const assignment = weighAssignment(asked, input.weights ?? []);
  const facts = gatherClassFacts(input, assignment);
  const misconceptions = viewMisconceptions(facts);
  return {
    ...viewClassFigures(input, assignment, sentences),
    labels: sentences.classPage,
    isNamed: true,
    weights: viewWeights(input, assignment, sentences),
    accepted: viewAccepted(assignment),
    columns: viewColumns(assignment.questions, assignment.tasks),
    rows: viewRows(facts, sentences),
    shades: viewShades(sentences),
    signs: viewSigns(sentences),
    statuses: viewStatuses(facts, sentences),
    misconceptions,
    frequent: misconceptions.slice(0, mostFrequent),
    rare: misconceptions.slice(mostFrequent),
    carried: viewCarried(facts),
    unexplained: viewUnexplained(facts, sentences),
    needsPerson: viewNeedsPerson(facts, sentences),
    notRun: viewNotRun(facts, sentences),
    paidWords: viewPaidWords(facts),
    notGraded: viewNotGraded(facts),
    roster: viewRoster(facts),
    similar: input.hasSimilar === true ? outputFiles.similar.path : null,
    evidence: input.withEvidence === true ? viewEvidence(facts) : null,
    run: viewRun(input),
    tables: linkTables([...tableNames.staff, ...tableNames.anybody], outputFiles.classTables.path),
  };
}

function viewWeights(
  { weights = [] }: ClassInput,
  { questions }: Assignment,
  { findings }: Sentences,
): readonly WeightView[] {
  return weights.map((weight) => ({
    title: questions.find(({ id }) => id === weight.question)?.feedback.title ?? weight.question,
    says: new Sentence(findings.weighed(weight)),
  }));
}

function viewAccepted({ accepted = [], questions }: Assignment): readonly AcceptedView[] {
  return accepted.map(({ question, part, says, credit, by, at, why }) => {
    const asked = questions.find(({ id }) => id === question);
    const title = asked?.feedback.title ?? question;
    return {
      title: (asked?.parts.length ?? 1) > 1 ? `${title} (${part})` : title,
      says: new Sentence(says),
      credit,
      because: cleanLine(`${by}, ${at.slice(0, 10)}: ${why}`, 600),
    };
  });
}

function viewRun(input: ClassInput): RunView {
  const { producer, seedDigest, rubricDigest, sandbox } = input;
  return {
    producer: `${producer.name} ${producer.version}`,
    seedDigest,
    rubricDigest,
    sandbox,
    active: sandbox.active.join(", "),
    gradedAt: findNewestTime(input),
  };
}
