/** What the student's own numbers say, as figures: from records alone, and the same under every seed. Pure. */
import type { Question } from "../../contract/question";
import type { RecordedQuestion } from "../../contract/record";
import type { ShownNumbers } from "../../contract/shown";
import type { Sentences } from "../../wording/sentences-shape";
import type { QuestionView } from "../question-view";
import { viewChart } from "./chart";
import type { Mend } from "./draw-mended";
import type { FigureView, PanelView } from "./drawing";
import { viewGap } from "./gap";
import { viewKin } from "./kin";
import { viewLadder } from "./ladder";
import { mend } from "./mended";
import { viewMountain } from "./mountain";
import { type OwnNumbers, readOwnNumbers } from "./own-numbers";
import { viewRidges } from "./ridges";
import { viewRoof } from "./roof";
import { viewTraffic } from "./traffic";

/** A figure with the questions whose answers it draws. */
export interface PlacedFigure extends FigureView {
  readonly from: readonly Pick<QuestionView, "id" | "title">[];
  /** Empty where nothing is chosen. */
  readonly choices: readonly Pick<PanelView, "id" | "label">[];
  readonly panels: readonly PlacedPanel[];
}

/** @property of number of its choice, from 1 on */
interface PlacedPanel extends PanelView {
  readonly of: number;
}

interface Drawing {
  /** @param mend where reference values stand beside the student's own */
  readonly view: (own: OwnNumbers, sentences: Sentences, mend?: Mend) => FigureView | null;
  readonly draws: readonly (keyof ShownNumbers)[];
}

/** In the order of the page. */
const drawings: readonly Drawing[] = [
  { view: viewRoof, draws: ["intensity", "fusedIntensity"] },
  { view: viewChart, draws: ["chart"] },
  { view: viewTraffic, draws: ["movedBytes", "fusedMovedBytes"] },
  { view: viewRidges, draws: ["intensity", "fusedIntensity"] },
  { view: viewMountain, draws: ["trainingOfOne", "trainingOfEight"] },
  { view: viewLadder, draws: ["trainingOfOne", "trainingOfEight", "largestBatches"] },
  { view: viewGap, draws: ["trainingOfOne", "recordedPeak"] },
];

/** A submission's questions, in three forms. */
export interface DrawnQuestions {
  readonly questions: readonly RecordedQuestion[];
  readonly asked: readonly Question[];
  readonly views: readonly Pick<QuestionView, "id" | "title">[];
}

/**
 * Those for which there are numbers, and who counts alike.
 *
 * @param isRevealed with reference values
 */
export function viewFigures(
  { questions, asked, views }: DrawnQuestions,
  sentences: Sentences,
  isRevealed: boolean,
): readonly PlacedFigure[] {
  const own = readOwnNumbers(mergeShown(questions));
  const kin = viewKin(questions, asked, views, sentences);
  const drawn = drawings.flatMap(({ view, draws }) => {
    const figure = view(own, sentences, isRevealed ? mend : undefined);
    if (figure === null) return [];
    const ids = questions.filter((one) => draws.some((name) => gives(one, name))).map(({ id }) => id);
    const from = views.filter(({ id }) => ids.includes(id)).map(({ id, title }) => ({ id, title }));
    return [{ ...placePanels(figure), from }];
  });
  return kin === null ? drawn : [...drawn, { ...placePanels(kin), from: kin.from }];
}

/** Panels of one label are one choice. */
export function placePanels(figure: FigureView): Omit<PlacedFigure, "from"> {
  const labels = [...new Set(figure.panels.map(({ label }) => label))];
  const firsts = labels.flatMap((label) => figure.panels.filter((one) => one.label === label).slice(0, 1));
  return {
    ...figure,
    choices: figure.chooses === null ? [] : firsts.map(({ id, label }) => ({ id, label })),
    panels: figure.panels.map((one) => ({ ...one, of: labels.indexOf(one.label) + 1 })),
  };
}

function mergeShown(questions: readonly RecordedQuestion[]): ShownNumbers {
  return Object.fromEntries(
    questions.flatMap((one) => ("shown" in one ? Object.entries(one.shown ?? {}) : [])),
  );
}

function gives(question: RecordedQuestion, name: keyof ShownNumbers): boolean {
  return "shown" in question && question.shown?.[name] !== undefined;
}
