/** English templates of what can be measured about answers; what stands in braces is filled in. */

/** By factor, where a factor has a usual cause. */
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
  "1000000": "a million times an accepted one. Which unit is asked for?",
  "1/1000000": "a million times too small. Which unit is asked for?",
};

/** How something grows, by its power. */
const powers: Readonly<Record<number, string>> = { 0: "not at all", 1: "linearly", 2: "quadratically" };

export const observationTemplates = {
  constant: "Your function returns the same answer whatever it is given. Compute the answer from the inputs.",
  larger:
    "Your answers would be right if {dimension} were larger by {n}. Is there one row, column or channel too many?",
  smaller:
    "Your answers would be right if {dimension} were smaller by {n}. Is there one row, column or channel too few?",
  onceMore: "Your answers hold {dimension} as a factor once more often than the expected ones.",
  twiceMore: "Your answers hold {dimension} as a factor twice more often than the expected ones.",
  missingOnce: "In your answers {dimension} is missing as a factor.",
  missingTwice: "In your answers {dimension} is missing as a factor, twice.",
  exchanged: "Your answers use {used} where {expected} belongs.",
  formula:
    "Your answers follow this formula: `{formula}`. Which step of the computation does each term stand for, and which step has none?",
  terms:
    "Your answers are a sum of these terms, each times a number of its own: `{formula}`. Which step of the computation does each term stand for, and which step has none?",
  independent:
    "Your answer does not change with {dimension}, and it should: what is done once more when {dimension} grows?",
  rightWhere:
    "Your answers are right exactly for inputs with {condition}. What changes when that does not hold?",
  rightOnPublicOnly:
    "Your answers are right for the notebook's own numbers only. Does your formula use every quantity that it depends on?",
  partlyRight:
    "Your answers are right for {n} of {nAll} inputs. Look for an input that your formula treats differently.",
  growth: "With growing {dimension} your answers grow {came}; {expected} is expected.",
  powers,
  otherPower: "with power {n}",
  answer: {
    always: "{answer} is always {what}",
    whole: "Your answer",
    ofField: "Your `{name}`",
  },
  factors,
  simpleFactor: "an accepted one times {factor}. Which step is counted too often or too rarely?",
  otherFactor:
    "an accepted one times one and the same number. Which step is counted too often or too rarely?",
  plus: "an accepted one plus {n}. What is counted once too often, at the start or the end?",
  minus: "an accepted one minus {n}. What is left out, once, at the start or the end?",
  otherPlus:
    "an accepted one plus one and the same number. What is counted too often, at the start or the end?",
  otherMinus: "an accepted one minus one and the same number. What is left out, at the start or the end?",
} as const;
