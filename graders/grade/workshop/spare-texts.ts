/**
 * What is done where a student's texts, which may be of any kind, make a job longer than it may be: the same without
 * looking through them. Nobody's mark waits for that, and a person is told of it. Pure.
 */
import { type Explanations, longestExplanation } from "../../intake/explanations";
import type { JudgedRun, RunToJudge, Written } from "../judge-run";
import type { StudentPage } from "./work";

/** The numbers alone. */
export function spareTexts(run: RunToJudge): RunToJudge {
  return { ...run, written: { sources: [], exported: undefined } };
}

/** For a person, who is asked to look at what was written. */
export function tellSpared(judged: JudgedRun): JudgedRun {
  return { ...judged, explanationsTooLarge: true };
}

/** Of what cannot be run a person sees as much as of any explanation, in one piece. */
export function keepUnread({ answersMarkdown = "" }: Written): Explanations {
  const text = answersMarkdown.slice(0, longestExplanation).toWellFormed();
  return { byQuestion: new Map(), unassigned: text.trim() === "" ? [] : [text] };
}

/** Texts as they were written, without a look at their Markdown and their formulas. */
export function showAsWritten({ record, ...page }: StudentPage): StudentPage {
  const questions = record.questions.map((one) => ({ ...one, explanation: fence(one.explanation) }));
  const { unassigned } = record;
  return {
    ...page,
    record: { ...record, questions, ...(unassigned ? { unassigned: unassigned.map(fence) } : {}) },
  };
}

/** As code of Markdown, between marks that are longer than any in it. */
function fence(text: string): string {
  if (text === "") return text;
  let marks = "```";
  for (const [inside] of text.matchAll(/`+/g)) if (inside.length >= marks.length) marks = `${inside}\``;
  return `${marks}\n${text}\n${marks}`;
}
