import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isRealExplanation } from "../../contract/explanation";
import { assignment } from "../../questions/efficient-deep-learning";
import { makeOwnWords } from "./known-texts";

const root = join(__dirname, "..", "..", "..");
const { removeCopied, removeRuns } = makeOwnWords(assignment.questions);
const read = (...path: readonly string[]): string => readFileSync(join(root, ...path), "utf8");

const statements = assignment.questions.map(({ id }) => [
  `the text of ${id}`,
  read("graders", "questions", id, "statement.md"),
]);
const handedOut = ["README.md", "assignment.md"].map((name) => [
  `the hand-out's ${name}`,
  read("templates", "handout", name),
]);
const hints = assignment.questions.flatMap(({ id, feedback }) =>
  Object.entries(feedback.readings).flatMap(([reading, { hint = "" }]) =>
    isRealExplanation(hint) && hint.split(" ").length > 9 ? [[`the hint of ${id}, ${reading}`, hint]] : [],
  ),
);

/** What a public check says was expected, and what a report says of any question. */
const said = [
  "the smallest batch whose FLOP per byte reach peak divided by bandwidth; null if none does; another idea of optimal needs its reason in explanations",
  "This follows from your own earlier answer, so an earlier slip does not count against you again.",
].map((text) => [text.slice(0, 40), text]);

test("there are hints to copy", () => expect(hints.length).toBeGreaterThan(100));

test.each([...statements, ...handedOut, ...hints, ...said] as [string, string][])(
  "%s, handed in as an explanation, explains nothing",
  (_, text) => {
    expect(isRealExplanation(text)).toBe(true);
    expect(isRealExplanation(removeCopied(text))).toBe(false);
    expect(isRealExplanation(removeRuns(text))).toBe(false);
  },
);

const table = JSON.parse(read("graders", "wording", "fr.json")) as Record<string, string>;
/** Names of the code, as in "nBytes, nKB and nMB", are words of nobody. */
const countWords = (text: string): number =>
  (text.match(/\p{L}{2,}/gu) ?? []).filter((word) => !/^\p{Ll}+\p{Lu}/u.test(word)).length;

test("no sentence of a report, in either language, is anybody's own, however short", () => {
  const sentences = Object.entries(table)
    .flat()
    .flatMap((text) => text.split(/(?<=[.!?:;])\s+/))
    .filter((text) => countWords(text) > 3 && !text.includes("{"));
  expect(sentences.length).toBeGreaterThan(3000);
  expect(sentences.filter((text) => countWords(removeCopied(text)) > 2)).toEqual([]);
});

test.each(assignment.questions.map(({ id, feedback }) => [id, feedback] as const))(
  "neither is the title of %s, with its number, nor what the starter says it returns",
  (id, { title, expected }) => {
    for (const name of [title, table[title] ?? ""].filter((text) => countWords(text) > 2))
      expect(removeCopied(`Task 5: ${name} (\`${id}\`, 1 point)`)).toBe("");
    expect(countWords(removeCopied(`Returns ${expected}.`))).toBeLessThan(3);
  },
);

test("the whole of a page leaves nothing of it, but what somebody added", () => {
  const own = "The curve is bound by memory since few samples share the weights.";
  const page = Object.keys(table).join("\n");
  expect(countWords(removeCopied(page))).toBeLessThan(countWords(page) / 100);
  expect(removeCopied(`${page.slice(0, 20_000)}\n${own}`)).toContain(
    "The curve is bound by memory since few samples",
  );
});

test.each([
  "○ bytes            no function nameBytes is exported",
  "✓ model-bytes      passes its 5 public checks",
  "expected          more FLOP than the linear layer has: which inputs does the PReLU multiply?",
  "the answer has another form than the question asks for\n  it returned       -7\n  expected          values that rise with the batch size, and the same ones in reverse",
  "○ intensity-plot   no function intensityCurve is exported\n                   no function intensityPlot is exported",
])("what the selfcheck prints explains nothing: %s", (text) =>
  expect(countWords(removeCopied(text))).toBeLessThan(3),
);

test.each([
  "The peak is in the optimizer step, when gradients and moments are in use; the estimate does not count what is temporary.",
  "The peak is in the optimizer step. There the estimate does not count the temporary memory.",
])("an answer in the words of the question is paid by nobody but a person, who reads it: %s", (text) => {
  expect(removeCopied(text)).toBe("");
  expect(removeRuns(text)).toBe(text);
});

test.each(statements as [string, string][])("%s as a page's source has it explains nothing", (_, text) => {
  expect(removeCopied(text.replaceAll(" ", "&nbsp;"))).toBe(removeCopied(text));
});

test.each(statements as [string, string][])("%s in the order of its letters explains nothing", (_, text) => {
  const words = [...new Set(text.match(/(?<=[ (])\p{Ll}+(?=[ ,.:;)])/gu))].sort().slice(0, 40);
  expect(words.length).toBeGreaterThan(20);
  expect(removeCopied(words.join(" "))).toBe("");
});

test.each([
  "Rounded to whole millions of parameters, since nobody reads more.",
  "Padding is the total of both sides here.",
  "A division is one operation here, the cost is another task's.",
  "No batch reaches the ridge point, so I take 64.",
  "Tous les échantillons tiennent en mémoire, donc le plus grand batch.",
])("what a student says in a sentence stays: %s", (text) => expect(removeCopied(text)).toBe(text));

test("a question without a text takes nothing from anybody's words", () => {
  const own = "The peak is in the optimizer step, where the activations are gone.";
  expect(makeOwnWords([]).removeCopied(own)).toBe(own);
});
