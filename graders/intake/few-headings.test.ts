/** A text may consist of headings: no more of them are read than anybody writes. */
import { endInTime } from "../testing/end-in-time";
import { collectExplanations, type WrittenWork } from "./explanations";
import { nameQuestions } from "./question-names";

const padding = {
  id: "padding",
  title: "Padding",
  isBonus: false,
  exports: ["padding"],
  expected: "a count",
};
const nothing: WrittenWork = {
  exported: undefined,
  texts: [],
  sources: [],
  questions: nameQuestions([padding], { padding: "2a" }),
};

const collect = (work: Partial<WrittenWork>) => endInTime(() => collectExplanations({ ...nothing, ...work }));

const numbered = (count: number, text: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => text(i)).join("\n");

test.each([
  ["alike", numbered(1_000_000, () => "#")],
  ["of their own", numbered(300_000, (i) => `# ${i}`)],
  ["inside a section", `# padding\n${numbered(300_000, (i) => `## ${i}`)}`],
])("a text of headings that are %s is come through", (_, text) => {
  const { unassigned } = collect({ texts: [text] });
  expect(unassigned.length).toBeLessThanOrEqual(1_001);
});

test("names of exported texts as well", () => {
  const exported = Object.fromEntries(Array.from({ length: 90_000 }, (_, i) => [`a name of ${i}`, "text"]));
  const { unassigned } = collect({ exported });
  expect(unassigned).toHaveLength(1_001);
});

test("a question behind some hundred headings is found", () => {
  const text = `${numbered(500, (i) => `# Thought ${i}\nand more`)}\n# Padding\nboth sides`;
  expect(collect({ texts: [text] }).byQuestion.get("padding")).toBe("both sides");
});
