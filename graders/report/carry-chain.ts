/** Which of a student's answers build on earlier ones, and where those were carried along: a small drawing. Pure. */

import type { Assignment } from "../contract/assignment";
import { comparePoints } from "../contract/points";
import type { RecordedQuestion, SubmissionRecord } from "../contract/record";
import { hasPoints, isJudged } from "../contract/recorded-question";
import { cleanLine } from "./foreign-text";
import type { QuestionView } from "./question-view";

/** Everything in the units of the drawing. */
export interface ChainView {
  readonly width: number;
  readonly height: number;
  readonly rows: readonly { readonly x: number; readonly y: number; readonly label: string }[];
  readonly arcs: readonly ArcView[];
  /** The arrows in words. */
  readonly says: readonly string[];
}

export interface ArcView {
  readonly path: string;
  readonly head: string;
  readonly isCarried: boolean;
}

export interface CarryLink {
  readonly from: string;
  readonly to: string;
  /** False for an earlier answer in which nothing was lost, where another one lost something. */
  readonly isCarried: boolean;
}

const width = 340;
const rowHeight = 24;
/** Where rows begin; arcs bulge to the left of it. */
const gutter = 44;
/** As many letters as fit beside the arcs. */
const longestLabel = 44;

/** Null where no answer followed from an earlier one. */
export function viewCarryChain(
  record: SubmissionRecord,
  assignment: Assignment,
  views: readonly QuestionView[],
): ChainView | null {
  const links = listCarryLinks(record, assignment);
  if (links.length === 0) return null;
  const shown = views.filter(({ id }) => links.some(({ from, to }) => from === id || to === id));
  const rows = shown.map((view, at) => ({
    id: view.id,
    y: (at + 0.5) * rowHeight,
    label: cleanLine(view.title, longestLabel),
  }));
  const find = (id: string): number => rows.find((row) => row.id === id)?.y ?? 0;
  const label = (id: string): string => rows.find((row) => row.id === id)?.label ?? id;
  return {
    width,
    height: rows.length * rowHeight,
    rows: rows.map(({ y, label: text }) => ({ x: gutter + 8, y, label: text })),
    arcs: links.map((link) => drawArc(find(link.from), find(link.to), link.isCarried)),
    says: links.map(({ from, to }) => `${label(from)} → ${label(to)}`),
  };
}

/** Its points depend on what the student found before. */
export function isCarried(recorded: RecordedQuestion): boolean {
  return (
    isJudged(recorded) &&
    recorded.parts.some(({ finding }) => finding.kind === "explained" && finding.reading.kind === "carried")
  );
}

/** What was carried came from where something was lost; where nothing was, from all that it builds on. */
export function listCarryLinks(
  { questions: recorded }: SubmissionRecord,
  { questions }: Assignment,
): readonly CarryLink[] {
  return recorded.filter(isCarried).flatMap(({ id }) => {
    const buildsOn = questions.find((one) => one.id === id)?.buildsOn ?? [];
    const sources = recorded.filter((one) => buildsOn.includes(one.id));
    const lost = sources.filter((one) => hasPoints(one) && comparePoints(one.points, one.maxPoints) < 0);
    return sources.map((one) => ({
      from: one.id,
      to: id,
      isCarried: lost.length === 0 || lost.includes(one),
    }));
  });
}

function drawArc(from: number, to: number, isCarried: boolean): ArcView {
  const x = gutter - 6;
  const bulge = x - Math.min(gutter - 10, 14 + (to - from) / 4);
  return {
    path: `M${x},${from}C${bulge},${from} ${bulge},${to} ${x},${to}`,
    head: `M${x + 4},${to}l-7,-3.5v7z`,
    isCarried,
  };
}
