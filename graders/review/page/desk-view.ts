/** The whole page as plain data. Pure. */
import type { Assignment } from "../../contract/assignment";
import { cleanLine } from "../../report/foreign-text";
import { type Choice, type Filter, writeChoice } from "../queue/choose";
import type { DeskGroup } from "../queue/desk-group";
import { allReasons, isWorthALook, reasonWords } from "../queue/reasons";
import type { DecisionView } from "./decision-view";
import type { GroupView } from "./group-view";
import { wholeTitle } from "./words";

export interface DeskView {
  readonly assignmentTitle: string;
  readonly formToken: string;
  readonly kinds: readonly OptionView[];
  readonly questions: readonly OptionView[];
  readonly search: string;
  readonly queue: readonly QueueItem[];
  /** How many more there are than are listed; 0 for none. */
  readonly more: number;
  readonly waiting: string;
  readonly previousHref: string | null;
  readonly nextHref: string | null;
  readonly carried: readonly { readonly name: string; readonly value: string }[];
  readonly alert: AlertView | null;
  readonly notice: string | null;
  readonly undoes: string | null;
  readonly pages: PagesView;
  readonly group: GroupView | null;
  readonly decision: DecisionView | null;
}

export interface AlertView {
  readonly says: string;
  readonly details: readonly string[];
}

export interface PagesView {
  /** Decisions that scores and pages do not show yet. */
  readonly due: number;
  readonly failure: string | null;
}

interface OptionView {
  readonly value: string;
  readonly says: string;
  readonly isChosen: boolean;
}

interface QueueItem {
  readonly href: string;
  readonly count: number;
  readonly title: string;
  readonly reasons: string;
  readonly isChosen: boolean;
}

export interface QueueFacts {
  readonly assignment: Assignment;
  /** Everything there is. */
  readonly all: readonly DeskGroup[];
  /** What the filter leaves. */
  readonly shown: readonly DeskGroup[];
  readonly filter: Filter;
  /** Place of the group that is looked at. */
  readonly at: number;
}

/** A page with all of a large class would be slow to read; the filters reach the rest. */
const mostListed = 200;

export function viewQueue({ assignment, all, shown, filter, at }: QueueFacts) {
  const titles = new Map(assignment.questions.map((one) => [one.id, one.feedback.title]));
  const linkTo = (place: number): string | null => {
    const group = shown[place];
    return group === undefined ? null : writeChoice({ filter, group: group.key, at: place });
  };
  const start = Math.max(0, Math.min(at - mostListed / 2, shown.length - mostListed));
  return {
    kinds: viewKinds(all, filter),
    questions: [
      { value: "", says: "every question", isChosen: filter.question === "" },
      ...assignment.questions.map(({ id, feedback }) => ({
        value: id,
        says: feedback.title,
        isChosen: filter.question === id,
      })),
    ],
    search: filter.search,
    queue: shown.slice(start, start + mostListed).map((group, index) => ({
      href: writeChoice({ filter, group: group.key, at: start + index }),
      count: group.members.length,
      title: cleanLine(titles.get(group.question) ?? wholeTitle),
      reasons: group.reasons.map((reason) => reasonWords[reason]).join(", "),
      isChosen: start + index === at,
    })),
    more: Math.max(0, shown.length - mostListed),
    waiting: countWaiting(all),
    previousHref: linkTo(at - 1),
    nextHref: linkTo(at + 1),
    carried: carry({ filter, group: shown[at]?.key ?? null, at }),
  };
}

function viewKinds(all: readonly DeskGroup[], filter: Filter): readonly OptionView[] {
  const count = (holds: (group: DeskGroup) => boolean): number => all.filter(holds).length;
  return [
    { value: "waiting", says: `all that waits (${count(({ waits }) => waits)})` },
    ...allReasons.map((reason) => ({
      value: reason,
      says: `${reasonWords[reason]} (${count(({ reasons }) => reasons.includes(reason))})`,
    })),
    {
      value: "all",
      says: `also what is only worth a look (${count(({ waits, reasons }) => waits || isWorthALook(reasons))})`,
    },
  ].map((option) => ({ ...option, isChosen: option.value === filter.kind }));
}

function countWaiting(all: readonly DeskGroup[]): string {
  const waiting = all.filter(({ waits }) => waits);
  const answers = waiting.reduce((sum, { members }) => sum + members.length, 0);
  return answers === 0
    ? "nothing waits for a person"
    : `${answers} ${answers === 1 ? "answer waits" : "answers wait"} in ${waiting.length} ${waiting.length === 1 ? "group" : "groups"}`;
}

/** What a form says of the page that it stands on. */
function carry({ filter, group, at }: Choice): DeskView["carried"] {
  return [
    { name: "kind", value: filter.kind },
    { name: "about", value: filter.question },
    { name: "search", value: filter.search },
    { name: "group", value: group ?? "" },
    { name: "at", value: String(at) },
  ];
}
