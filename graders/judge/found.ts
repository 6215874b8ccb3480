/** The vector that explains a part's answers, and how it is named in a finding. */
import type { ChoiceModel } from "../contract/choice";
import type { ReadingRef } from "../contract/verdict";
import { isSlip, type Vector } from "./vectors";

export interface Found {
  readonly vector: Vector;
  readonly value?: number;
  readonly orElse?: Vector | undefined;
}

export function refer({ referenceId }: ChoiceModel, { vector, value, orElse }: Found): ReadingRef {
  const { deviations, kind, credit, picks, solved } = vector;
  const slips = deviations.filter(({ option }) => isSlip(option));
  const named = slips.length > 0 ? slips : deviations;
  return {
    id: named.length === 0 ? referenceId : named.map(({ option }) => option.id).join("+"),
    kind,
    credit,
    picks,
    ...(solved === undefined || value === undefined ? {} : { solved: { [solved.choice]: value } }),
    ...(orElse === undefined ? {} : { orElse: orElse.picks }),
  };
}
