import fc from "fast-check";
import { listMarkup } from "../testing/list-markup";
import { hostileExplanation } from "../testing/sample-class";
import { longestRendered, renderMarkdown } from "./markdown";

const render = (markdown: string): string => renderMarkdown(markdown).toString().trim();

const allowedTags =
  "a blockquote br code em h4 h5 h6 hr li ol p pre s span strong table tbody td th thead tr ul".split(" ");
const allowedAttributes = ["href", "rel", "class", "title", "start"];

function expectHarmless(html: string): void {
  const { tags, attributes, links } = listMarkup(html);
  expect([...tags].filter((tag) => !allowedTags.includes(tag))).toEqual([]);
  expect([...attributes].filter((name) => !allowedAttributes.includes(name))).toEqual([]);
  for (const link of links) expect(link).toMatch(/^(https?:\/\/|mailto:)/i);
}

describe("renderMarkdown", () => {
  test.each([
    ["*a* **b** `c`", "<p><em>a</em> <strong>b</strong> <code>c</code></p>"],
    ["# a", "<h4>a</h4>"],
    ["## a", "<h5>a</h5>"],
    ["#### a", "<h6>a</h6>"],
    ["a\n===", "<h4>a</h4>"],
    ["- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"],
    ["$5 and a < b", "<p>$5 and a &lt; b</p>"],
    [
      "[a](https://example.org)",
      '<p><a href="https://example.org" rel="nofollow noopener noreferrer">a</a></p>',
    ],
    [
      "<mailto:a@example.org>",
      '<p><a href="mailto:a@example.org" rel="nofollow noopener noreferrer">mailto:a@example.org</a></p>',
    ],
  ])("renders %j", (markdown, html) => {
    expect(render(markdown)).toBe(html);
  });

  test.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<style>*{display:none}</style>",
    "<!-- --><svg/onload=alert(1)>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert(1))",
    "[a](java\nscript:alert(1))",
    "[a](&#106;avascript:alert(1))",
    "[a](<javascript:alert(1)>)",
    "[a](vbscript:x)",
    "[a](data:text/html,<script>alert(1)</script>)",
    "[a](file:///etc/passwd)",
    "[a](//example.org)",
    "[a](../other/report.html)",
    "[a](#padding)",
    "[a]: javascript:alert(1)\n\n[a]",
    "<javascript:alert(1)>",
    '[a](https://example.org "x\\" onmouseover=\\"alert(1)")',
    '[a](https://example.org/"onmouseover=alert(1))',
    "![a](https://example.org/track.png)",
    "![a](data:image/svg+xml,<svg onload=alert(1)>)",
    "![<script>](https://example.org/track.png)",
    '```"><script>alert(1)</script>\nx\n```',
    "`</code><script>alert(1)</script>`",
    "| a |\n| :-: |\n| <script> |",
    hostileExplanation,
  ])("makes %j harmless", (markdown) => {
    expectHarmless(render(markdown));
  });

  test("names an image instead of loading it", () => {
    expect(render("![a <b> plot](https://example.org/track.png)")).toBe(
      '<p><span class="image">[a &lt;b&gt; plot]</span></p>',
    );
  });

  test("shows raw HTML as text", () => {
    expect(render("a <b>c</b>")).toBe("<p>a &lt;b&gt;c&lt;/b&gt;</p>");
  });

  test("shows control characters and reordering marks as what they are: something foreign", () => {
    expect(render("a\u001b[2Jb\u202Ec\u0000")).toBe("<p>a\uFFFD[2Jb\uFFFDc\uFFFD</p>");
  });

  test("cuts what nobody reads", () => {
    expect(render("x".repeat(longestRendered * 3)).length).toBeLessThan(longestRendered + 100);
  });

  test("gives harmless HTML for any text", () => {
    const bits = fc.constantFrom(
      "<",
      ">",
      '"',
      "'",
      "`",
      "[",
      "]",
      "(",
      ")",
      "!",
      "javascript:",
      "https://a.b/",
      "<script>",
      " onerror=x",
      "|",
      "\n",
      "```",
      "# ",
      "- ",
      "&",
      "\\",
      "*",
      "_",
      "a ",
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 40 }), (pieces) => expectHarmless(render(pieces.join("")))),
      { numRuns: 500 },
    );
  });
});

describe("formulas in students' Markdown", () => {
  test("are set, in a line and displayed", () => {
    expect(render("so $x^2$ it is")).toMatch(/so <math><msup>.*<\/math> it is/);
    expect(render("$$\\frac{a}{b}$$")).toContain('<math display="block"');
  });

  test.each([
    "costs $5 and $10",
    "`$x$`",
    "$\\href{javascript:alert(1)}{x}$",
    "$\\includegraphics{https://example.org/a.png}$",
    "$\\frac{$",
    "$\\def\\a{\\a\\a}\\a$",
  ])("%s stays as it was written", (text) => {
    expect(render(text)).not.toContain("<math");
    expect(render(text)).not.toMatch(/<(?!\/?(p|code)>)/);
  });

  test("hold no markup but that of formulas", () => {
    expect(render("$\\text{<img src=x onerror=alert(1)>}$")).not.toContain("<img");
    expect(render("$\\color{red}{x}$")).not.toContain("style=");
  });
});
