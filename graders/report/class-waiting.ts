/** What a class waits for: by cause, with whom it concerns and what they wrote. Pure. */
import { isRealExplanation } from "../contract/explanation";
import type { MarkedRecord } from "../contract/hand-mark";
import type { RecordedQuestion, SubmissionRecord, UngradableCause } from "../contract/record";
import { hasUnreadExplanation, hasUnreadWork, listUnreadTexts } from "../contract/unread-explanation";
import type { PartVerdict } from "../contract/verdict";
import type { ClassLabels, Sentences } from "../wording/sentences-shape";
import type { ClassFacts, LinkView } from "./class-input";
import { cleanLine } from "./foreign-text";
import { isDecided } from "./student-notices";

export interface CauseView {
  readonly id: string;
  readonly title: string;
  readonly count: number;
  /** False where so many would push everything else off the page. */
  readonly isOpen: boolean;
  readonly entries: readonly EntryView[];
}

/** One submission under a cause. */
export interface EntryView extends LinkView {
  /** Titles of the questions, or what was said of it; null where the cause says it all. */
  readonly says: string | null;
  readonly texts: readonly TextView[];
}

/** What the student wrote. */
export interface TextView {
  /** Of the question; null for what belongs to none. */
  readonly title: string | null;
  readonly text: string;
}

const mostOpen = 12;
/** More than these would bury the others; the record holds them all. */
const mostTexts = 5;
const longestText = 500;

type Cause = keyof ClassLabels["causes"];
type Found = Omit<EntryView, keyof LinkView>;

export function viewNeedsPerson(facts: ClassFacts, { classPage, notices }: Sentences): readonly CauseView[] {
  const titles = titlesOf(facts);
  const ways: Readonly<Record<Cause, Way>> = {
    ...listWays(titles),
    tampering: sayTampering(notices),
    appeal: quoteAppeals(facts, titles),
  };
  const causes = Object.keys(classPage.causes) as Cause[];
  return gatherCauses(
    facts,
    facts.records,
    causes.map((cause) => ({
      id: cause,
      title: classPage.causes[cause],
      // Who asks for another look is mostly decided about.
      find: (record) => (cause !== "appeal" && isDecided(record) ? null : ways[cause](record)),
    })),
  );
}

/** By what stopped it; what was written all the same stands with it. */
export function viewNotRun(facts: ClassFacts, { classPage, notices }: Sentences): readonly CauseView[] {
  const titles = titlesOf(facts);
  const open = facts.records.filter((one) => !isDecided(one));
  const causes = Object.keys(classPage.notRunCauses) as UngradableCause[];
  return gatherCauses(
    facts,
    open,
    causes.map((cause) => ({
      id: cause,
      title: classPage.notRunCauses[cause],
      find: (record) => {
        if (record.ungradable?.cause !== cause) return null;
        const words = [...record.questions.flatMap((one) => quote(one, titles)), ...quoteUnread(record)];
        return { says: cleanLine(notices.detail(record.ungradable.says), 600), texts: words };
      },
    })),
  );
}

interface Asked {
  readonly id: string;
  readonly title: string;
  readonly find: (record: MarkedRecord) => Found | null;
}

/** Each record is asked for all causes at once: of a large class they are packed. */
function gatherCauses(
  facts: ClassFacts,
  records: readonly MarkedRecord[],
  causes: readonly Asked[],
): readonly CauseView[] {
  const found = causes.map((cause) => ({ ...cause, entries: [] as EntryView[] }));
  for (const record of records) {
    for (const { find, entries } of found) {
      const entry = find(record);
      if (entry !== null) entries.push({ ...facts.link(record.submission.id), ...entry });
    }
  }
  return found.flatMap(({ id, title, entries }) => {
    const { length } = entries;
    return length === 0 ? [] : [{ id, title, count: length, isOpen: length <= mostOpen, entries }];
  });
}

type Titles = ReadonlyMap<string, string>;
type Way = (record: MarkedRecord) => Found | null;

function titlesOf({ assignment }: ClassFacts): Titles {
  return new Map(assignment.questions.map((one) => [one.id, one.feedback.title]));
}

