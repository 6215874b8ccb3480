import { joinCells } from "../contract/joined-cells";
import type { Value } from "../contract/value";
import { collectExplanations, longestExplanation, type WrittenWork } from "./explanations";
import { nameQuestions } from "./question-names";

const make = (id: string, title: string, name: string, isBonus = false) => ({
  id,
  title,
  isBonus,
  exports: [name],
  expected: "a count",
});
const questions = nameQuestions(
  [
    make("padding", "Padding of a convolution", "padding"),
    make("standard-conv", "Standard convolution", "standardConv"),
    make("softmax", "Softmax", "softmaxFlops"),
    make("batch-norm", "Batch normalisation", "batchNormFlops"),
    make("model-flops", "FLOP of the model", "modelFlops"),
    make("fused", "PReLU and Linear fused", "fusedModelBytes", true),
  ],
  { padding: "2a", "standard-conv": "2b", softmax: "3", "batch-norm": "4", "model-flops": "5", fused: "5" },
);
const nothing: WrittenWork = { exported: undefined, texts: [], sources: [], questions };
const read = (work: Partial<WrittenWork>) => {
  const { byQuestion, unassigned } = collectExplanations({ ...nothing, ...work });
  return { found: Object.fromEntries(byQuestion), unassigned };
};
const real = "The variance is a mean, so I need one division per channel.";

describe("a heading of a text", () => {
  test.each([
    ["## padding", "padding"],
    ["## Padding", "padding"],
    ["# padding", "padding"],
    ["### padding", "padding"],
    ["###### padding ######", "padding"],
    ["## padding:", "padding"],
    ["## 2. padding", "padding"],
    ["## 2a) padding", "padding"],
    ["## a) Padding", "padding"],
    ["## `padding`", "padding"],
    ["## **padding**", "padding"],
    ["**padding**", "padding"],
    ["**Padding:**", "padding"],
    ["**padding**:", "padding"],
    ["__padding__", "padding"],
    ["Padding\n=======", "padding"],
    ["Padding\n---", "padding"],
    ["## Padding of a convolution (`padding`, 1 point)", "padding"],
    ["## Titre inconnu (`padding`, 1 point)", "padding"],
    ["## Padding [1 point]", "padding"],
    ["## Task 2a", "padding"],
    ["## Task 2 a): the padding", "padding"],
    ["## 2a", "padding"],
    ["## Question 3", "softmax"],
    ["## Aufgabe 3:", "softmax"],
    ["## Task 3 - Softmax", "softmax"],
    ["## standardConv", "standard-conv"],
    ["## `standardConv(layer)`", "standard-conv"],
    ["## standard_conv", "standard-conv"],
    ["## Standard Convolution", "standard-conv"],
    ["## My answer to softmax", "softmax"],
    ["## Bonus", "fused"],
    ["## Task 3: my explanation", "softmax"],
    ["## Question 3 (why)", "softmax"],
    ["## Aufgabe 3 - mein Weg", "softmax"],
    ["## 2b: normal conv", "standard-conv"],
    ["## Task 2 b) in my words", "standard-conv"],
    ["## Batch normalization", "batch-norm"],
    ["## Task 4: Batch normalisation", "batch-norm"],
    ["## My batch-normalization", "batch-norm"],
    ["## Task 4 BatchNorm layer", "batch-norm"],
    ["   ## padding   ", "padding"],
  ])("%j opens the section", (heading, id) => {
    expect(read({ texts: [`\uFEFFintro\r\n\r\n${heading}\r\nmy words\n`] }).found).toEqual({
      [id]: "my words",
    });
  });

  test.each(
    [
      ["## Task 2", "## Task 2: my way", "## Task 5", "## Task 5: the model", "## 5.", "## 9b: more"],
      [
        "## padding and softmax",
        "## Task 3 and 4",
        "## Task 3: like Task 4",
        "## Conclusion",
        "## Question 9",
      ],
      ["## 3. Conclusion", "## 3 reasons", "## 4) Sources", "## Taskforce 3"],
    ].flat(),
  )("%j belongs to no question, and its text is kept apart", (heading) => {
    expect(read({ texts: [`## padding\none\n${heading}\ntwo`] })).toEqual({
      found: { padding: "one" },
      unassigned: [`${heading}\ntwo`],
    });
  });

  test.each([
    [
      "## model-flops\n**Padding**\none\n**Softmax**\ntwo",
      ["**Padding**\none\n**Softmax**\ntwo", "one", "two"],
    ],
    [
      "## model-flops\nall\n### Padding\none\n#### why\nmore\n### Softmax\ntwo",
      ["all\n### Padding\none\n#### why\nmore\n### Softmax\ntwo", "one\n#### why\nmore", "two"],
    ],
    ["## model-flops\n### padding\none\n## softmax\ntwo", ["### padding\none", "one", "two"]],
    [
      "## model-flops\n### 2a\none\n### Other\nmore\n## softmax\ntwo",
      ["### 2a\none\n### Other\nmore", "one", "two"],
    ],
    ["**model-flops**\nall\n**padding**\none\n**softmax**\ntwo", ["all", "one", "two"]],
  ])("deeper in a section is a word of it as well: %j", (text, [all, padding, softmax]) => {
    expect(read({ texts: [text] }).found).toEqual({ "model-flops": all, padding, softmax });
  });

  test("that is deeper and names nothing, or stands in a code fence, is text", () => {
    const text = "one\n### First step\ntwo\n**Note**\n```\n## softmax\n```\nend";
    expect(read({ texts: [`## padding\n${text}`] })).toEqual({ found: { padding: text }, unassigned: [] });
  });

  test("given twice keeps the second text below the first", () => {
    expect(read({ texts: ["## padding\none\n## padding\ntwo", "# Padding\nthree"] }).found).toEqual({
      padding: "one\n\ntwo\n\nthree",
    });
  });

  test("of a megabyte is none, and costs no time", () => {
    const blanks = " ".repeat(1_000_000);
    for (const line of [
      `## padding${blanks}x`,
      `**padding${blanks}**`,
      "#".repeat(1_000_000),
      "`".repeat(1e6),
    ])
      expect(read({ texts: [`${line}\ntext`] }).found).toEqual({});
  });
});

