import { listMarkdownSentences, translateMarkdown } from "./markdown-blocks";
import { createTranslator, english } from "./translator";

const markdown = `# Softmax

Per row, over the
last dimension:

$$
\\operatorname{softmax}(x)
$$

$$y = x$$

1. the sum, which
   comes first
2. the quotient:
   - once per entry

\`\`\`ts
interface Row {
  n: number; // entries
}
\`\`\`
`;

const sentences = [
  "Softmax",
  "Per row, over the last dimension:",
  "the sum, which comes first",
  "the quotient:",
  "once per entry",
  "entries",
];

test("sentences are whole, however lines are wrapped; formulas and code are none", () => {
  expect(listMarkdownSentences(markdown)).toEqual(sentences);
});

test("English stays as it was", () => {
  expect(translateMarkdown(markdown, english)).toBe(markdown);
});

test("a translation keeps headings, lists, formulas and code", () => {
  const shout = createTranslator("xx", Object.fromEntries(sentences.map((one) => [one, one.toUpperCase()])));
  expect(translateMarkdown(markdown, shout)).toBe(`# SOFTMAX

PER ROW, OVER THE LAST DIMENSION:

$$
\\operatorname{softmax}(x)
$$

$$y = x$$

1. THE SUM, WHICH COMES FIRST
2. THE QUOTIENT:
   - ONCE PER ENTRY

\`\`\`ts
interface Row {
  n: number; // ENTRIES
}
\`\`\`
`);
});
