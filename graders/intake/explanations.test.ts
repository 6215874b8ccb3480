import { isRealExplanation } from "../contract/explanation";
import type { Value } from "../contract/value";
import { longestExplanation, mergeExplanations, parseAnswersMarkdown } from "./explanations";

test.each([
  ["", false],
  ["YOUR ANSWER HERE", false],
  ["todo: write about the division and the sum of squares here", false],
  ["because because because because because because because", false],
  ["The variance is a mean, so I need one division per channel.", true],
  ["La moyenne coûte une division par canal, pas par élément.", true],
  ["平均每个通道做一次除法", true],
  ["チャンネルごとに割り算が一回", true],
  ["好好好好好好好好好好", false],
  ["11 + 2p - 3 + 1 = 9 => 2p = 2 => p = 1", true],
  ["11 + 2p - 3 + 1 = 9 ⇒ 2p = 0", true],
  ["p = 1", false],
  ["===== - =====", false],
  ["a = a = a", false],
])("%p is a real explanation: %p", (text, real) => {
  expect(isRealExplanation(text)).toBe(real);
});

describe("answers.md", () => {
  test("each second-level heading named like a question opens its section", () => {
    const sections = parseAnswersMarkdown(
      "\uFEFFintro\r\n## padding\r\nno padding\r\n\r\n## `softmax`\n*exp* costs 40\n",
    );
    expect([...sections]).toEqual([
      ["padding", "no padding"],
      ["softmax", "*exp* costs 40"],
    ]);
  });

  test("closing marks and blanks belong to no heading; a megabyte of blanks is no heading", () => {
    expect([...parseAnswersMarkdown("## padding ##  \ntext").keys()]).toEqual(["padding"]);
    expect(parseAnswersMarkdown(`## padding${" ".repeat(1_000_000)}x\ntext`).size).toBe(0);
  });

  test("a heading inside a code fence is text", () => {
    const sections = parseAnswersMarkdown("## padding\n```\n## softmax\n```\nend");
    expect([...sections.keys()]).toEqual(["padding"]);
    expect(sections.get("padding")).toContain("## softmax");
  });

  test("a section given twice keeps the second text after its heading", () => {
    expect(parseAnswersMarkdown("## padding\none\n## padding\ntwo").get("padding")).toBe("one\ntwo");
  });
});

describe("explanations from both places", () => {
  test("the exported text comes first, the file's section below it", () => {
    const merged = mergeExplanations(
      { padding: "exported", softmax: "only here" },
      "## padding\nin the file",
    );
    expect([...merged].sort()).toEqual([
      ["padding", "exported\n\nin the file"],
      ["softmax", "only here"],
    ]);
  });

  test.each<[string, Value]>([
    ["a list", ["padding"]],
    ["a number", 7],
    ["null", null],
    ["an object of numbers", { padding: 7 }],
    ["blank text", { padding: "  " }],
  ])("%s explains nothing", (_, exported) => {
    expect(mergeExplanations(exported, undefined).size).toBe(0);
  });
});

describe("what is kept of an explanation", () => {
  test("is its beginning, with the number of characters that are missing", () => {
    const kept = mergeExplanations({ padding: "x".repeat(longestExplanation + 7) }, undefined).get("padding");
    expect(kept).toBe(`${"x".repeat(longestExplanation)}\n\n[… +7]`);
  });

  test("is Unicode: half a character becomes a replacement character, a whole one stays", () => {
    expect(mergeExplanations({ padding: "a\uD83D b 😀" }, "## bound\n\n\uDE00").get("padding")).toBe(
      "a\uFFFD b 😀",
    );
    expect(mergeExplanations(undefined, "## bound\n\n\uDE00").get("bound")).toBe("\uFFFD");
  });
});
