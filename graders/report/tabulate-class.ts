/** Every table of a class page as rows, for a data file beside it. Headings are the same in every language. Pure. */
import type { AnonymousView } from "./anonymous-view";
import type { ClassView } from "./class-view";
import type { CauseView } from "./class-waiting";
import type { TableName } from "./table-names";

export interface ClassTable {
  readonly name: TableName;
  /** The first one holds the headings. */
  readonly rows: readonly (readonly string[])[];
}

export function tabulateClass(view: ClassView): readonly ClassTable[] {
  return [
    { name: "waiting", rows: tabulateWaiting([...view.needsPerson, ...view.notRun]) },
    { name: "submissions", rows: tabulateSubmissions(view) },
    ...tabulateAnonymous(view),
  ];
}

type Figures = Pick<AnonymousView, "questions" | "bins" | "misconceptions" | "carried" | "unexplained"> & {
  readonly isNamed: boolean;
};

export function tabulateAnonymous(view: Figures): readonly ClassTable[] {
  return [
    { name: "questions", rows: tabulateQuestions(view) },
    {
      name: "distribution",
      rows: [
        ["from", "to", "submissions"],
        ...view.bins.map(({ from, to, count }) => [String(from), String(to), String(count)]),
      ],
    },
    { name: "misconceptions", rows: tabulateMisconceptions(view) },
    { name: "carried", rows: tabulateCarried(view) },
    { name: "unexplained", rows: tabulateUnexplained(view) },
  ];
}

function tabulateWaiting(causes: readonly CauseView[]): ClassTable["rows"] {
  const rows = causes.flatMap(({ id, title, entries }) =>
    entries.flatMap(({ name, says, texts }) => {
      const written = texts.length === 0 ? [{ title: null, text: "" }] : texts;
      return written.map((one) => [id, title, name, one.title ?? says ?? "", one.text]);
    }),
  );
  return [["cause", "cause in words", "submission", "about", "text"], ...rows];
}

function tabulateSubmissions({ columns, rows, hasBonus }: ClassView): ClassTable["rows"] {
  const bonus = (text: string): readonly string[] => (hasBonus ? [text] : []);
  return [
    ["submission", "status", "total", ...bonus("bonus"), ...columns.map(({ id }) => id)],
    ...rows.map((row) => [
      row.name,
      row.statusWords,
      row.total ?? "",
      ...bonus(row.bonus ?? ""),
      ...row.cells.map(({ points }) => points),
    ]),
  ];
}

function tabulateQuestions({ questions }: Figures): ClassTable["rows"] {
  return [
    [
      ...["question", "task", "title", "answered", "counted", "full", "high", "low", "none", "empty"],
      ...["success", "mean", "maxPoints", "quartile1", "median", "quartile3"],
      ...["correlation", "intervalLow", "intervalHigh", "pairs", "judgement"],
    ],
    ...questions.map(({ id, task, title, maxPoints, mean, says, measured }) => {
      const { levels: of, success, quartiles, correlation } = measured;
      const counts = [measured.answered, measured.counted, of.full, of.high, of.low, of.none, of.empty];
      const ends = [correlation?.r, correlation?.low, correlation?.high];
      return [
        ...[id, task ?? "", title, ...counts.map(String)],
        ...[success === null ? "" : success.toFixed(4), mean ?? "", maxPoints],
        ...(quartiles ?? ["", "", ""]).map(String),
        ...ends.map((one) => one?.toFixed(4) ?? ""),
        ...[String(correlation?.pairs ?? ""), says],
      ];
    }),
  ];
}

/** Who is behind a number, in the page for staff alone. */
const listMakers = ({ isNamed }: Figures, madeBy: readonly { readonly name: string }[]): readonly string[] =>
  isNamed ? [madeBy.map(({ name }) => name).join(", ")] : [];
const headMakers = ({ isNamed }: Figures): readonly string[] => (isNamed ? ["madeBy"] : []);

function tabulateMisconceptions(view: Figures): ClassTable["rows"] {
  const heads = ["question", ...(view.isNamed ? ["option"] : []), "says", "count", ...headMakers(view)];
  const rows = view.misconceptions.map(({ questionTitle, option, says, count, madeBy }) => [
    ...[questionTitle, ...(view.isNamed ? [option ?? ""] : []), says.text, String(count)],
    ...listMakers(view, madeBy),
  ]);
  return [heads, ...rows];
}

function tabulateCarried(view: Figures): ClassTable["rows"] {
  const rows = view.carried.map(({ from, to, count, madeBy }) => [
    ...[from, to, String(count)],
    ...listMakers(view, madeBy),
  ]);
  return [["from", "to", "count", ...headMakers(view)], ...rows];
}

function tabulateUnexplained(view: Figures): ClassTable["rows"] {
  const heads = ["question", "says", "casesRight", "count", ...(view.isNamed ? ["formula", "madeBy"] : [])];
  const rows = view.unexplained.map(({ questionTitle, says, casesRight, count, formula, madeBy }) => [
    ...[questionTitle, says.text, casesRight, String(count)],
    ...(view.isNamed ? [formula ?? ""] : []),
    ...listMakers(view, madeBy),
  ]);
  return [heads, ...rows];
}