describe("a comment", () => {
  test.each([
    ["above the function", `// ${real}\nexport function softmaxFlops() {}`],
    ["of a block above it", `/**\n * ${real}\n */\nexport async function softmaxFlops() {}`],
    ["above a constant", `/* ${real} */\nexport const softmaxFlops = () => 1;`],
    ["inside it", `export function softmaxFlops() {\n  // ${real}\n  return 1;\n}`],
    ["behind a line of it", `export const softmaxFlops = (x) => x * 2; // ${real}`],
    [
      "after strings with marks in them",
      `const a = "/*", b = '//', c = /["'\`]/;\n// ${real}\nexport function softmaxFlops() {}`,
    ],
    [
      "inside a template's hole",
      `export function softmaxFlops() {\n  return \`\${1 /* ${real} */} // no\`;\n}`,
    ],
    ["above a function exported later", `// ${real}\nfunction softmaxFlops() {}\nexport { softmaxFlops };`],
  ])("%s explains its question", (_, source) => {
    expect(read({ sources: [source] }).found).toEqual({ softmax: real });
  });

  test.each([
    ["of few words", "// the sum\nexport function softmaxFlops() {}"],
    [
      "beside lines of code, though together they have many words",
      "export function softmaxFlops() {\n  let a = 1; // the mean\n  a += 2; // squares of rows\n  return a; // all divided\n}",
    ],
    [
      "that begins the file, above something else",
      `// ${real}\n\nconst x = 1;\nexport function softmaxFlops() {}`,
    ],
    ["inside another function", `function help() {\n  // ${real}\n}\nexport function softmaxFlops() {}`],
    [
      "in an interface below it",
      `export function softmaxFlops() {}\ninterface A {\n  // ${real}\n  a: 1;\n}`,
    ],
    ["inside a text", `export function softmaxFlops() {\n  return "// ${real}";\n}`],
    [
      "in a later cell than the one that leaves it open",
      joinCells([
        { number: 2, text: "export function softmaxFlops() {\n  return (1;" },
        { number: 4, text: `// ${real}\nexport function other() {}` },
      ]),
    ],
    [
      "that is code",
      "// const perRow = first + second + third + fourth + fifth;\nexport function softmaxFlops() {}",
    ],
  ])("%s explains nothing", (_, source) => {
    expect(read({ sources: [source] }).found).toEqual({});
  });

  test("of several lines is one text, and brings the short ones of its function along", () => {
    const source = `// The variance is a mean,\n// so I need one division.\nexport function softmaxFlops() {\n  return 1; // per row\n}`;
    expect(read({ sources: [source] }).found).toEqual({
      softmax: "The variance is a mean,\nso I need one division.\n\nper row",
    });
  });

  test("costs no time, whatever the source", () => {
    for (const piece of ["`${", "/*", "//\n", "{", "/", '"', "export function ", "* "]) {
      expect(read({ sources: [piece.repeat(200_000)] }).found).toEqual({});
    }
  });
});

