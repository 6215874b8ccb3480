/** What may be shown in class: the figures of a class page, and nothing that tells who is who. Pure. */
import type { ClassFiguresView } from "./class-figures";
import type { CarriedView, MisconceptionView, UnexplainedView } from "./class-findings";
import type { ClassView } from "./class-view";
import { type AnonymousTableName, linkTables, tableNames } from "./table-names";

/** No name of the class, no table of people, no links to them, no ids of the rubric's options. */
export interface AnonymousView
  extends Omit<ClassFiguresView, "className">,
    Pick<ClassView, "labels" | "shades"> {
  readonly isNamed: false;
  readonly misconceptions: readonly MisconceptionView[];
  readonly frequent: readonly MisconceptionView[];
  readonly rare: readonly MisconceptionView[];
  readonly carried: readonly CarriedView[];
  readonly unexplained: readonly UnexplainedView[];
  readonly tables: Readonly<Record<AnonymousTableName, string>>;
}

/** Every field is named here, so that what is added to the staff's view stays there. */
export function viewAnonymous(view: ClassView): AnonymousView {
  return {
    language: view.language,
    assignmentTitle: view.assignmentTitle,
    date: view.date,
    dateWords: view.dateWords,
    summary: view.summary,
    hasBonus: view.hasBonus,
    histogram: view.histogram,
    bins: view.bins,
    questions: view.questions,
    appeals: view.appeals,
    labels: view.labels,
    shades: view.shades,
    isNamed: false,
    misconceptions: view.misconceptions.map(hideMakers),
    frequent: view.frequent.map(hideMakers),
    rare: view.rare.map(hideMakers),
    carried: view.carried.map(({ from, to, count }) => ({ from, to, count, madeBy: [] })),
    // Of a formula only what a student reads of it: the whole one may be known to be somebody's.
    unexplained: view.unexplained.map(({ questionTitle, says, casesRight, count }) => ({
      questionTitle,
      says,
      casesRight,
      count,
      formula: null,
      madeBy: [],
    })),
    tables: linkTables(tableNames.anybody, "tables/"),
  };
}

function hideMakers({ questionTitle, says, count }: MisconceptionView): MisconceptionView {
  return { questionTitle, says, count, option: null, madeBy: [] };
}
