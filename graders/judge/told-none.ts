/** What is no answer by its form and says that there is none: an error, nothing, a word. */
import type { CallPart } from "../contract/question";
import { readStub } from "../contract/stub";
import type { Asked } from "./asked";

/** @returns the same cases with such outcomes read as answers; `undefined` where there are none */
export function readNones(part: CallPart, asked: readonly Asked[]): readonly Asked[] | undefined {
  let isAny = false;
  const read = asked.map((one): Asked => {
    const { outcome } = one;
    if (one.read?.ok === true || (outcome.kind === "threw" && readStub(outcome.message) !== null)) return one;
    const answer = part.readNone?.(outcome);
    if (answer === undefined) return one;
    isAny = true;
    return { ...one, read: { ok: true, answer } };
  });
  return isAny ? read : undefined;
}
