/** What the student's own numbers say, as figures: from records alone, and the same under every seed. Pure. */
import type { Question } from "../../contract/question";
import type { RecordedQuestion } from "../../contract/record";
import type { ShownNumbers } from "../../contract/shown";
import type { Sentences } from "../../wording/sentences-shape";
import type { QuestionView } from "../question-view";
import { viewChart } from "./chart";
import type { FigureView } from "./drawing";
import { viewGap } from "./gap";
import { viewKin } from "./kin";
import { viewLadder } from "./ladder";
import { viewMountain } from "./mountain";
import { type OwnNumbers, readOwnNumbers } from "./own-numbers";
import { viewRidges } from "./ridges";
import { viewRoof } from "./roof";
import { viewTraffic } from "./traffic";

/** A figure with the questions whose answers it draws. */
export interface PlacedFigure extends FigureView {
  readonly from: readonly Pick<QuestionView, "id" | "title">[];
}

interface Drawing {
  readonly view: (own: OwnNumbers, sentences: Sentences) => FigureView | null;
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

/**
 * Those for which there are numbers, and who counts alike.
 *
 * @param views of the same questions
 */
export function viewFigures(
  questions: readonly RecordedQuestion[],
  asked: readonly Question[],
  views: readonly Pick<QuestionView, "id" | "title">[],
  sentences: Sentences,
): readonly PlacedFigure[] {
  const own = readOwnNumbers(mergeShown(questions));
  const kin = viewKin(questions, asked, views, sentences);
  const drawn = drawings.flatMap(({ view, draws }) => {
    const figure = view(own, sentences);
    if (figure === null) return [];
    const ids = questions.filter((one) => draws.some((name) => gives(one, name))).map(({ id }) => id);
    const from = views.filter(({ id }) => ids.includes(id)).map(({ id, title }) => ({ id, title }));
    return [{ ...figure, from }];
  });
  return kin === null ? drawn : [...drawn, kin];
}

function mergeShown(questions: readonly RecordedQuestion[]): ShownNumbers {
  return Object.fromEntries(
    questions.flatMap((one) => ("shown" in one ? Object.entries(one.shown ?? {}) : [])),
  );
}

function gives(question: RecordedQuestion, name: keyof ShownNumbers): boolean {
  return "shown" in question && question.shown?.[name] !== undefined;
}
