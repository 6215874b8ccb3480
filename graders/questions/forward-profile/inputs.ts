/** Hidden inputs for forward profiles: modelled passes of ConvNeXt V2, hand-made recordings, and random ones. */
import { type ConvNeXtV2Variant, convNeXtV2Variants } from "../../../reference/convnextv2/architecture";
import { listForwardEvents } from "../../../reference/convnextv2/forward-events";
import type { GradMode } from "../../../reference/convnextv2/forward-pass";
import type { Case, Random } from "../../contract";
import type { Events } from "./measures";
import { drawStream, oneAfterAnother, peakInTheMiddle, strangeNames, twoEqualPeaks } from "./streams";

function modelled(variant: ConvNeXtV2Variant, batchSize: number, mode: GradMode, why: string): Case<Events> {
  return {
    id: `${variant}-batch${batchSize}-${mode}`,
    source: variant === "large" ? "notebook" : "edge",
    why,
    input: listForwardEvents({ arch: convNeXtV2Variants[variant], batchSize, mode }),
  };
}

const edge = (id: string, why: string, input: Events): Case<Events> => ({ id, source: "edge", why, input });

const fixedCases: readonly Case<Events>[] = [
  modelled("large", 8, "grad", "the notebook's pass: the peak passes 2^32 and is not at the end"),
  modelled("large", 8, "no-grad", "the same without gradients: most is freed on the way"),
  modelled("atto", 1, "grad", "a small model, one image"),
  modelled("nano", 2, "grad", "another model, so that no table of known peaks fits"),
  modelled("pico", 3, "no-grad", "the activations at the peak are temporaries all"),
  edge("peak-in-the-middle", "separates the peak from the end", peakInTheMiddle),
  edge("one-after-another", "separates the most at once from the sum of all allocations", oneAfterAnother),
  edge("two-equal-peaks", "the first and the last maximum are both right", twoEqualPeaks),
  edge("strange-names", "any text may name an operator, a tensor may be empty", strangeNames),
];

export function listCases(random: Random): readonly Case<Events>[] {
  const drawn = Array.from({ length: 5 }, (_, index) => ({
    id: `random-${index + 1}`,
    source: "random" as const,
    why: "a recording nobody can have seen",
    input: drawStream(random),
  }));
  return [...fixedCases, ...drawn];
}
