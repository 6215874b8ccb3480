import { parseAnswersMarkdown } from "../../intake/explanations";
import { isUnanswered } from "../../judge/judge-part";
import { english } from "../../wording/translator";
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
  questions: [question("softmax", "softmaxFlops"), question("fused", "fusedFlops", true)],
};
const statements = new Map([
  ["softmax", "# Any heading\n\nWrite `softmaxFlops(x: Tensor): number`:\n\n$$\\sum_j e^{x_j}$$\n"],
  ["fused", "# Other\n\nThe price is `$5`, or $p_i$ and <b>more</b>.\n"],
]);
const markdown = writeAssignment(assignment, { introduction: "Read on.\n", statements }, english);

test("the assignment has every question under its own title, with id and points", () => {
  expect(markdown).toMatch(/^# Costs & more\n\nRead on\.\n\n## On softmax \(`softmax`, 2 points\)\n\nWrite/);
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

test("the skeleton of answers.md has a section for every question, and nothing in it", () => {
  const sections = parseAnswersMarkdown(writeAnswersSkeleton(assignment, english));
  expect([...sections]).toEqual([
    ["softmax", ""],
    ["fused", ""],
  ]);
});
