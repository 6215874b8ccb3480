/** What explains answers, and shows too little: one answer for all, or what nothing of the inputs is left in. */
import type { CallPart } from "../contract/question";
import type { ReadingRef } from "../contract/verdict";
import { type Asked, toTrial } from "./asked";
import type { Base } from "./carry";
import { isPoor, isWorthless } from "./credit";
import { type EarlierWork, pickEffects } from "./earlier-work";
import type { JudgedUpon } from "./judging";
import { isOwn, leavesOneAnswer } from "./one-answer";
import { listConsulted } from "./plan";

/**
 * What is one answer for all that is drawn is none where it takes several slips to explain it, or a slip and silence
 * where the answer would show. Where it follows from functions that earned little, or where nothing of the inputs is
 * left in what it follows from, it is as if nothing explained those.
 */
export function discountOne(judged: JudgedUpon, { hidden }: Base, work: EarlierWork): JudgedUpon {
  const { finding, asked, judging } = judged;
  const { part, cases, readings } = judging;
  if (finding?.kind !== "explained") return judged;
  if (!isOwn(part, finding.reading)) {
    const isSpoiltSlip = finding.spoilt !== undefined && finding.reading.kind === "misconception";
    const isFarFetched = (countSlips(part, finding.reading) > 1 || isSpoiltSlip) && !isWorthless(finding);
    return isFarFetched && leavesOneAnswer(part, readings, asked)
      ? { ...judged, finding: undefined }
      : judged;
  }
  const consulted = new Set(listConsulted(cases).map((call) => call.export));
  const isBlind = followsFromNothing(part, finding.reading, asked);
  const unproven = [...work.values()].flatMap((one) =>
    consulted.has(one.part.export) && !hidden.includes(one.part.export) && (isBlind || isPoor(one.finding))
      ? one.part.export
      : [],
  );
  if (unproven.length === 0 || !(isBlind || leavesOneAnswer(part, readings, asked))) return judged;
  return { ...judged, finding: { ...finding, unproven: [...new Set(unproven)] } };
}

function followsFromNothing(part: CallPart, { picks = {} }: ReadingRef, asked: readonly Asked[]): boolean {
  const [first] = asked.flatMap(toTrial);
  return first !== undefined && part.model?.isBlind?.(pickEffects(part, picks), first.earlier) === true;
}

function countSlips({ model }: CallPart, { picks = {} }: ReadingRef): number {
  const isSlip = ([choice, id]: [string, string]): boolean =>
    model?.choices[choice]?.find((one) => one.id === id)?.credit !== undefined;
  return Object.entries(picks).filter(isSlip).length;
}
