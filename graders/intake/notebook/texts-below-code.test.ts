/** In a notebook of a student's own a text is about the code that it stands below, whatever the last heading was. */
import { assignment } from "../../questions/efficient-deep-learning";
import { endInTime } from "../../testing/end-in-time";
import { collectExplanations } from "../explanations";
import { listNamedParts, nameQuestions } from "../question-names";
import { exportNotebook } from "./export-notebook";
import { type Cell, writeNotebook } from "./notebook";

const questions = nameQuestions(listNamedParts(assignment.questions), {});
const [first] = questions;
const real = "It is the largest sum, because temporary buffers as large as the weights live there.";

const md = (source: string): Omit<Cell, "id"> => ({ kind: "markdown", source });
const code = (source: string): Omit<Cell, "id"> => ({ kind: "code", source });
const answer = (id: string | undefined): Omit<Cell, "id"> =>
  code(
    (questions.find((one) => one.id === id)?.exports ?? [])
      .map((name) => `export function ${name}() { return 1; }`)
      .join("\n"),
  );

const read = (cells: readonly Omit<Cell, "id">[]) => {
  const written = writeNotebook(cells.map((cell, at) => ({ ...cell, id: `c${at}` })));
  const exported = exportNotebook("own.ipynb", written);
  const texts = exported.kind === "exported" ? [exported.answers] : [];
  return collectExplanations({ exported: undefined, texts, sources: [], questions });
};
const list = (cells: readonly Omit<Cell, "id">[]) => [...read(cells).byQuestion];

describe.each(questions.slice(1).map(({ id }, at) => [id, questions[at + 2]?.id] as const))(
  "%s",
  (id, next) => {
    const above = [md(`## ${first?.id}\n`), answer(first?.id), answer(id)];

    test("a text below its code, and below a heading that says nothing of it, is about it", () => {
      for (const heading of ["", "# Explanation\n", "### My thoughts\n", "**Why:** "]) {
        const text = `${heading}${real}`;
        expect(list([...above, md(text)])).toEqual([[id, text]]);
        expect(list([...above, code("check(1);\nconst bytes = 3;"), md(text)])).toEqual([[id, text]]);
        expect(list([answer(id), md(text)])).toEqual([[id, text]]);
      }
    });

    test("what its own heading says comes first", () => {
      expect(list([...above, md(`# ${first?.id}\n${real}`)])).toEqual([[first?.id, real]]);
      if (next !== undefined) expect(list([...above, md(`### ${next}\n${real}`)])).toEqual([[next, real]]);
      expect(list([...above, md(`## ${first?.id}`), md(real)])).toEqual([[first?.id, real]]);
    });

    test("between two answers it is about both, and what follows about the second alone", () => {
      if (next === undefined) return;
      const cells = [...above, md(real), answer(next)];
      expect(list(cells)).toEqual([
        [id, real],
        [next, real],
      ]);
      expect(list([...cells, md("And so on."), answer(first?.id)])).toEqual([
        [first?.id, "And so on."],
        [id, real],
        [next, `${real}\n\n\nAnd so on.`],
      ]);
    });
  },
);

describe("a cell of code that does nothing but say something is a text", () => {
  const said = JSON.stringify(real);
  test.each([said, `${said};`, `\`${real}\``, `console.log(${said});`, `const explanation = ${said};`])(
    "%s",
    (source) => {
      for (const { id } of questions) expect(list([answer(id), code(source)])).toEqual([[id, real]]);
      for (const more of ["f();", "const a = 1;"])
        expect(list([answer(first?.id), code(`${source}\n${more}`)])).toEqual([]);
    },
  );

  test.each(["console.log(1);", 'console.log("done");', "", `export const explanation = ${said};`])(
    "%s says nothing",
    (source) => {
      expect(list([answer(first?.id), code(source)])).toEqual([]);
    },
  );
});

test("below its own heading a text stays there, helpers and other versions of the answer between them", () => {
  const helper = code("const half = (n: number) => n / 2;");
  const cells = [md(`## ${first?.id}`), helper, answer(first?.id), answer(first?.id), md(real)];
  expect(list(cells)).toEqual([[first?.id, real]]);
});

test("below the code of several questions it is about none of them", () => {
  const all = code(
    questions.flatMap(({ exports }) => exports.map((name) => `function ${name}() {}`)).join("\n"),
  );
  expect(read([all, md(real)])).toEqual({ byQuestion: new Map(), unassigned: [real] });
});

test("cells of code and text without end are come through", () => {
  const cells = Array.from({ length: 3_000 }, (_, at) => [answer(questions[at % 2]?.id), md(real)]).flat();
  expect(endInTime(() => read(cells)).byQuestion.size).toBe(2);
  expect(endInTime(() => list([code("function f() {}\n".repeat(12_000)), md(real)]))).toEqual([]);
});
