/** The readings of Task 3: the definition line by line, families of algorithms, and slips, told by coefficients. */
import { batchNormFlops } from "../../../reference/batch-norm";
import type { Count } from "../../contract/answers";
import type { Reading } from "../../contract/question";
import type { Tensor } from "../../contract/value";
import { families, isOfFamily } from "./families";
import { type Coefficients, fitCoefficients } from "./fit";
import { misconceptions } from "./misconceptions";

/** A reading that looks at the coefficients of the student's own count. */
function readCoefficients(
  id: string,
  kind: "convention" | "misconception",
  credit: string,
  matches: (fit: Coefficients) => boolean,
): Reading<Tensor, Count> {
  return {
    id,
    kind,
    credit,
    accepts: (trials) => {
      const fit = fitCoefficients(trials);
      return fit !== undefined && matches(fit);
    },
  };
}

const wrongTerms = ["perPixel", "perSampleChannel", "perSample", "once"] as const;

export const readings: readonly Reading<Tensor, Count>[] = [
  { id: "literal", kind: "reference", credit: "1", answer: ({ shape }) => batchNormFlops(shape) },
  ...families.map((family) =>
    readCoefficients(
      family.id,
      "convention",
      "1",
      (fit) =>
        wrongTerms.every((term) => fit[term] === 0n) &&
        fit.perElement === family.perElement &&
        isOfFamily(family, fit.perChannel),
    ),
  ),
  ...misconceptions.map(({ id, credit, matches }) => readCoefficients(id, "misconception", credit, matches)),
];
