/** By what the answers to a part would be recognised again, were they accepted. Pure. */
import type { AnswerShape } from "../../contract/accepted-option";
import type { Picks } from "../../contract/choice";
import type { Observation } from "../../contract/observation";
import { leavesOpen } from "../../contract/open-reading";
import { comparePoints } from "../../contract/points";
import type { CallPart } from "../../contract/question";
import type { PartVerdict } from "../../contract/verdict";
import { writeFormula } from "../../wording/observations";

/** Null where nothing is to be gained, or nothing known that holds for every case. */
export function findShape({ points, maxPoints, finding }: PartVerdict, part: CallPart): AnswerShape | null {
  if (comparePoints(points, maxPoints) >= 0) return null;
  switch (finding.kind) {
    case "explained": {
      const { credit, id, picks = {} } = finding.reading;
      // What is lost otherwise, no option gives back: a case without an answer, earlier work that nothing explains.
      if (comparePoints(credit, "1") >= 0 || isOfClass(part, id)) return null;
      if (leavesOpen(part, finding.reading) || isSolved(part, picks)) return null;
      return Object.keys(picks).length > 0 ? { kind: "choices", picks } : { kind: "reading", reading: id };
    }
    case "unexplained":
      return finding.observations.flatMap((one) => toShape(one) ?? [])[0] ?? null;
    case "mixed":
    case "unanswered":
    case "malformed":
    case "failed":
      return null;
  }
}

/** Accepted already, with less than all of the points. */
function isOfClass({ readings }: CallPart, reading: string): boolean {
  return readings.some((one) => one.id === reading && one.isOfClass === true);
}

/** By a number that is found anew in every submission: another one would be accepted as well. */
function isSolved({ model }: CallPart, picks: Picks): boolean {
  return Object.entries(picks).some(
    ([choice, id]) => model?.choices[choice]?.find((one) => one.id === id)?.solved !== undefined,
  );
}

const ratio = /^-?[1-9]\d*(?:\/[1-9]\d*)?$/;

/** A rounded factor, or one of a single field, would not say what the answer is. */
function toShape(seen: Observation): AnswerShape | null {
  if (seen.kind === "formula") return { kind: "formula", terms: seen.terms };
  if (seen.kind === "factor" && seen.field === undefined && ratio.test(seen.factor))
    return { kind: "factor", factor: seen.factor };
  return seen.kind === "offset" && seen.field === undefined ? { kind: "offset", offset: seen.offset } : null;
}

/** For staff: with its numbers, which a student's page may not repeat. */
export function describeShape(shape: AnswerShape): string {
  switch (shape.kind) {
    case "formula":
      return writeFormula(shape.terms);
    case "factor":
      return `an accepted answer times ${shape.factor}`;
    case "offset":
      return `an accepted answer ${shape.offset.startsWith("-") ? "less" : "plus"} ${shape.offset.replace("-", "")}`;
    case "choices":
      return Object.entries(shape.picks)
        .map(([choice, option]) => `${choice}: ${option}`)
        .join(", ");
    case "reading":
      return shape.reading;
  }
}
