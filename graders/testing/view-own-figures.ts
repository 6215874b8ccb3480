/** For tests of figures: what a page draws of a student's numbers, whichever question asked for them. */
import type { ShownNumbers } from "../contract/shown";
import { type PlacedFigure, viewFigures } from "../report/figures/figures";
import { englishSentences } from "../wording/sentences";
import { explainedBy, makeVerdict } from "./sample-verdicts";

export function viewOwnFigures(shown: ShownNumbers, isRevealed = false): readonly PlacedFigure[] {
  const questions = [makeVerdict("softmax", ["2", "2"], explainedBy("exact"), { shown })];
  const views = [{ id: "softmax", title: "Softmax" }];
  return viewFigures({ questions, asked: [], views }, englishSentences, isRevealed);
}
