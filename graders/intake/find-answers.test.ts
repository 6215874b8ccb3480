/** Where explanations are looked for, and that none is passed over without a word. */

import { good, take, writeAll } from "../testing/hand-in";
import { say } from "../testing/say";
import { collectExplanations } from "./explanations";

const text = "## padding\nEleven less three and one is nine already.";

test.each([
  "answers.md",
  "Answers.MD",
  "answer.txt",
  "answers (1).md",
  "answers.md.txt",
  "answers",
  "explanations.markdown",
  "submission.md",
  "Antworten.md",
  "Erkl\u00e4rungen.txt",
  "re\u0301ponses.md",
  "r\u00e9ponses.md",
  "Explications.md",
  "respuestas.md",
  "docs/answers.md",
  "notes/more/Antworten.md",
  "answers.tex",
  "docs/answers.rst",
  "answers.org",
  "answers.yaml",
  "answers_final.md",
  "Kopie von answers.md",
  "kim_answers.txt",
  "HW3Explanations.md",
  "Meine Erkl\u00e4rungen v2.md",
])("%s is read", async (name) => {
  writeAll("class/ann", { "submission.ts": good, [name]: text });
  const found = await take("class", "ann");
  expect(found.answersMarkdown).toBe(text);
  expect(found.leftAside).toBeUndefined();
  const isAsAsked = /(?:^|\/)answers\.md$/.test(name);
  expect(found.remarks?.map(say).join() ?? "as asked").toMatch(isAsAsked ? /^as asked$/ : /were read from/);
});

test.each(["README.md", "padding.md", "report.pdf", "My explanation.docx", "docs/why.html", "notes.txt"])(
  "%s is named for who grades",
  async (name) => {
    writeAll("class/ann", { "submission.ts": good, [name]: text });
    const { leftAside = [], answersMarkdown } = await take("class", "ann");
    expect([answersMarkdown, leftAside.map((one) => one.name)]).toEqual([undefined, [name]]);
  },
);

test.each([
  "answers.docx",
  "Antworten.pdf",
  "réponses.odt",
  "answers.rtf",
  "answers.html",
  "answers_final.docx",
])("%s is told to the student as well", async (name) => {
  writeAll("class/ann", { "submission.ts": good, [name]: "PK" });
  const { leftAside, remarks = [] } = await take("class", "ann");
  expect(leftAside?.map((one) => one.name)).toEqual([name]);
  expect(remarks.map(say).join()).toContain(`Explanations in ${name} were not read`);
});

test.each(["report.pdf", "Homework 3.docx", "notes/why.pages"])(
  "%s is told to who explained nothing elsewhere",
  async (name) => {
    const unread = `Explanations in ${name} were not read`;
    writeAll("class/ann", { "submission.ts": good, [name]: "PK" });
    expect((await take("class", "ann")).remarks?.map(say).join()).toContain(unread);
    writeAll("class/ann", { "submission.ts": good, [name]: "PK", "answers.md": text });
    expect((await take("class", "ann")).remarks).toBeUndefined();
  },
);

describe("whatever is called as explanations is read, however many there are", () => {
  const skeleton = "# Explanations\n\nWrite below each heading.\n\n## padding\n\n## softmax\n\n";
  const names = [
    "answers.md",
    "answers (1).md",
    "answers_final.md",
    "Antworten.txt",
    "docs/answers.md",
    "my answers.md",
  ];
  const contents = { "an empty file": "", skeleton, text, "a fence": "## padding\n```ts\nf()\n```\n" };
  const pairs = names.flatMap((one) =>
    names.filter((other) => other !== one).map((other) => [one, other] as const),
  );
  const cases = pairs.flatMap(([one, other]) =>
    Object.entries(contents).map(([what, first]) => [what, one, other, first] as const),
  );
  test.each(cases)("%s as %s takes nothing from %s", async (_, one, other, first) => {
    const own =
      "Here is what I thought about.\n\n## softmax\nOne division for each element, by the sum of the row.";
    writeAll("class/ann", { "submission.ts": good, [one]: first, [other]: own });
    const { answersMarkdown = "", leftAside, remarks = [] } = await take("class", "ann");
    const { byQuestion, unassigned } = collect(answersMarkdown);
    expect(byQuestion.get("softmax")).toMatch(/^One division for each element, by the sum of the row\.$/);
    expect(unassigned.join()).toContain("Here is what I thought about.");
    expect(byQuestion.get("padding") ?? "").toBe(
      first === skeleton ? "" : first.replace("## padding\n", "").trim(),
    );
    expect(leftAside).toBeUndefined();
    const misnamed = [one, other].filter((name) => !name.endsWith("answers.md") || name.startsWith("my"));
    expect(remarks.map(({ code }) => code)).toEqual(misnamed.map(() => "explanations-misnamed"));
  });

  const collect = (written: string) =>
    collectExplanations({
      exported: undefined,
      texts: [written],
      sources: [],
      questions: ["padding", "softmax"].map((id) => ({ id, names: [], exports: [], handedOut: [] })),
    });
});

test("what is handed out, pictures and data are nothing to speak of", async () => {
  const names = [
    "ASSIGNMENT.md",
    "assignment.html",
    "TYPESCRIPT.md",
    "PROFILING.md",
    "plot.png",
    "data.csv",
    "submission",
  ];
  writeAll("class/ann", { "submission.ts": good, ...Object.fromEntries(names.map((name) => [name, ""])) });
  expect((await take("class", "ann")).leftAside).toBeUndefined();
});
