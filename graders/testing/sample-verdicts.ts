/** For tests: verdicts on the sample assignment, with a hidden case in each. */
import type { ShownNumbers } from "../contract/shown";
import type { PartFinding, PartVerdict, QuestionVerdict } from "../contract/verdict";

const hiddenCase = {
  case: "edge-hidden-7",
  source: "edge",
  why: "a reason that is for staff",
  came: "came-4242",
  expected: "expected-1717",
  explainedBy: ["twice"],
} as const;

const credits = { exact: "1", rounded: "1", follows: "1", twice: "0.25" } as const;
const kinds = {
  exact: "reference",
  rounded: "convention",
  follows: "carried",
  twice: "misconception",
} as const;

export function explainedBy(id: keyof typeof kinds): Extract<PartFinding, { kind: "explained" }> {
  return { kind: "explained", reading: { id, kind: kinds[id], credit: credits[id] } };
}

export function makePartVerdict(
  id: string,
  points: string,
  maxPoints: string,
  finding: PartFinding,
): PartVerdict {
  return { id, points, maxPoints, finding, evidence: [hiddenCase] };
}

interface VerdictOptions {
  readonly explanation?: string;
  readonly isBonus?: boolean;
  readonly shown?: ShownNumbers;
}

/** A question with a single part. */
export function makeVerdict(
  id: string,
  [points, maxPoints]: readonly [points: string, maxPoints: string],
  finding: PartFinding,
  { explanation = "", isBonus = false, shown }: VerdictOptions = {},
): QuestionVerdict {
  const status = explanation !== "" && points !== maxPoints ? "pending_manual" : "graded";
  const parts = [makePartVerdict(id, points, maxPoints, finding)];
  const drawn = shown === undefined ? {} : { shown };
  return { id, status, points, maxPoints, isBonus, parts, ...drawn, explanation };
}

export function makeConvVerdict(macs: PartFinding, flops: PartFinding, flopsPoints: string): QuestionVerdict {
  const parts = [makePartVerdict("macs", "1", "1", macs), makePartVerdict("flops", flopsPoints, "1", flops)];
  const points = String(1 + Number(flopsPoints));
  return {
    id: "standard-conv",
    status: "graded",
    points,
    maxPoints: "2",
    isBonus: false,
    parts,
    explanation: "",
  };
}
