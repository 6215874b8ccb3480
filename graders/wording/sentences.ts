/**
 * The general sentences and labels of the reports in one language. What is said about a single question stands in that
 * question's folder.
 */

import { mebibyte } from "../../reference/byte-sizes";
import type { AnsweredElsewhere, MissingExport } from "../contract/missing-export";
import type { Translator } from "../contract/translator";
import { hideEnd } from "./hide-end";
import { englishLabels } from "./labels";
import { sayMessage } from "./messages";
import { describeObservation } from "./observations";
import { createSay, type Say } from "./places";
import { failureTemplates, missingTemplates, reportTemplates } from "./report-templates";
import type { FindingSentences, NoValue, Sentences } from "./sentences-shape";
import { translateLabels } from "./translate-labels";
import { english } from "./translator";

export function createSentences(translator: Translator): Sentences {
  const { language, translate } = translator;
  const labels = translateLabels(englishLabels, translate);
  const say = createSay(translator);
  return {
    ...labels,
    language,
    say,
    findings: {
      ...labels.findings,
      ...sayFindings(translator, say),
      decided: {
        ...labels.findings.decided,
        instead: (points) => say(reportTemplates.decidedInstead, { points }),
      },
    },
    notices: {
      ...labels.notices,
      detail: (says) => sayMessage(says, translator),
      stoppedAt: (file, line) => say(reportTemplates.stoppedAt, { file, n: line }),
      unreadFile: (file) => say(reportTemplates.unreadFile, { file }),
      unreadAnswers: (file, names) => say(reportTemplates.unreadAnswers, { file, names: quoteNames(names) }),
      unreadCell: (file, cell, names) =>
        say(reportTemplates.unreadCell, { file, n: cell, names: quoteNames(names) }),
      missingAt: (file, line) => say(reportTemplates.missingAt, { file, n: line }),
      missingInCell: (cell, line) => say(reportTemplates.missingInCell, { n: cell, nLine: line }),
      stoppedInCell: (cell, line) => say(reportTemplates.stoppedInCell, { n: cell, nLine: line }),
    },
    points: {
      of: (points) => say(reportTemplates.pointsOf, { points }),
      bonusOf: (points, pointsAll) => say(reportTemplates.bonusOf, { points, pointsAll }),
      lost: (points, pointsAll) => say(reportTemplates.pointsLost, { points, pointsAll }),
      task: (name) => say(reportTemplates.task, { name }),
    },
  };
}

export const englishSentences = createSentences(english);

type FilledFindings = Pick<
  FindingSentences,
  "unanswered" | "missing" | "malformed" | "failed" | "observed" | "weighed"
>;

function sayFindings(translator: Translator, say: Say): FilledFindings {
  return {
    unanswered: (names) => sayUnanswered(names, say),
    missing: (name, { kind, found }: MissingExport | AnsweredElsewhere) =>
      say(missingTemplates[kind], { name, nameFound: found }),
    malformed: (came, expected) =>
      say(reportTemplates.malformed, { came: sayMessage(came, translator), expected }),
    failed: (outcome) => sayFailure(outcome, translator, say),
    weighed: ({ factor, why }) =>
      factor === "0" ? say(reportTemplates.void, { why }) : say(reportTemplates.weighed, { factor, why }),
    observed: (observation) => describeObservation(observation, translator),
  };
}

function sayUnanswered(names: readonly string[], say: Say): string {
  const [name = "", second] = names;
  if (second === undefined) return say(reportTemplates.unansweredOne, { name });
  return say(reportTemplates.unansweredSeveral, { names: quoteNames(names) });
}

const quoteNames = (names: readonly string[]): string => names.map((one) => `\`${one}\``).join(", ");

function sayFailure(outcome: NoValue, translator: Translator, say: Say): string {
  const { translate } = translator;
  switch (outcome.kind) {
    case "threw":
      return translate(outcome.isNoFunction === true ? failureTemplates.noFunction : failureTemplates.threw);
    case "timed-out":
      return say(failureTemplates.timedOut, { n: outcome.limitMs / 1000 });
    case "out-of-memory":
      return say(failureTemplates.outOfMemory, { n: Math.round(outcome.limitBytes / mebibyte) });
    case "too-large":
      return translate(
        outcome.limit.code === "printed-bytes" ? failureTemplates.printedTooMuch : failureTemplates.tooLarge,
      );
    case "did-not-answer":
      return say(failureTemplates.didNotAnswer, {
        because: sayMessage(hideEnd(outcome.because), translator),
      });
    case "missing-export":
      return translate(failureTemplates.missingExport);
    case "tampering":
      return translate(failureTemplates.tampering);
  }
}
