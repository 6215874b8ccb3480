import { escapeMarkdown, prepareForHtml, prepareForMarkdown, Sentence, StudentMarkdown } from "./leaves";

const markdownOf = (leaf: unknown): unknown => (prepareForMarkdown({ leaf }) as { leaf: unknown }).leaf;
const htmlOf = (leaf: unknown): string => String((prepareForHtml({ leaf }) as { leaf: unknown }).leaf);

describe("prepareForHtml", () => {
  test("sets backquoted words as code and escapes both sides", () => {
    expect(htmlOf(new Sentence("Is `a < b`? <b>"))).toBe("Is <code>a &lt; b</code>? &lt;b&gt;");
  });

  test("takes an unpaired backquote for text", () => {
    expect(htmlOf(new Sentence("a ` b"))).toBe("a &#x60; b");
  });

  test("keeps numbers, flags and gaps, at any depth", () => {
    const view = { a: [1, null, { b: true }], c: "<" };
    expect(prepareForHtml(view)).toEqual(view);
  });
});

describe("escapeMarkdown", () => {
  test.each([
    ["*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`"],
    ["[a](javascript:alert(1))", "\\[a\\](javascript:alert(1))"],
    ["![a](https://example.org)", "!\\[a\\](https\\://example.org)"],
    ["<script>", "\\<script\\>"],
    ["a | b", "a \\| b"],
    ["# a", "\\# a"],
    ["- a", "\\- a"],
    ["1. a", "1\\. a"],
    ["---", "\\---"],
    ["===", "\\==="],
    ["1.25", "1.25"],
    ["-1", "-1"],
    ["> a", "\\> a"],
    ["&lt;", "\\&lt;"],
    ["www.example.org", "www\\.example.org"],
    ["C:\\temp", "C:\\\\temp"],
  ])("writes %j so that it reads as it stands", (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });
});

describe("prepareForMarkdown", () => {
  test("keeps code in sentences and escapes around it", () => {
    expect(markdownOf(new Sentence("use `4 * c`, not 2*c"))).toBe("use `4 * c`, not 2\\*c");
  });

  test.each([
    ["a", "```markdown\na\n```"],
    ["```\nx\n```\n", "````markdown\n```\nx\n```\n````"],
    ["`````", "``````markdown\n`````\n``````"],
    ["a\u001b[2J\r\nb", "```markdown\na\uFFFD[2J\nb\n```"],
  ])("shows a student's Markdown %j as written, inside a fence that it cannot close", (text, fenced) => {
    expect(markdownOf(new StudentMarkdown(text))).toBe(fenced);
  });
});

describe("a student's text of backquotes alone", () => {
  const backquotes = (count: number) => new StudentMarkdown("`".repeat(count));

  test("is fenced by one more of them, however many there are", () => {
    expect(String(markdownOf(backquotes(130_000))).startsWith(`${"`".repeat(130_001)}markdown\n`)).toBe(true);
    const scattered = "` ".repeat(130_000);
    expect(String(markdownOf(new StudentMarkdown(scattered))).startsWith("```markdown\n")).toBe(true);
  });

  test("is rendered for a page", () => {
    expect(htmlOf(backquotes(130_000))).toContain("<pre>");
  });
});
