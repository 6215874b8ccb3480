/** What the student's own numbers say, as figures: from records alone, and the same under every seed. Pure. */
import type { RecordedQuestion } from "../../contract/record";
import type { Sentences } from "../../wording/sentences-shape";
import { viewChart } from "./chart";
import type { FigureView } from "./drawing";
import { viewGap } from "./gap";
import { viewLadder } from "./ladder";
import { viewMountain } from "./mountain";
import { readOwnNumbers } from "./own-numbers";
import { viewRidges } from "./ridges";
import { viewRoof } from "./roof";
import { viewTraffic } from "./traffic";

/** In the order of the page. */
const figures = [viewRoof, viewChart, viewTraffic, viewRidges, viewMountain, viewLadder, viewGap];

/** Those for which there are numbers. */
export function viewFigures(
  questions: readonly RecordedQuestion[],
  sentences: Sentences,
): readonly FigureView[] {
  const own = readOwnNumbers(questions);
  return figures.map((view) => view(own, sentences)).filter((one) => one !== null);
}
