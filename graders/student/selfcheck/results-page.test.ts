import { hostileTexts } from "../../testing/hostile-texts";
import type { Line } from "./line";
import { writeResultsPage } from "./results-page";

const words = { language: "en", title: "Results" };
const line = (text: string): Line => ({
  tone: "wrong",
  label: text,
  text,
  details: [
    { label: text, text },
    { label: "", text },
  ],
});

test("a page says every line and every detail once", () => {
  const page = writeResultsPage([[line("first")], [], [line("second")]], words);
  expect(page.match(/first/g)).toHaveLength(5);
  expect(page.match(/<section>/g)).toHaveLength(2);
  expect(page.match(/<dt>/g)).toHaveLength(2);
});

test("columns of a quoted line and its caret stay where they are", () => {
  const details: Line["details"] = [
    { label: "at", text: "a.ts:1:5" },
    { label: "", text: "a   b", isVerbatim: true },
    { label: "", text: "    ^", isVerbatim: true },
  ];
  const page = writeResultsPage([[{ ...line(""), details }]], words);
  expect(page).toContain('tabindex="0">a   b\n    ^</pre>');
});

test("nothing that a submission prints becomes markup, and nothing runs or is loaded", () => {
  const bare = writeResultsPage([hostileTexts.map(() => line("x"))], words);
  const page = writeResultsPage([hostileTexts.map(line)], words);
  const countTags = (html: string): number => (html.match(/<[a-z!/]/gi) ?? []).length;
  expect(countTags(page)).toBe(countTags(bare));
  expect(page).toContain("default-src 'none'");
  expect(page).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
});
