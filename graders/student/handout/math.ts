/** Formulas in LaTeX as MathML, which browsers set themselves. One doorway to temml. */
import temml from "temml";
import { GraderFault } from "../../contract/faults";

/** @throws GraderFault for a formula that cannot be set */
export function renderFormula(latex: string, isDisplayed: boolean): string {
  try {
    return temml.renderToString(latex, { displayMode: isDisplayed, throwOnError: true, annotate: true });
  } catch (error) {
    throw new GraderFault(`the formula ${latex} cannot be set: ${(error as Error).message}`);
  }
}
