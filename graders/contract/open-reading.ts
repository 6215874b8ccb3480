/** What explains an answer without saying what it is. */
import type { CallPart } from "./question";
import type { ReadingRef } from "./verdict";

/** By an option that leaves some of the answer open, or by a property alone: other answers have it as well. */
export function leavesOpen({ model, readings }: CallPart, { id, picks }: ReadingRef): boolean {
  const rule = readings.find((one) => one.id === id);
  if (picks === undefined && rule !== undefined && rule.by === "rule")
    return rule.isOfClass !== true && rule.isExact !== true;
  return Object.entries(picks ?? {}).some(
    ([choice, id]) => model?.choices[choice]?.find((one) => one.id === id)?.leavesOpen === true,
  );
}
