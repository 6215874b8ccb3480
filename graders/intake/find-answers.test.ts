/** Where explanations are looked for, and that none is passed over without a word. */
import { good, take, writeAll } from "../testing/hand-in";
import { say } from "../testing/say";

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

test.each([
  "README.md",
  "padding.md",
  "report.pdf",
  "My explanation.docx",
  "explanation.tex",
  "docs/why.html",
  "notes.txt",
])("%s is named for who grades", async (name) => {
  writeAll("class/ann", { "submission.ts": good, [name]: text });
  const { leftAside = [], answersMarkdown } = await take("class", "ann");
  expect([answersMarkdown, leftAside.map((one) => one.name)]).toEqual([undefined, [name]]);
});

test.each([
  "answers.docx",
  "Antworten.pdf",
  "réponses.odt",
  "answers.rtf",
  "answers.html",
  "docs/answers.tex",
  "answers_final.docx",
])("%s is told to the student as well", async (name) => {
  writeAll("class/ann", { "submission.ts": good, [name]: "PK" });
  const { leftAside, remarks = [] } = await take("class", "ann");
  expect(leftAside?.map((one) => one.name)).toEqual([name]);
  expect(remarks.map(say).join()).toContain(`Explanations in ${name} were not read`);
});

test.each(["réponses.md", "answers_final.md"])(
  "the hand-out's skeleton beside one's own %s is no reason to pass over that in silence",
  async (name) => {
    writeAll("class/ann", { "submission.ts": good, "answers.md": "", [name]: text });
    const { leftAside, remarks = [] } = await take("class", "ann");
    expect(leftAside?.map((one) => one.name)).toEqual([name]);
    expect(remarks.map(say)).toEqual([
      `Explanations in ${name} were not read: answers.md was read instead. Put everything into answers.md.`,
    ]);
  },
);

test("of several names that are near the student is asked for the right one, and a known name counts before them", async () => {
  const near = { "answers_final.md": text, "answers_old.md": text };
  writeAll("class/ann", { "submission.ts": good, ...near });
  writeAll("class/bob", { "submission.ts": good, ...near, "docs/Antworten.md": text });
  const [ann, bob] = [await take("class", "ann"), await take("class", "bob")];
  expect([ann.answersMarkdown, bob.answersMarkdown]).toEqual([undefined, text]);
  expect(ann.remarks?.map(say)).toEqual([
    "Several files could hold the explanations, so none was read: answers_final.md, answers_old.md. Call the right one answers.md.",
  ]);
  expect(bob.remarks?.map(({ code }) => code)).toEqual([
    "explanations-misnamed",
    "explanations-unread",
    "explanations-unread",
  ]);
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
