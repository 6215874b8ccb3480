/** The one sentence a student reads about each observation. */
import type { FormulaTerm, Observation } from "../contract/observation";
import type { Translator } from "../contract/translator";
import { observationTemplates as templates } from "./observation-templates";
import { createSay, type Say } from "./places";

type Sentences = {
  readonly [Kind in Observation["kind"]]: (seen: Extract<Observation, { kind: Kind }>) => string;
};

/** A program chooses its numbers and could tell a hidden input by one: beyond these few, none is repeated. */
const simpleFactors: ReadonlySet<string> = new Set(["3", "1/3", "2/3", "3/2", "16", "1/16"]);
const simpleCoefficients: ReadonlySet<number> = new Set([
  1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 16, 32, 40, 80, 0.25, 0.5,
]);
const simpleOffsets: ReadonlySet<string> = new Set(["1", "-1", "2", "-2"]);

/** One sentence, or two, safe for students. */
export function describeObservation(observation: Observation, translator: Translator): string {
  const sentences = createSentences(translator, createSay(translator));
  const describe = sentences[observation.kind] as (seen: Observation) => string;
  return describe(observation);
}

function createSentences({ translate }: Translator, say: Say): Sentences {
  const sayAnswer = (field: string | undefined, what: string): string =>
    say(templates.answer.always, { answer: nameAnswer(field), what });
  const nameAnswer = (field: string | undefined): string =>
    field === undefined ? translate(templates.answer.whole) : say(templates.answer.ofField, { name: field });
  const sayGrowth = (power: number): string => {
    const words = templates.powers[power];
    return words === undefined ? say(templates.otherPower, { n: power }) : translate(words);
  };
  return {
    constant: () => translate(templates.constant),
    factor: ({ factor, field }) => sayAnswer(field, sayFactor(factor, translate, say)),
    offset: ({ offset, field }) => sayAnswer(field, sayOffset(offset, translate, say)),
    "shifted-dimension": ({ dimension, by }) =>
      say(by > 0 ? templates.larger : templates.smaller, { dimension, n: Math.abs(by) }),
    "extra-factor": ({ dimension, times }) => say(pickTimes(times), { dimension }),
    "exchanged-dimension": ({ used, expected }) => say(templates.exchanged, { used, expected }),
    formula: ({ terms }) =>
      terms.every(({ coefficient }) => simpleCoefficients.has(Math.abs(coefficient)))
        ? say(templates.formula, { formula: writeFormula(terms) })
        : say(templates.terms, { formula: writeFormula(terms.map((term) => ({ ...term, coefficient: 1 }))) }),
    "independent-of": ({ dimension }) => say(templates.independent, { dimension }),
    growth: ({ dimension, expected, came }) =>
      say(templates.growth, { dimension, came: sayGrowth(came), expected: sayGrowth(expected) }),
    "right-where": ({ condition }) => say(templates.rightWhere, { condition }),
    "right-on-public-only": () => translate(templates.rightOnPublicOnly),
    "partly-right": ({ right, cases }) => say(templates.partlyRight, { n: right, nAll: cases }),
  };
}

/** "2·batch·features^2 + 3·batch - 1" */
export function writeFormula(terms: readonly FormulaTerm[]): string {
  const written = terms.map(({ coefficient, powers }, at) => {
    const factors = Object.entries(powers).map(([name, power]) => (power === 1 ? name : `${name}^${power}`));
    const size = Math.abs(coefficient);
    const product = [...(size === 1 && factors.length > 0 ? [] : [String(size)]), ...factors].join("·");
    const sign = coefficient < 0 ? "- " : at === 0 ? "" : "+ ";
    return `${sign}${product}`;
  });
  return written.join(" ");
}

function sayFactor(factor: string, translate: Translator["translate"], say: Say): string {
  const words = templates.factors[factor];
  if (words !== undefined) return translate(words);
  return simpleFactors.has(factor)
    ? say(templates.simpleFactor, { factor })
    : translate(templates.otherFactor);
}

function sayOffset(offset: string, translate: Translator["translate"], say: Say): string {
  const isLess = offset.startsWith("-");
  if (!simpleOffsets.has(offset)) return translate(isLess ? templates.otherMinus : templates.otherPlus);
  return isLess ? say(templates.minus, { n: offset.slice(1) }) : say(templates.plus, { n: offset });
}

function pickTimes(times: number) {
  const { onceMore, twiceMore, missingOnce, missingTwice } = templates;
  if (times > 0) return times === 1 ? onceMore : twiceMore;
  return times < -1 ? missingTwice : missingOnce;
}
