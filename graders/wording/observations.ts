/** The one sentence a student reads about each observation. */
import type { FormulaTerm, Observation } from "../contract/observation";

type Sentences = {
  readonly [Kind in Observation["kind"]]: (seen: Extract<Observation, { kind: Kind }>) => string;
};

const sentences: Sentences = {
  constant: () =>
    "Your function returns the same answer whatever it is given. Compute the answer from the inputs.",
  factor: ({ factor, field }) => `${nameAnswer(field)} is always ${sayFactor(factor)}`,
  offset: ({ offset, field }) => `${nameAnswer(field)} is always an accepted one ${sayOffset(offset)}`,
  "shifted-dimension": ({ dimension, by }) =>
    `Your answers would be right if ${dimension} were ${by > 0 ? "larger" : "smaller"} by ${Math.abs(by)}. Is there one row, column or channel too ${by > 0 ? "many" : "few"}?`,
  "extra-factor": ({ dimension, times }) =>
    times > 0
      ? `Your answers hold ${dimension} as a factor ${sayTimes(times)} more often than the expected ones.`
      : `In your answers ${dimension} is missing as a factor${times < -1 ? ", twice" : ""}.`,
  "exchanged-dimension": ({ used, expected }) => `Your answers use ${used} where ${expected} belongs.`,
  formula: ({ terms }) =>
    `Your answers follow this formula: ${writeFormula(terms)}. Which step of the computation does each term stand for, and which step has none?`,
  "independent-of": ({ dimension }) =>
    `Your answer does not change with ${dimension}, and it should: what is done once more when ${dimension} grows?`,
  growth: ({ dimension, expected, came }) =>
    `With growing ${dimension} your answers grow ${sayGrowth(came)}; ${sayGrowth(expected)} is expected.`,
  "right-where": ({ condition }) =>
    `Your answers are right exactly for inputs with ${condition}. What changes when that does not hold?`,
  "right-on-public-only": () =>
    "Your answers are right for the notebook's own numbers only. Does your formula use every quantity that it depends on?",
  "partly-right": ({ right, cases }) =>
    `Your answers are right for ${right} of ${cases} inputs. Look for an input that your formula treats differently.`,
};

/** One sentence, or two, safe for students. */
export function describeObservation(observation: Observation): string {
  const say = sentences[observation.kind] as (seen: Observation) => string;
  return say(observation);
}

/** "2·batch·features^2 + 3·batch - 1": backquoted, so that pages set it as code. */
function writeFormula(terms: readonly FormulaTerm[]): string {
  const written = terms.map(({ coefficient, powers }, at) => {
    const factors = Object.entries(powers).map(([name, power]) => (power === 1 ? name : `${name}^${power}`));
    const size = Math.abs(coefficient);
    const product = [...(size === 1 && factors.length > 0 ? [] : [String(size)]), ...factors].join("·");
    const sign = coefficient < 0 ? "- " : at === 0 ? "" : "+ ";
    return `${sign}${product}`;
  });
  return `\`${written.join(" ")}\``;
}

function nameAnswer(field: string | undefined): string {
  return field === undefined ? "Your answer" : `Your count of ${field}`;
}

const factors: Readonly<Record<string, string>> = {
  "2": "exactly twice an accepted one. Is something counted double?",
  "1/2":
    "exactly half of an accepted one. Is something counted once that happens twice (a multiply-add is two operations)?",
  "4": "exactly four times an accepted one. How many bytes does one element take, and is that counted once?",
  "1/4": "exactly a quarter of an accepted one. An fp32 element takes 4 bytes.",
  "8": "exactly eight times an accepted one. A byte has 8 bits.",
  "1/8": "exactly an eighth of an accepted one. The amounts are bytes already, not bits.",
  "1024/1000": "off by 1024/1000. Choose 1000 or 1024 and keep to it.",
  "1000/1024": "off by 1000/1024. Choose 1000 or 1024 and keep to it.",
  "1024": "1024 times an accepted one. Which unit is asked for?",
  "1/1024": "1024 times too small. Which unit is asked for?",
  "1000": "1000 times an accepted one. Which unit is asked for?",
  "1/1000": "1000 times too small. Which unit is asked for?",
};

function sayFactor(factor: string): string {
  return factors[factor] ?? `an accepted one times ${factor}. Which step is counted too often or too rarely?`;
}

function sayOffset(offset: string): string {
  return offset.startsWith("-")
    ? `minus ${offset.slice(1)}. What is left out, once, at the start or the end?`
    : `plus ${offset}. What is counted once too often, at the start or the end?`;
}

function sayTimes(times: number): string {
  return times === 1 ? "once" : "twice";
}

function sayGrowth(power: number): string {
  switch (power) {
    case 0:
      return "not at all";
    case 1:
      return "linearly";
    case 2:
      return "quadratically";
    default:
      return `with power ${power}`;
  }
}
