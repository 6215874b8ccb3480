/** The results as a page: written at every look, opened at the first. Loaded only when a page is asked for. */
import { resolve } from "node:path";
import type { Translator } from "../../graders/contract/translator";
import type { Line } from "../../graders/student/selfcheck/line";
import { writeOwnFigures } from "../../graders/student/selfcheck/own-figures";
import type { SelfcheckReport } from "../../graders/student/selfcheck/result";
import { writeResultsPage } from "../../graders/student/selfcheck/results-page";
import { createSay } from "../../graders/student/selfcheck/say";
import { openPage, writePage } from "./open-page";

/** @param groups of lines, as they stand on the terminal */
export type PageWriter = (groups: readonly (readonly Line[])[], report: SelfcheckReport) => Promise<void>;

/** @param figureStyle CSS of figures; without it none is drawn */
export function createPageWriter(name: string, translator: Translator, figureStyle = ""): PageWriter {
  const say = createSay(translator);
  const path = resolve(name);
  let isOpen = false;
  return async (groups, report) => {
    const shown = report.kind === "checked" ? (report.shown ?? {}) : {};
    const figures = { markup: writeOwnFigures(shown, translator), stylesheet: figureStyle };
    const words = { language: translator.language, title: say("pageTitle") };
    await writePage(path, writeResultsPage(groups, words, figures));
    console.log(say("pageWritten", { path }));
    if (!isOpen) openPage(path);
    isOpen = true;
  };
}