describe("explanations from all places", () => {
  test("the exported text comes first, then the section, then comments", () => {
    const work = {
      exported: { softmax: "exported", standardConv: "by the function's name", other: "mine" },
      texts: ["## softmax\nin the file"],
      sources: [`// ${real}\nexport function softmaxFlops() {}`],
    };
    expect(read(work)).toEqual({
      found: {
        softmax: `exported\n\nin the file\n\n${real}`,
        "standard-conv": "by the function's name",
      },
      unassigned: ["mine"],
    });
  });

  test.each<[string, Value]>([
    ["a list of numbers", [7]],
    ["a number", 7],
    ["null", null],
    ["an object of numbers", { padding: 7 }],
    ["blank text", { padding: "  " }],
  ])("%s explains nothing", (_, exported) => {
    expect(read({ exported })).toEqual({ found: {}, unassigned: [] });
  });

  test.each<[string, Value]>([
    ["an object", { padding: "one\n\ntwo" }],
    ["an object of lists", { padding: ["one", "two"] }],
    ["an object of objects", { padding: { why: "one", more: { also: "two" } } }],
    ["a list of pairs", [["padding", "one", "two"]]],
    ["a list of objects", [{ id: "padding", text: "one", more: "two" }]],
    ["a list of objects, the name last", [{ texts: ["one", "two"], question: "Padding" }]],
    ["a text", "# Padding\none\n\ntwo"],
  ])("%s explains its question", (_, exported) => {
    expect(read({ exported })).toEqual({ found: { padding: "one\n\ntwo" }, unassigned: [] });
  });

  test("a list of texts belongs to no question, and is kept", () => {
    expect(read({ exported: ["padding", real] }).unassigned).toEqual(["padding", real]);
  });
});

describe("what is kept of an explanation", () => {
  test("is its beginning, with the number of characters that are missing", () => {
    const { found } = read({ exported: { padding: "x".repeat(longestExplanation + 7) } });
    expect(found.padding).toBe(`${"x".repeat(longestExplanation)}\n\n[… +7]`);
  });

  test("is Unicode: half a character becomes a replacement character, a whole one stays", () => {
    const { found } = read({ exported: { padding: "a\uD83D b 😀" }, texts: ["## softmax\n\n\uDE00"] });
    expect(found).toEqual({ padding: "a\uFFFD b 😀", softmax: "\uFFFD" });
  });
});

test.each(["", " ", "-"])("a note of what is still TO%sDO takes no explanation below it along", (between) => {
  const note = `// TO${between}DO: nicer names`;
  const sources = [
    `${note}\n// The peak is in the step of the optimizer, since its temporaries are large.\nexport function padding() {}`,
  ];
  expect(read({ sources }).found.padding).toBe(
    "The peak is in the step of the optimizer, since its temporaries are large.",
  );
});
