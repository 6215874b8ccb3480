/**
 * Traffic that no kernel can do without: it reads the input and the weights, and writes the output, each once. Bytes by a
 * formula of one's own that hold less are nobody's way of counting them; nor are fused ones that save less than a pass.
 */
import { readReal } from "../../../contract/answers";
import type { Earlier, FoundIds } from "../../../contract/earlier";
import type { Trial } from "../../../contract/trial";
import type { Amount } from "../amount";
import { readUnitBytes } from "../byte-units";
import { inElements, nearlyAll } from "./own-traffic";
import type { TrafficInput } from "./traffic-cases";
import { elementSize } from "./traffic-choices";

/** The name under which parts of the fused model consult the student's unfused bytes. */
export const unfusedCall = "unfused";

const outputless = ["reads-only", "output-left-out", "output-of-one-sample"];
const weightless = ["weights-omitted", "one-prelu-pass-no-weights", "one-prelu-pass-one-output"];

/**
 * Fused, as the student's unfused bytes count it: what was left out or told otherwise there was paid for there.
 *
 * @param finding what explained the bytes, if anything
 */
export function holdsUnavoidable(
  { input, answer: { value }, earlier }: Trial<TrafficInput, Amount>,
  { fused, finding }: { readonly fused: boolean; readonly finding: FoundIds | undefined },
): boolean {
  if (!fused) return Number(value) >= countElements(input, nothing);
  const unfused = earlier.reading("model-bytes") ?? nothing;
  const own = finding ?? nothing;
  const elements = countElements(input, unfused);
  const size = findSize(own) ?? findSize(unfused) ?? guessSize(elements, earlier);
  const saved = (readUnfused(earlier) - Number(value)) / (size * countPass(input, unfused));
  if (finding === undefined && saved >= inElements && saved < nearlyAll) return false;
  return Number(value) >= size * elements;
}

/** Elements of the tensor between the layers, which cross the bus twice before they are fused. */
const countPass = ({ batchSize, model }: TrafficInput, slips: FoundIds): number =>
  model.inFeatures * (slips.has("batch-ignored") ? 1 : batchSize);

/** In bytes; NaN where there are none to be read. */
function readUnfused(earlier: Earlier): number {
  const own = readReal(earlier.answer(unfusedCall));
  return own.ok ? own.answer * readUnitBytes(earlier.reading("model-bytes")) : Number.NaN;
}

const nothing: FoundIds = new Set();

function findSize(slips: FoundIds): number | undefined {
  const size = elementSize.find(({ id }) => slips.has(id))?.effect;
  return size === undefined ? undefined : Number(size);
}

function countElements({ batchSize, model }: TrafficInput, slips: FoundIds): number {
  const { inFeatures, outFeatures } = model;
  const samples = slips.has("batch-ignored") ? 1 : batchSize;
  const outputs = outputless.some((id) => slips.has(id)) ? 0 : samples * outFeatures;
  const weights = weightless.some((id) => slips.has(id)) ? 0 : inFeatures * outFeatures;
  return samples * inFeatures + weights + outputs;
}

/** Bytes of fp32, or fewer where even the unfused ones are too few for that. */
function guessSize(elements: number, earlier: Earlier): number {
  const unfused = readUnfused(earlier);
  if (Number.isNaN(unfused)) return 4;
  return [4, 2, 1].find((size) => unfused >= size * elements) ?? 1;
}
