/** From the finding about a part to what its student reads. Pure; nothing of a hidden case passes through here. */

import { findSentences, findUnexplained } from "../contract/find-sentences";
import { comparePoints } from "../contract/points";
import type { Feedback, Question, ReadingSentences } from "../contract/question";
import type { PartFinding, PartVerdict, ReadingRef } from "../contract/verdict";
import { hideForeignWords } from "../wording/hide-foreign-words";
import type { FindingSentences } from "../wording/sentences-shape";
import { cleanLine } from "./foreign-text";

/** How a part's answers came about, for a mark beside it. */
export type Tone = "right" | "accepted" | "slip" | "failed" | "unanswered";

export interface PartWords {
  readonly tone: Tone;
  /** What the answers show, one sentence or a few each. */
  readonly says: readonly string[];
  /** The next step, for what is not right. */
  readonly hint: string | null;
}

/** A part, or several of which the same is to be said. */
export interface DescribedPart extends PartWords {
  readonly verdicts: readonly PartVerdict[];
}

/** What is the same for every part of a question, say that nothing was handed in, is said once. */
export function describeParts(
  verdicts: readonly PartVerdict[],
  question: Question | undefined,
  sentences: FindingSentences,
): readonly DescribedPart[] {
  // Nothing was judged, and a person gave points all the same.
  if (verdicts.length === 0) return [];
  if (verdicts.every((one) => one.finding.kind === "unanswered")) {
    return [{ verdicts, ...describeUnanswered(verdicts, question, sentences) }];
  }
  const described = verdicts.map((one) => describePart(one, question, sentences));
  const [first] = described;
  const isSame = first !== undefined && new Set(described.map((words) => JSON.stringify(words))).size === 1;
  if (isSame) return [{ verdicts, ...first }];
  return verdicts.flatMap((verdict, index) => {
    const words = described[index];
    return words === undefined ? [] : [{ verdicts: [verdict], ...words }];
  });
}

/**
 * @param question undefined when the question is no longer in the catalogue: only general sentences remain
 */
export function describePart(
  verdict: PartVerdict,
  question: Question | undefined,
  sentences: FindingSentences,
): PartWords {
  const words = describeFinding(verdict, question, sentences);
  const isLost = verdict.differing !== undefined && comparePoints(verdict.points, verdict.maxPoints) < 0;
  return isLost ? { ...words, says: [...words.says, sentences.differing] } : words;
}

function describeFinding(
  verdict: PartVerdict,
  question: Question | undefined,
  sentences: FindingSentences,
): PartWords {
  const { finding } = verdict;
  switch (finding.kind) {
    case "explained":
      return describeExplained(verdict, finding, question, sentences);
    case "mixed":
      return describeMix(finding.readings, question?.feedback, verdict.id, sentences);
    case "unexplained":
      return {
        tone: "slip",
        says: finding.observations.map(sentences.observed),
        hint: findUnexplained(question?.feedback, verdict.id) ?? sentences.notRight,
      };
    case "unanswered":
      return describeUnanswered([verdict], question, sentences);
    case "malformed": {
      const { expected = "…", fields = [] } = question?.feedback ?? {};
      const came = hideForeignWords(finding.came, fields);
      return { tone: "failed", says: [sentences.malformed(came, expected)], hint: null };
    }
    case "failed":
      return { tone: "failed", says: [sentences.failed(finding.outcome)], hint: null };
  }
}

/** What is right is said first, then each slip; the last words are about a few cases without an answer. */
function describeExplained(
  verdict: PartVerdict,
  { reading, spoilt, unproven }: Extract<PartFinding, { kind: "explained" }>,
  question: Question | undefined,
  sentences: FindingSentences,
): PartWords {
  const words = describeReading(reading, listOwnWords(verdict.id, reading, question), sentences);
  const alternative = reading.orElse;
  const orElse =
    alternative === undefined
      ? []
      : listOwnWords(verdict.id, { ...reading, picks: alternative }, question).map(({ says }) => says);
  const lost =
    spoilt === undefined ? [] : describePart({ ...verdict, finding: spoilt.first }, question, sentences).says;
  return {
    ...words,
    tone: spoilt === undefined ? words.tone : "slip",
    says: [
      ...words.says,
      ...(orElse.length > 0 ? [sentences.orElse, ...orElse] : []),
      ...(unproven === undefined ? [] : [sentences.unproven]),
      ...lost,
      ...(spoilt?.mayHide === undefined ? [] : [sentences.mayHide]),
      ...(spoilt?.leavesOpen === true ? [sentences.leavesOpen] : []),
    ],
  };
}

/** The sentences of the options that were picked, conventions first; of a reading without options, its own. */
function listOwnWords(
  partId: string,
  { id, picks = {} }: ReadingRef,
  question: Question | undefined,
): readonly ReadingSentences[] {
  const find = (one: string): readonly ReadingSentences[] => {
    const found = findSentences(question?.feedback, partId, one);
    return found === undefined ? [] : [found];
  };
  const options = Object.values(picks);
  if (options.length === 0) return find(id);
  const words = options.flatMap(find);
  return [...words.filter((own) => own.hint === undefined), ...words.filter((own) => own.hint !== undefined)];
}

function describeReading(
  reading: ReadingRef,
  own: readonly ReadingSentences[],
  sentences: FindingSentences,
): PartWords {
  const said = own.map(({ says }) => says);
  const hints = own.flatMap(({ hint }) => hint ?? []);
  const hint = hints.length === 0 ? null : [...new Set(hints)].join(" ");
  switch (reading.kind) {
    case "reference":
      return { tone: "right", says: said.length > 0 ? said : [sentences.right], hint };
    case "convention": {
      const isFull = comparePoints(reading.credit, "1") >= 0;
      const remark = isFull ? sentences.acceptedConvention : sentences.partlyAcceptedConvention;
      return { tone: "accepted", says: [...said, remark], hint };
    }
    case "carried":
      return { tone: "accepted", says: [...said, sentences.carried], hint };
    case "misconception":
      return { tone: "slip", says: said.length > 0 ? said : [sentences.notRight], hint };
  }
}

function describeMix(
  readings: readonly ReadingRef[],
  feedback: Feedback | undefined,
  partId: string,
  sentences: FindingSentences,
): PartWords {
  const own = readings.flatMap((reading) => findSentences(feedback, partId, reading.id)?.says ?? []);
  return { tone: "accepted", says: [...own, sentences.mixedConventions], hint: null };
}

function describeUnanswered(
  verdicts: readonly PartVerdict[],
  question: Question | undefined,
  sentences: FindingSentences,
): PartWords {
  const exportNames = new Set<string>();
  const missing = new Set<string>();
  for (const { id, finding } of verdicts) {
    const part = question?.parts.find((one) => one.id === id) ?? { kind: "call", export: id };
    if (part.kind !== "call") continue;
    if (finding.kind === "unanswered" && finding.hint !== undefined)
      missing.add(sentences.missing(part.export, { ...finding.hint, found: cleanLine(finding.hint.found) }));
    else exportNames.add(part.export);
  }
  const unanswered = exportNames.size > 0 ? [sentences.unanswered([...exportNames])] : [];
  const says = [...missing, ...unanswered];
  return { tone: "unanswered", says: says.length > 0 ? says : [sentences.unansweredText], hint: null };
}
