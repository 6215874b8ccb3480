/** Bytes per parameter in the student's own count of the model's memory. */
import { convNeXtV2Variants } from "../../../reference/convnextv2/architecture";
import { readCountField } from "../../contract/answers";
import type { Earlier } from "../../contract/earlier";
import type { Call } from "../../contract/value";

/** Calls to the student's own count of parameters and their bytes, for two models. */
export const ownCounts: Readonly<Record<"atto" | "large", Call>> = {
  atto: { export: "modelMemory", args: [convNeXtV2Variants.atto] },
  large: { export: "modelMemory", args: [convNeXtV2Variants.large] },
};

/** One whole number of bytes for both models, of 64 at most. */
export function readOwnBytes(earlier: Earlier): bigint | undefined {
  const first = readBytesEach(earlier, "atto");
  if (!Number.isInteger(first) || first < 1 || first > 64) return undefined;
  return first === readBytesEach(earlier, "large") ? BigInt(first) : undefined;
}

/** Asked once a model: whether a function keeps to itself is looked into every time. */
function readBytesEach(earlier: Earlier, name: keyof typeof ownCounts): number {
  const told = earlier.answer(name);
  const [params, bytes] = ["params", "bytes"].map((field) => readCountField(told, field));
  return params?.ok && bytes?.ok ? Number(bytes.answer) / Number(params.answer) : Number.NaN;
}
