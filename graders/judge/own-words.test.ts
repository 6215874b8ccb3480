import { isRealExplanation } from "../contract/explanation";
import { makeCopyRemover } from "./own-words";

const statement =
  "Write `optimalBatchSize`: the smallest batch that is compute bound, and `null` if none ever is. A GPU's ridge point is its peak divided by its bandwidth.";

const { removeCopied } = makeCopyRemover({ sources: ["Another question.", statement], run: 5 });

test("what repeats the question word for word is nobody's explanation", () => {
  const copied =
    "The smallest batch that is compute bound, and null if none ever is; a GPU's ridge point is its peak!";
  expect(isRealExplanation(copied)).toBe(true);
  expect(isRealExplanation(removeCopied(copied))).toBe(false);
});

test.each<[string, (word: string, at: number) => string]>([
  ["a space without width", (word) => `${word.slice(0, 1)}\u200b${word.slice(1)}`],
  ["a hyphen", (word) => (word.length > 3 ? `${word.slice(0, 2)}-${word.slice(2)}` : word)],
  ["letters that look alike", (word) => word.replaceAll("a", "а").replaceAll("o", "о").replaceAll("e", "е")],
  ["an accent", (word) => word.replace("e", "é")],
  ["a number between words", (word, at) => (at % 2 === 0 ? `${word} 7` : word)],
  ["a word said twice", (word, at) => (at % 2 === 0 ? `${word} ${word}` : word)],
])("the question's words with %s are still the question's", (_, disguise) => {
  const copied = removeCopied(statement.split(" ").map(disguise).join(" "));
  expect(isRealExplanation(copied)).toBe(false);
});

test("nothing is the student's own behind letters that become eighteen each, or behind more than is read", () => {
  for (const before of ["\ufdfa".repeat(3700), "\ufdfa ".repeat(30_000), "x ".repeat(40_000)]) {
    const own = removeCopied(`${before} ${statement}`);
    expect(own).not.toContain("compute bound");
  }
});

const inAnyOrder = makeCopyRemover({ sources: ["Another question.", statement], run: 5, inAnyOrder: true });

test.each([
  "Smallest batch that is compute bound, null if none ever is.",
  "If none ever is compute bound: null, the smallest batch divided by its peak.",
  "null. Its ridge point! The GPU is bound by the smallest batch, compute.",
])("the question's words in another order are still the question's: %s", (text) => {
  expect(isRealExplanation(text)).toBe(true);
  expect(inAnyOrder.removeCopied(text)).toBe("");
});

test.each([
  "Smallest batch is never compute bound, hence null if none is",
  "the smallest batch is null",
  "peak divided by bandwidth = ridge, the smallest batch is compute bound",
  "Another smallest batch is the one that is compute bound",
  "Le plus petit batch est celui que le calcul limite",
])("one word of one's own, a remark and a calculation are not: %s", (text) => {
  expect(inAnyOrder.removeCopied(text)).toBe(text);
});

test("own words stay, also beside a quotation and where single terms are the question's", () => {
  const own = "Above the ridge point more samples only take longer, so I stop at 64 of them.";
  expect(removeCopied(own)).toBe(own);
  expect(isRealExplanation(removeCopied(`The smallest batch that is compute bound. ${own}`))).toBe(true);
});
