/** What staff see of a case: the answer, the expected one, and who explains it. */
import type { CallPart } from "../contract/question";
import { summarise } from "../contract/summarise";
import type { CaseEvidence } from "../contract/verdict";
import { type Asked, type JudgedTrial, toTrial } from "./asked";
import { listExplaining } from "./explain";
import type { PlannedCase } from "./plan";
import { type AnyReading, explains } from "./readings";

/** A part with the readings that were tried. */
export interface Tried {
  readonly part: CallPart;
  readonly cases: readonly PlannedCase[];
  readonly readings: readonly AnyReading[];
}

/** What came for a case, what was expected, and which readings explain it by themselves: for staff. */
export function collectEvidence(judging: Tried, one: Asked): CaseEvidence {
  const [trial] = toTrial(one);
  const { case: asked } = one.planned;
  const reference = judging.readings.find((reading) => reading.kind === "reference");
  const expected =
    reference !== undefined && reference.by === "value"
      ? reference.answer(asked.input, one.earlier)
      : undefined;
  return {
    case: asked.id,
    source: asked.source,
    why: asked.why,
    came: one.outcome.kind === "value" ? summarise(one.outcome.value) : one.outcome.kind,
    expected: summarise(expected),
    explainedBy: trial === undefined ? [] : listExplainingCase(judging, trial),
  };
}

function listExplainingCase({ part, cases, readings }: Tried, trial: JudgedTrial): readonly string[] {
  const { model } = part;
  return model === undefined
    ? readings.filter((reading) => explains(part, reading, trial)).map(({ id }) => id)
    : listExplaining({ part, model, cases }, trial);
}
