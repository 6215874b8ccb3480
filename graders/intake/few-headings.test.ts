/** A text may consist of headings: no more of them are read than anybody writes. */
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

function measure(work: Partial<WrittenWork>) {
  const start = performance.now();
  const { byQuestion, unassigned } = collectExplanations({ ...nothing, ...work });
  return { padding: byQuestion.get("padding"), unassigned, tookMs: performance.now() - start };
}

const numbered = (count: number, text: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => text(i)).join("\n");

test.each([
  ["alike", numbered(1_000_000, () => "#")],
  ["of their own", numbered(300_000, (i) => `# ${i}`)],
  ["inside a section", `# padding\n${numbered(300_000, (i) => `## ${i}`)}`],
])("a text of headings that are %s takes no longer than another", (_, text) => {
  const { unassigned, tookMs } = measure({ texts: [text] });
  expect(tookMs).toBeLessThan(5_000);
  expect(unassigned.length).toBeLessThanOrEqual(1_001);
});

test("names of exported texts as well", () => {
  const exported = Object.fromEntries(Array.from({ length: 90_000 }, (_, i) => [`a name of ${i}`, "text"]));
  const { unassigned, tookMs } = measure({ exported });
  expect(tookMs).toBeLessThan(5_000);
  expect(unassigned).toHaveLength(1_001);
});

test("a question behind some hundred headings is found", () => {
  const text = `${numbered(500, (i) => `# Thought ${i}\nand more`)}\n# Padding\nboth sides`;
  expect(measure({ texts: [text] }).padding).toBe("both sides");
});
