/** The score document: what a class earned, from its records. Pure; names are not in it. */

import { type Assignment, countBonusPoints, countMaxPoints } from "../../contract/assignment";
import type { MarkedRecord, QuestionMark } from "../../contract/hand-mark";
import { packFields } from "../../contract/packed";
import { addPoints, comparePoints } from "../../contract/points";
import type { ReadingKind } from "../../contract/question";
import type { QuestionWeight } from "../../contract/question-weight";
import type { Producer, RecordedQuestion, UngradableQuestion } from "../../contract/record";
import { hasPoints, isJudged } from "../../contract/recorded-question";
import type { RosterMatch } from "../../contract/roster";
import type { SandboxReport } from "../../contract/sandbox-report";
import type { Translator } from "../../contract/translator";
import type { PartVerdict } from "../../contract/verdict";
import { locateFor, outputFiles } from "../../records/output-files";
import {
  type OlderMark,
  type ScoreDocument,
  type ScoredQuestion,
  type SubmissionScore,
  scoresVersion,
} from "../../records/scores-document";
import { weighAssignment } from "../../records/weights/weigh";
import { createSentences } from "../../wording/sentences";
import type { Sentences } from "../../wording/sentences-shape";
import { translateAssignment } from "../../wording/translate-assignment";
import { english } from "../../wording/translator";
import { writeMessage } from "../question-message";

/** What a score document is made of. */
export interface ScoresInput {
  readonly assignment: Assignment;
  readonly rubricDigest: string;
  readonly producer: Producer;
  readonly sandbox: SandboxReport;
  /** In the order wanted; students without a submission follow in the roster's order. */
  readonly records: readonly MarkedRecord[];
  /** Folder of a submission relative to the score document. */
  getFolder(submissionId: string): string;
  readonly roster?: RosterMatch;
  /** Marks of an earlier run, by submission id. */
  readonly older?: ReadonlyMap<string, OlderMark>;
  /** Questions that count otherwise than the assignment says. */
  readonly weights?: readonly QuestionWeight[];
  /** Of the messages to students; English when left out. */
  readonly translator?: Translator;
}

/** How messages are written: the language's sentences, and the questions in it. */
interface Words {
  readonly assignment: Assignment;
  readonly sentences: Sentences;
}

export function buildScores(input: ScoresInput): ScoreDocument {
  const { rubricDigest, producer, sandbox, records, roster, weights = [], translator = english } = input;
  const assignment = weighAssignment(input.assignment, weights);
  const words = {
    assignment: translateAssignment(assignment, translator),
    sentences: createSentences(translator),
  };
  const findSubjects = (id: string): readonly (string | null)[] => {
    const found = roster?.matched.flatMap((one) => (one.submissionId === id ? [one.student.subject] : []));
    return found === undefined || found.length === 0 ? [null] : found;
  };
  return {
    schemaVersion: scoresVersion,
    assignment: {
      id: assignment.id,
      title: assignment.title,
      maxPoints: countMaxPoints(assignment),
      bonusPoints: countBonusPoints(assignment),
      ...(weights.length === 0 ? {} : { weights }),
    },
    rubricDigest,
    producer,
    sandbox,
    submissions: [
      // A team's submission has a row for each member: everybody is found by the pseudonym.
      ...records.flatMap((record) =>
        findSubjects(record.submission.id).map((subject) => scoreSubmission(record, input, words, subject)),
      ),
      ...(roster?.studentsWithoutSubmission ?? []).map((student) => scoreAbsence(student.subject)),
    ],
  };
}

function scoreSubmission(
  record: MarkedRecord,
  { getFolder, older }: ScoresInput,
  words: Words,
  subject: string | null,
): SubmissionScore {
  const { id, contentDigest } = record.submission;
  const scored: SubmissionScore = {
    id,
    subject,
    status: record.status,
    ...(record.score === undefined ? {} : { score: record.score }),
    ...(older?.has(id) ? { older: older.get(id) as OlderMark } : {}),
    questions: record.questions.map((one) =>
      record.status === "ungradable"
        ? scoreQuestion(holdBack(one), words, { ...record, marks: {} })
        : scoreQuestion(one, words, record),
    ),
    contentDigest,
    recordPath: locateFor(outputFiles.record, getFolder(id)),
  };
  // The sentences of a whole class are in memory at once.
  return packFields(scored, ["questions"]);
}

function scoreAbsence(subject: string): SubmissionScore {
  return { id: null, subject, status: "not_submitted", questions: [], contentDigest: null, recordPath: null };
}

/** Of what could not be run nothing is told before a person has decided the last of its questions. */
function holdBack({ id, maxPoints, isBonus, explanation }: RecordedQuestion): UngradableQuestion {
  return { id, status: "ungradable", points: "0", maxPoints, isBonus, explanation };
}

function scoreQuestion(
  recorded: RecordedQuestion,
  { assignment, sentences }: Words,
  { marks, weights }: MarkedRecord,
): ScoredQuestion {
  const { id, maxPoints, status } = recorded;
  const mark = marks?.[id];
  const weight = weights?.find((one) => one.question === id);
  const question = assignment.questions.find((one) => one.id === id);
  const reading = isJudged(recorded) ? findReading(recorded.parts) : undefined;
  return {
    id,
    ...(hasPoints(recorded) ? { points: recorded.points } : {}),
    maxPoints,
    status,
    ...(reading === undefined ? {} : { reading }),
    ...(mark === undefined ? {} : { byHand: scoreMark(mark) }),
    message: writeMessage(recorded, question, sentences, { mark, weight }),
  };
}

/** Students may read it: who decided is not in it. */
function scoreMark({ comments, automatic, outdated }: QuestionMark): NonNullable<ScoredQuestion["byHand"]> {
  return {
    comments,
    ...(automatic === undefined ? {} : { automatic }),
    ...(outdated === undefined ? {} : { outdated }),
  };
}

/** The reading that cost the most points; among those that cost nothing, the first that is not the reference. */
function findReading(parts: readonly PartVerdict[]): ScoredQuestion["reading"] {
  const named = parts.flatMap((part) => {
    const reading = nameReading(part);
    return reading === undefined ? [] : [{ part, reading }];
  });
  const [first] = [...named].sort(
    (a, b) =>
      compareLost(b.part, a.part) ||
      Number(a.reading.kind === "reference") - Number(b.reading.kind === "reference"),
  );
  if (first === undefined) return undefined;
  const { part, reading } = first;
  return { kind: reading.kind, id: parts.length > 1 ? `${part.id}/${reading.id}` : reading.id };
}

/** Compares what two parts lost: a.max - a.points with b.max - b.points, without a subtraction. */
function compareLost(a: PartVerdict, b: PartVerdict): number {
  return comparePoints(addPoints([a.maxPoints, b.points]), addPoints([b.maxPoints, a.points]));
}

function nameReading({ finding }: PartVerdict): { kind: ReadingKind; id: string } | undefined {
  switch (finding.kind) {
    case "explained":
      return { kind: finding.reading.kind, id: finding.reading.id };
    case "mixed":
      return { kind: "convention", id: finding.readings.map((one) => one.id).join("+") };
    case "unexplained":
    case "unanswered":
    case "malformed":
    case "failed":
      return undefined;
  }
}
