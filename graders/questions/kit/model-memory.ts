/** What models of the family put into memory. */
import { countImageBytes, countSavedBytes } from "../../../reference/convnextv2/activations";
import { type ConvNeXtV2Variant, convNeXtV2Variants } from "../../../reference/convnextv2/architecture";
import { countParameters } from "../../../reference/convnextv2/parameters";
import type { ModelMemory } from "../../contract/value";

/** As functions of students get it. */
export function describeVariant(variant: ConvNeXtV2Variant): ModelMemory {
  const arch = convNeXtV2Variants[variant];
  return {
    params: Number(countParameters(arch)),
    activationBytesPerSample: Number(countSavedBytes(arch)),
    inputBytesPerSample: Number(countImageBytes(arch)),
  };
}