function listWays(titles: Titles): Readonly<Record<Exclude<Cause, "tampering" | "appeal">, Way>> {
  const name = (ids: readonly string[]): Found | null =>
    ids.length === 0
      ? null
      : { says: cleanLine(ids.map((id) => titles.get(id) ?? id).join(", "), 600), texts: [] };
  const waitingFor =
    (holds: (part: PartVerdict) => boolean): Way =>
    ({ questions }) =>
      name(questions.filter((one) => listWaitingParts(one).some(holds)).map(({ id }) => id));
  return {
    explained: ({ questions }) => {
      const texts = questions
        .filter((one) => one.status === "pending_manual")
        .flatMap((one) => quote(one, titles));
      return texts.length === 0 ? null : { says: null, texts };
    },
    unassigned: (record) => {
      // Of what could not be run the words stand with what stopped it.
      const isTold = record.ungradable !== undefined || !hasUnreadExplanation(record);
      const texts = isTold ? [] : quoteUnread(record);
      return texts.length === 0 ? null : { says: null, texts };
    },
    explanationsTooLarge: (record) =>
      record.explanationsTooLarge === true && hasUnreadExplanation(record) ? { says: null, texts: [] } : null,
    unproven: waitingFor(({ finding }) => finding.kind === "explained" && finding.unproven !== undefined),
    silent: waitingFor(({ finding }) => finding.kind === "explained" && finding.spoilt?.leavesOpen === true),
    differing: waitingFor(({ differing }) => differing !== undefined),
    mixed: waitingFor(({ finding }) => finding.kind === "mixed"),
    unstable: ({ unstable = [] }) => name(unstable),
    noneFound: ({ noneFoundOf }) => (noneFoundOf === undefined ? null : { says: null, texts: [] }),
    unread: (record) =>
      hasUnreadWork(record) ? { says: cleanLine(listUnreadFiles(record).join(" · "), 600), texts: [] } : null,
    stopped: ({ loadError }) =>
      loadError === undefined ? null : { says: cleanLine(loadError.message, 600), texts: [] },
    outdated: ({ marks = {} }) =>
      name(Object.entries(marks).flatMap(([id, { outdated }]) => (outdated === undefined ? [] : [id]))),
  };
}

/** "solution.ts (padding, softmaxFlops)", "a.ipynb #5 (padding)" */
function listUnreadFiles({ unread = [] }: SubmissionRecord): readonly string[] {
  return unread.map(({ file, cell, answers }) => {
    const place = cell === undefined ? file : `${file} #${cell}`;
    return answers.length === 0 ? place : `${place} (${answers.join(", ")})`;
  });
}

function sayTampering(notices: Sentences["notices"]): Way {
  return ({ tampering }) =>
    tampering === null ? null : { says: cleanLine(notices.detail(tampering), 600), texts: [] };
}

function quoteAppeals({ appeals = [] }: ClassFacts, titles: Titles): Way {
  return ({ submission }) => {
    const own = appeals.filter((one) => one.submission === submission.id);
    const texts = own.map(({ question, text }) => ({
      title: titles.get(question) ?? question,
      text: cleanLine(text, longestText),
    }));
    return texts.length === 0 ? null : { says: null, texts };
  };
}

function listWaitingParts(recorded: RecordedQuestion): readonly PartVerdict[] {
  return recorded.status === "pending_manual" ? recorded.parts : [];
}

function quote({ id, explanation }: RecordedQuestion, titles: Titles): readonly TextView[] {
  if (!isRealExplanation(explanation)) return [];
  return [{ title: titles.get(id) ?? id, text: cleanLine(explanation, longestText) }];
}

function quoteUnread(record: SubmissionRecord): readonly TextView[] {
  const texts = listUnreadTexts(record).map((text) => cleanLine(text, longestText));
  const more = texts.length > mostTexts ? [`… +${texts.length - mostTexts}`] : [];
  return [...texts.slice(0, mostTexts), ...more].map((text) => ({ title: null, text }));
}
