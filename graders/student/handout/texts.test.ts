import { collectExplanations } from "../../intake/explanations";
import { nameQuestions } from "../../intake/question-names";
import { isUnanswered } from "../../judge/asked";
import { readLanguages } from "../../wording/languages";
import { createTranslator, english } from "../../wording/translator";
import type { PublicAssignment } from "../public/public-assignment";
import { writeAssignment } from "./assignment-text";
import { writePage } from "./printable";
import { writeAnswersSkeleton, writeStarter } from "./starter";

const question = (id: string, name: string, isBonus = false) => ({
  id,
  points: "2",
  isBonus,
  title: `On ${id}`,
  expected: "a count",
  signatures: [{ name, parameters: "x: Tensor", returns: "number", form: { kind: "number" as const } }],
  asksForText: false,
  checks: [],
});
const assignment: PublicAssignment = {
  id: "costs",
  title: "Costs & more",
  tasks: { softmax: "3b" },
  questions: [question("softmax", "softmaxFlops"), question("fused", "fusedFlops", true)],
};
const statements = new Map([
  ["softmax", "# Any heading\n\nWrite `softmaxFlops(x: Tensor): number`:\n\n$$\\sum_j e^{x_j}$$\n"],
  ["fused", "# Other\n\nThe price is `$5`, or $p_i$ and <b>more</b>.\n"],
]);
const markdown = writeAssignment(assignment, { introduction: "Read on.\n", statements }, english);

test("the assignment has every question under its own title, with id and points", () => {
  expect(markdown).toMatch(
    /^# Costs & more\n\nRead on\.\n\n2 points in all, and 2 more as a bonus\.\n\n## Task 3b: On softmax \(`softmax`, 2 points\)\n\nWrite/,
  );
  expect(markdown).toContain("## On fused (`fused`, bonus of 2 points)\n\nThe price");
  expect(markdown).not.toContain("Any heading");
});

describe("the printable page", () => {
  const page = writePage(markdown, { language: "en", title: "Costs & more", stylesheet: "body{}" });

  test("sets formulas as MathML, and leaves code alone", () => {
    expect(page).toMatch(/<math display="block"[\s\S]*<munderover|<munder|<msub/);
    expect(page).toContain("<code>$5</code>");
    expect(page.match(/<math/g)).toHaveLength(2);
    expect(page).not.toMatch(/\$\$|\uE000/);
  });

  test("loads nothing, runs nothing, and escapes what is no markup of ours", () => {
    expect(page).toContain("&lt;b&gt;more&lt;/b&gt;");
    expect(page).toContain("<title>Costs &amp; more</title>");
    expect(page).not.toMatch(/<script|src=|@import|url\(/);
    expect(page).toContain("default-src 'none'");
  });

  test("refuses a formula that cannot be set", () => {
    const write = () => writePage("$$\\frac{1}{$$", { language: "en", title: "", stylesheet: "" });
    expect(write).toThrow("cannot be set");
  });
});

describe("the starter", () => {
  const starter = writeStarter(assignment, ["Gpu", "Tensor"], english);

  test("has a typed, documented stub for every function, and imports the types it names", () => {
    expect(starter).toContain('import type { Tensor } from "./types";');
    expect(starter).toContain("export function softmaxFlops(x: Tensor): number {");
    expect(starter).toContain(" * On fused (`fused`, bonus of 2 points).\n * Returns a count.\n");
    expect(starter).toContain('export const name = "";');
  });

  test("throws what the grader knows for unanswered", () => {
    const [, thrown] = /new Error\(`\$\{what\}(.*)`\)/.exec(starter) ?? [];
    expect(isUnanswered({ kind: "threw", message: `Error: softmaxFlops${thrown}` })).toBe(true);
  });
});

describe("what was handed out and not filled in explains nothing", () => {
  const questions = nameQuestions(
    assignment.questions.map((one) => ({ ...one, exports: one.signatures.map(({ name }) => name) })),
  );
  const collect = (texts: readonly string[], sources: readonly string[]) =>
    collectExplanations({ exported: undefined, texts, sources, questions }).byQuestion;

  test("the skeleton of answers.md, which has a section for every question", () => {
    const skeleton = writeAnswersSkeleton(assignment, english);
    expect(collect([skeleton], []).size).toBe(0);
    for (const { id } of questions) {
      const filled = skeleton.replace(`## ${id}\n`, `## ${id}\nwords of mine\n`);
      expect([...collect([filled], [])]).toEqual([[id, "words of mine"]]);
    }
  });

  test.each([
    english,
    ...Object.entries(readLanguages()).map(([tag, table]) => createTranslator(tag, table)),
  ])("the comments of the starter, though they are sentences: $language", (translator) => {
    const wordy = "an object { weights, gradients, moments, activations, total } of five numbers of bytes";
    const starter = writeStarter(
      { ...assignment, questions: assignment.questions.map((one) => ({ ...one, expected: wordy })) },
      [],
      translator,
    );
    expect(starter).toContain(translator.translate(wordy));
    expect(collect([], [starter]).size).toBe(0);
    const own = "I subtract the maximum of each row first";
    const written = starter.replace(
      "export function softmaxFlops",
      `// ${own}\nexport function softmaxFlops`,
    );
    expect([...collect([], [written])]).toEqual([["softmax", own]]);
  });
});
