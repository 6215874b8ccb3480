/** Hidden inputs for forward profiles: recorded passes of ConvNeXt V2, short hand-made streams, and random ones. */
import type { Case, Random } from "../../contract/question";
import type { Events } from "./measures";
import { listSmallPasses, readForwardPass } from "./recordings";
import { drawStream, oneAfterAnother, peakInTheMiddle, strangeNames, twoEqualPeaks } from "./streams";

const recorded = (source: Case<Events>["source"], id: string, why: string): Case<Events> => ({
  id,
  source,
  why,
  input: readForwardPass(id),
});

const edge = (id: string, why: string, input: Events): Case<Events> => ({ id, source: "edge", why, input });

const fixedCases: readonly Case<Events>[] = [
  recorded(
    "notebook",
    "large-batch8-forward-grad",
    "the notebook's pass: the peak passes 2^32 and is not at the end",
  ),
  recorded(
    "notebook",
    "large-batch8-forward-no-grad",
    "the same without gradients: most is freed on the way, and the activations at the peak are temporaries all",
  ),
  recorded("edge", "atto-batch1-forward-grad", "a small model, one image"),
  recorded("edge", "nano-batch2-forward-grad", "another model, so that no table of known peaks fits"),
  recorded(
    "edge",
    "atto-batch8-forward-no-grad",
    "without gradients, another model at the notebook's batch size",
  ),
  edge(
    "peak-in-the-middle",
    "the peak is gone long before the end, whose holders are others",
    peakInTheMiddle,
  ),
  edge("one-after-another", "separates the most at once from the sum of all allocations", oneAfterAnother),
  edge("two-equal-peaks", "the first and the last maximum are both right", twoEqualPeaks),
  edge("strange-names", "any text may name an operator, a tensor may be empty", strangeNames),
];

const fixedIds = new Set(fixedCases.map(({ id }) => id));

export function listCases(random: Random): readonly Case<Events>[] {
  const chosen = (["grad", "no-grad"] as const).map((mode) => {
    const others = listSmallPasses(mode).filter((id) => !fixedIds.has(id));
    return recorded("random", random.pick(others), "a recording of which nobody knows that it is asked for");
  });
  const drawn = Array.from({ length: 2 }, (_, index) => ({
    id: `random-${index + 1}`,
    source: "random" as const,
    why: "a stream nobody can have seen",
    input: drawStream(random),
  }));
  return [...fixedCases, ...chosen, ...drawn];
}
