/** What the notebook's check cells import: the public checks of a question, and a chart to look at. */
import { UsageError } from "../../graders/contract/faults";
import { parseLimits } from "../../graders/contract/limits";
import { checkHere, type FunctionsAtHand } from "../../graders/student/selfcheck/check-here";
import { viewReport } from "../../graders/student/selfcheck/view";
import { chooseLanguage } from "../../graders/wording/languages";
import { formatLines } from "./print";
import type { StudentSetting } from "./setting";

/** Asks the question that is named with the functions that are given, and prints how it stands. */
export type Check = (id: string, functions: FunctionsAtHand) => Promise<void>;

/** @throws UsageError for a question that is not there */
export function createCheck({ assignment, languages, language }: StudentSetting): Check {
  const translator = chooseLanguage(language, languages);
  const limits = parseLimits();
  return async (id, functions) => {
    const question = assignment.questions.find((one) => one.id === id);
    if (question === undefined)
      throw new UsageError(`expected one of ${assignment.questions.map((one) => one.id).join(", ")}`);
    const questions = [await checkHere(question, functions, limits)];
    const report = {
      kind: "checked",
      questions,
      name: { kind: "none" },
      notes: [],
      contentDigest: "",
    } as const;
    console.log(formatLines(viewReport(report, assignment, translator)));
  };
}

/** Drawn by Jupyter when it is what a cell comes to. @param chart a Vega-Lite spec */
export function show(chart: object): object {
  return {
    [Symbol.for("Jupyter.display")]: () => ({
      "application/vnd.vegalite.v5+json": chart,
      "text/plain": JSON.stringify(chart),
    }),
  };
}
