/** What explains under a name that nobody knows beforehand is known by what names a question. */
import type { Submission } from "../contract/submission";
import { assignment } from "../questions/efficient-deep-learning";
import { good, look, writeAll } from "../testing/hand-in";
import { collectExplanations } from "./explanations";
import { listNamedParts, nameQuestions } from "./question-names";

const questions = nameQuestions(listNamedParts(assignment.questions), assignment.tasks);
const own =
  "Eleven less three and one is nine already.\n\n# A second thought\nSo nothing is left to fill in.";
const kept = own.replace("\n# ", "\n### ");

const takeIn = async (): Promise<Submission> => {
  const { submissions } = await look("class", { questions });
  const [found] = submissions;
  if (found?.kind !== "submission") throw new Error("nothing was taken in");
  return found;
};

async function read(files: Readonly<Record<string, string>>) {
  writeAll("class/ann", { "submission.ts": good, ...files });
  const { answersMarkdown, remarks = [], leftAside = [] } = await takeIn();
  const texts = answersMarkdown === undefined ? [] : [answersMarkdown];
  const { byQuestion, unassigned } = collectExplanations({
    exported: undefined,
    texts,
    sources: [],
    questions,
  });
  const taken = remarks.flatMap((one) => (one.code === "explanations-misnamed" ? [one.file] : []));
  return { byQuestion, unassigned, taken, leftAside: leftAside.map(({ name }) => name) };
}

describe("a file that has a question's name explains its answer", () => {
  const names = assignment.questions.flatMap(({ id, feedback }) => [
    `${id}.md`,
    `notes/${feedback.title}.txt`,
  ]);
  const inFolders = [
    "estimate-check/README.md",
    "my/softmax/why.txt",
    "task 2a/notes.md",
    "bound/padding.md",
  ];
  test.each([...names, ...inFolders, "explanations/padding.txt", "Task 2a.md", "my/deep/preluFlops.rst"])(
    "%s",
    async (name) => {
      const { byQuestion, unassigned, taken, leftAside } = await read({ [name]: own });
      expect([...byQuestion.values()]).toEqual([kept]);
      expect([unassigned, taken, leftAside]).toEqual([[], [name], []]);
    },
  );
});

describe("and so does what stands below a heading that names one", () => {
  const headings = assignment.questions.flatMap(({ id, feedback }) => [id, feedback.title, `\`${id}\`:`]);
  test.each(["README.md", "notes.md", "report.txt", "Abgabe.md", "docs/write-up.adoc"])(
    "%s",
    async (name) => {
      for (const heading of headings) {
        const text = `# My homework\n\nRun it with Node.\n\n## ${heading}\n\nNothing is left to fill in.\n`;
        const { byQuestion, unassigned, taken, leftAside } = await read({ [name]: text });
        expect([...byQuestion.values()]).toEqual(["Nothing is left to fill in."]);
        expect([unassigned, taken, leftAside]).toEqual([[], [name], []]);
      }
    },
  );
});

test("beside answers.md, which comes first", async () => {
  const { byQuestion, taken } = await read({
    "answers.md": "## padding\nNine.",
    "README.md": "## padding\nTwice four and one.\n## softmax\nA row.",
  });
  expect([byQuestion.get("padding"), byQuestion.get("softmax")]).toEqual([
    "Nine.\n\nTwice four and one.",
    "A row.",
  ]);
  expect(taken).toEqual(["README.md"]);
});

test.each([
  ["a word among others", "## How to run the padding script\nnode it"],
  ["no heading", "Run it with Node. The padding is computed in submission.ts."],
  ["a heading in code", "```\n# padding\n```"],
  ["nothing", ""],
])("a text with %s stays what it is: named for staff", async (_, text) => {
  const { byQuestion, unassigned, taken, leftAside } = await read({ "README.md": text });
  expect([[...byQuestion], unassigned, taken, leftAside]).toEqual([[], [], [], ["README.md"]]);
});

test("what a file of another name says is part of what was handed in", async () => {
  const digests: string[] = [];
  for (const text of ["## padding\nNine.", "Run it.\n## padding\nNine.", "## padding\nTen."]) {
    writeAll("class/ann", { "submission.ts": good, "README.md": text });
    digests.push((await takeIn()).contentDigest);
  }
  const [first, sameWords, other] = digests;
  expect(sameWords).toBe(first);
  expect(other).not.toBe(first);
});

describe("explanations in a source that is called so and that nothing imports", () => {
  test.each(["explanations.ts", "my/Explanations.js", "Erklärungen.ts", "answers-final.ts"])(
    "%s",
    async (name) => {
      for (const { id, exports } of questions)
        for (const key of [id, ...exports]) {
          const source = `export const explanations = { ${JSON.stringify(key)}: "Nothing is left to fill in." };`;
          const { byQuestion, taken, leftAside } = await read({ [name]: source });
          expect([...byQuestion]).toEqual([[id, "Nothing is left to fill in."]]);
          expect([taken, leftAside]).toEqual([[name], []]);
        }
    },
  );

  const source = 'export const explanations = { padding: "Nothing is left to fill in." };';
  const entry = `${good}export { explanations } from "./explanations";\n`;
  test.each([
    ["is imported, when it runs", { "submission.ts": entry, "explanations.ts": source }],
    ["is called otherwise, not at all", { "old.ts": source }],
  ])("that %s", async (_, files) => {
    const { byQuestion, taken } = await read(files);
    expect([byQuestion.size, taken]).toEqual([0, []]);
  });
});
