/** Which counting tools count as the student does: by the options that explained the answers. Pure. */

import type { Part, Question } from "../../contract/question";
import type { RecordedQuestion } from "../../contract/record";
import { listPartVerdicts } from "../../contract/recorded-question";
import { remember } from "../../contract/remember";
import { listNamed, type PartVerdict } from "../../contract/verdict";
import { figureTemplates } from "../../wording/figure-templates";
import type { Sentences } from "../../wording/sentences-shape";
import type { QuestionView } from "../question-view";
import { type DrawingView, drawMark, drawPlot, type FigureView, plot, write, writeSoftly } from "./drawing";

/** As they call themselves, in the order of the drawing; an option's source says whose rule it is. */
const toolNames = ["fvcore", "torchinfo", "THOP", "ptflops", "DeepSpeed", "FlopCo"] as const;

/** A question of which some answer was counted as tools count it. */
interface Kin {
  readonly id: string;
  readonly title: string;
  readonly tools: readonly string[];
}

/** Null where nothing was counted as a tool counts it. */
export function viewKin(
  recorded: readonly RecordedQuestion[],
  asked: readonly Question[],
  views: readonly Pick<QuestionView, "id" | "title">[],
  { figures, say }: Sentences,
): (FigureView & { readonly from: readonly Pick<QuestionView, "id" | "title">[] }) | null {
  const kin = views.flatMap(({ id, title }): readonly Kin[] => {
    const question = asked.find((one) => one.id === id);
    const verdict = recorded.find((one) => one.id === id);
    const tools = question === undefined || verdict === undefined ? [] : listTools(verdict, question);
    return tools.length === 0 ? [] : [{ id, title, tools }];
  });
  const used = toolNames.filter((name) => kin.some(({ tools }) => tools.includes(name)));
  if (kin.length === 0) return null;
  const title = kin.length === 1 ? figureTemplates.kinOne : figureTemplates.kinSome;
  return {
    id: "kin",
    kicker: figures.kin,
    chooses: null,
    from: kin.map(({ id, title }) => ({ id, title })),
    panels: [
      {
        id: "all",
        label: "",
        title: say(title, { n: kin.length, names: used.join(", ") }),
        says: [figures.kinNote],
        drawing: drawKin(kin, used),
        legend: [],
        table: {
          head: [figures.question, figures.tools],
          rows: kin.map((one) => ({ name: one.title, cells: [one.tools.join(", ")] })),
        },
      },
    ],
  };
}

function listTools(verdict: RecordedQuestion, { parts }: Question): readonly string[] {
  const sources = listPartVerdicts(verdict).flatMap((one) => {
    const part = parts.find(({ id }) => id === one.id);
    const names = listOptions(one);
    return part === undefined
      ? []
      : listSourced(part).flatMap(({ id, source }) => (names.has(id) ? [source] : []));
  });
  return toolNames.filter((name) => sources.some((text) => text.toLowerCase().includes(name.toLowerCase())));
}

/** Options with a source: few of many. */
const listSourced = remember((part: Part) =>
  (part.kind === "call" ? Object.values(part.model?.choices ?? {}) : [])
    .flat()
    .flatMap(({ id, source }) => (source === undefined ? [] : [{ id, source }])),
);

function listOptions({ finding }: PartVerdict): ReadonlySet<string> {
  if (finding.kind !== "explained") return new Set();
  return new Set(listNamed(finding.reading));
}

const headHeight = 16;

/** A row for each question with its title above its marks, a column for each tool. */
function drawKin(kin: readonly Kin[], used: readonly string[]): DrawingView {
  const rowHeight = (plot.bottom - plot.top - headHeight) / kin.length;
  const columnWidth = (plot.right - plot.left) / used.length;
  const centre = (name: string): number => plot.left + columnWidth * (used.indexOf(name) + 0.5);
  const rows = kin.map((one, at) => ({ ...one, y: plot.top + headHeight + rowHeight * at }));
  const axis = { ticks: [], labels: [], place: () => 0, title: "" };
  return drawPlot(axis, axis, {
    paths: rows.flatMap(({ tools, y }) =>
      tools.map((name) => drawMark("first", "circle", { x: centre(name), y: y + rowHeight - 8 })),
    ),
    texts: [
      ...used.map((name) => writeSoftly(name, { x: centre(name), y: plot.top }, "middle")),
      ...rows.map(({ title, y }) => write(title, { x: 2, y: y + rowHeight - 20 })),
    ],
  });
}
