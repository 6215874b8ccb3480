import { endInTime } from "../../testing/end-in-time";
import { readTypedText } from "./typed-text";

test.each([
  ["paragraphs", "<p>One\n two.</p><p>Three<br>four.</p>", "One two.\n\nThree\nfour."],
  [
    "headings",
    '<h3 dir="ltr">estimate-check</h3><p>It is.</p><h4>b</h4>',
    "### estimate-check\n\nIt is.\n\n#### b",
  ],
  ["a heading in bold", "<h2><strong>flop</strong></h2>x", "## **flop**\n\nx"],
  ["a line in bold", "<p><b><strong>flop</strong></b></p><p>x</p>", "**flop**\n\nx"],
  ["lists", "<ul><li>a</li><li>b</li></ul>", "- a\n\n- b"],
  ["tables", "<table><tr><td>a</td><td>b</td></tr></table>c", "a b\n\nc"],
  ["code, as it is laid out", "<p>So:</p><pre># a\n  b</pre>", "So:\n\n```\n# a\n  b\n```"],
  [
    "signs",
    "<p>a &lt; b &amp;&amp; c&nbsp;&#39;d&#x27; &auml;&copy;&toString; &nbsp; e</p>",
    "a < b && c 'd' ä©&toString; e",
  ],
  ["a sign that opens no tag", "<p>a < b <- c <</p>", "a < b <- c <"],
  ["what is not seen", "<head><title>t</title></head><style>p{}</style><!-- <p>no</p> --><p>yes</p>", "yes"],
  ["a platform's own title", "<head><title>HW: Ann</title></head><h1>HW: Ann</h1><div>mine</div>", "mine"],
  ["plain text", "  ## flop\na < b && c <x> &lt;\n", "## flop\na < b && c <x> &lt;"],
  ["text without a word", "<html><body><p>&nbsp;</p></body></html>", ""],
  ["what is cut off", "<p>mine<!-- never closed <p>", "mine"],
])("%s are read", (_, html, markdown) => {
  expect(readTypedText(html)).toBe(markdown);
});

test.each([
  "<",
  "<p",
  "<!--",
  "<style>",
  "</p>",
  "<b>",
  "<pre>",
  "&#",
  "<p> ",
  "\u00A0",
  "<title>",
  "<b a",
  " a=1",
])("a million characters of %j are come through", (piece) => {
  const text = `<p>${piece.repeat(1_000_000 / piece.length)}`;
  expect(endInTime(() => readTypedText(text))).toBeDefined();
});
