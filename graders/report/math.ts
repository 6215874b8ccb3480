/** Formulas in LaTeX as MathML, which browsers set themselves. One doorway to temml. */
import { GraderFault } from "../contract/faults";

/** Loaded with the first formula: most pages have none. */
function loadTemml(): typeof import("temml").default {
  // Required, it is the object itself; its types are those of a module with a default.
  return require("temml");
}

/** A formula of ours. @throws GraderFault for one that cannot be set */
export function renderFormula(latex: string, isDisplayed: boolean): string {
  try {
    return loadTemml().renderToString(latex, {
      displayMode: isDisplayed,
      throwOnError: true,
      annotate: true,
    });
  } catch (error) {
    throw new GraderFault(`the formula ${latex} cannot be set: ${(error as Error).message}`);
  }
}

const longestFormula = 400;
/** Macros of one's own make a short formula a long one. */
const defines =
  /\\(?:[gex]?def|(?:re)?newcommand|providecommand|(?:future)?let|DeclareMathOperator)(?![a-z])/i;
/** Chemistry is parsed anew behind each of its signs, and is nothing that anybody calculates here. */
const chemistry = /\\(?:ce|pu)(?![a-z])/i;
/** What temml builds several times over, and so in each other: \cancelto{x}{\cancelto{x}{…}} three times as much a level. */
const repeats = /\\(?:cancelto|(?:math)?llap|equilibrium(?:Left|Right))(?![a-z])/i;
/** Of a formula as long as one may be, some eighty for a character. */
const longestMathml = 32_768;
/** Elements of MathML that load nothing and lead nowhere. */
const plainTag =
  /^<\/?m(?:ath|row|i|o|n|s|text|space|frac|sqrt|root|sub|sup|subsup|over|under|underover|table|tr|td|style|padded|phantom|multiscripts|prescripts)(?: [a-z]+="[^"<>]*")*\/?>$/;
const tellingAttribute = / (?:href|src|id|name|on[a-z]*)=/;

/** A stranger's formula; null where it cannot be set, and is shown as it was written. */
export function renderForeignFormula(latex: string, isDisplayed: boolean): string | null {
  const isRefused = [defines, repeats, chemistry].some((pattern) => pattern.test(latex));
  if (latex.length > longestFormula || isRefused) return null;
  try {
    const written = loadTemml().renderToString(latex, {
      displayMode: isDisplayed,
      throwOnError: true,
      trust: false,
      maxExpand: 200,
      maxSize: [10, 100],
    });
    // The page's content policy forbids styles; without them a formula is only spaced a little otherwise.
    const mathml = written.replace(/ style="[^"]*"/g, "");
    if (mathml.length > longestMathml) return null;
    const isPlain = (tag: string): boolean => plainTag.test(tag) && !tellingAttribute.test(tag);
    const tags = mathml.split("<").slice(1);
    return tags.every((rest) => isPlain(`<${rest.slice(0, rest.indexOf(">") + 1)}`)) ? mathml : null;
  } catch {
    return null;
  }
}
