/** The shape of a language: every general sentence and label that the reports need. */

import type { OutdatedReason } from "../contract/hand-mark";
import type { Message, ReturnedForms } from "../contract/message";
import type { AnsweredElsewhere, MissingExport } from "../contract/missing-export";
import type { Observation } from "../contract/observation";
import type { Outcome } from "../contract/outcome";
import type { QuestionWeight } from "../contract/question-weight";
import type { RecordStatus, UngradableCause } from "../contract/record";
import type { classLabels } from "./class-labels";
import type { figureLabels } from "./figure-templates";
import type { Say } from "./places";
import type { Labels } from "./translate-labels";

/** About figures, as they stand. */
export type FigureLabels = Labels<typeof figureLabels>;

export type NoValue = Exclude<Outcome, { kind: "value" }>;

/** How a question stands, for a badge. */
export type QuestionState =
  | "full"
  | "part"
  | "none"
  | "unanswered"
  | "person"
  | "ungradable"
  | "held-back"
  | "void";

/** Status of a submission, or of a student without one. */
export type ShownStatus = RecordStatus | "not_submitted";

export interface Sentences {
  /** BCP 47 tag, for the `lang` attribute. */
  readonly language: string;
  readonly states: Readonly<Record<QuestionState, string>>;
  readonly statuses: Readonly<Record<ShownStatus, string>>;
  readonly findings: FindingSentences;
  readonly notices: NoticeSentences;
  readonly mending: MendingSteps;
  readonly points: PointSentences;
  readonly student: StudentLabels;
  readonly figures: FigureLabels;
  /** Fills a template of ours. */
  readonly say: Say;
  readonly classPage: ClassLabels;
}

/** About one part of a question. */
export interface FindingSentences {
  /** No functions of these names, or the starter's stubs. */
  unanswered(exportNames: readonly string[]): string;
  /** A function of this name is not exported, and the source tells what was meant. */
  missing(exportName: string, hint: MissingExport | AnsweredElsewhere): string;
  readonly unansweredText: string;
  /** @param came without foreign words; @param expected from the question's feedback */
  malformed(came: Message<keyof ReturnedForms>, expected: string): string;
  /** Beside a convention that earns all, or only some, of the points. */
  readonly acceptedConvention: string;
  readonly partlyAcceptedConvention: string;
  readonly mixedConventions: string;
  /** Between what the answers show and something else that explains them as well. */
  readonly orElse: string;
  readonly carried: string;
  /** Beside what builds on earlier work that nothing explains. */
  readonly unproven: string;
  /** Where a slip would show on those inputs alone that have no answer. */
  readonly mayHide: string;
  readonly leavesOpen: string;
  /** Where an earlier function is not what it was judged by. */
  readonly differing: string;
  readonly right: string;
  /** When a reading's own sentences are gone, since its question changed. */
  readonly notRight: string;
  failed(outcome: NoValue): string;
  /** What can be measured about answers that no reading explains. */
  observed(observation: Observation): string;
  readonly person: string;
  /** The same where nothing was explained. */
  readonly look: string;
  readonly decided: DecidedSentences;
  /** Where a question counts otherwise than the assignment says. */
  weighed(weight: QuestionWeight): string;
  readonly ungradable: string;
  readonly heldBack: string;
}

/** Where a person gave the points. */
export interface DecidedSentences {
  readonly points: string;
  readonly asJudged: string;
  /** @param points what was judged, for people */
  instead(points: string): string;
  /** Kept, and not counted. */
  readonly outdated: Readonly<Record<OutdatedReason, string>>;
}

/** About a submission as a whole. */
export interface NoticeSentences {
  readonly ungradable: Readonly<Record<UngradableCause, string>>;
  readonly ungradableNext: string;
  /** What a tool, or we, said about the student's own code. */
  detail(says: Message): string;
  readonly notGraded: string;
  readonly pending: string;
  readonly tampering: string;
  readonly unstable: string;
  readonly noneFound: string;
  readonly explanationsTooLarge: string;
  /** A file that may answer something, and nothing that was read does. */
  unreadFile(file: string): string;
  unreadAnswers(file: string, names: readonly string[]): string;
  unreadCell(file: string, cell: number, names: readonly string[]): string;
  /** Top-level code stopped half-way; `place` is known or not. */
  readonly stopped: string;
  stoppedAt(file: string, line: number): string;
  missingAt(file: string, line: number): string;
  missingInCell(cell: number, line: number): string;
  stoppedInCell(cell: number, line: number): string;
}

export interface StudentLabels {
  readonly report: string;
  readonly total: string;
  readonly totalHeldBack: string;
  readonly bonus: string;
  readonly points: string;
  readonly of: string;
  readonly question: string;
  readonly overview: string;
  readonly state: string;
  readonly nextStep: string;
  readonly yourExplanation: string;
  /** Above what a person wrote to the student. */
  readonly fromPerson: string;
  readonly explanationCut: string;
  readonly part: string;
  readonly submission: string;
  readonly producedBy: string;
  readonly notRun: string;
  readonly costMost: string;
  readonly allQuestions: string;
  readonly waiting: string;
  readonly lookedAt: string;
  readonly handedIn: string;
  readonly digest: string;
  readonly graded: string;
  readonly mend: string;
  readonly yourLines: string;
  readonly alsoWaiting: string;
  readonly carries: string;
  readonly carriesSays: string;
}

/** Steps for what could not be run, by its cause, and the last one of each. */
export interface MendingSteps extends Readonly<Record<UngradableCause, readonly string[]>> {
  readonly last: string;
}

/** About points, with numbers in them. */
export interface PointSentences {
  /** "of 22 points", after a number. */
  of(maxPoints: string): string;
  bonusOf(points: string, maxPoints: string): string;
  lost(points: string, maxPoints: string): string;
  task(number: string): string;
}

export type ClassLabels = Labels<typeof classLabels>;

/** As much as a figure needs. */
export type FigureSentences = Pick<Sentences, "figures" | "say">;
