import { nothingEarlier } from "../../contract/nothing-earlier";
import { makeOwnWords } from "../../grade/workshop/known-texts";
import { judgeHere } from "../../grade/workshop/work";
import { exportNotebook } from "../../intake/notebook/export-notebook";
import { planQuestions } from "../../judge/plan";
import { createRandom } from "../../judge/random";
import { assignment } from "../../questions/efficient-deep-learning";
import { findLeaks, type SearchedFile } from "../../testing/find-leaks";
import { projectRoot } from "../../testing/project-root";
import { readLanguages } from "../../wording/languages";
import { buildHandout } from "./build-handout";

jest.setTimeout(120_000);

async function build(language: string): Promise<readonly SearchedFile[]> {
  const files = await buildHandout({ root: projectRoot, assignment, languages: readLanguages(), language });
  return files.map(({ path, text }) => ({ path, bytes: Buffer.from(text) }));
}

let packages: Readonly<Record<"en" | "fr", readonly SearchedFile[]>>;
beforeAll(async () => {
  packages = { en: await build("en"), fr: await build("fr") };
});

const parts = assignment.questions.flatMap((question) =>
  question.parts.flatMap((part) => (part.kind === "call" ? [{ question, part }] : [])),
);
const hidden = parts.flatMap(({ question, part }) =>
  ["ridgepoint", "another"].flatMap((seed) =>
    part
      .cases(createRandom(seed, `${question.id}/${part.id}`))
      .map((one) => ({ part, input: one.input, args: part.args(one.input) })),
  ),
);

/** Tells 0 from -0, and a bigint from a number. */
const write = (value: unknown): string =>
  JSON.stringify([value], (_, item: unknown) => {
    if (ArrayBuffer.isView(item)) return [...(item as Float32Array)];
    return typeof item === "bigint" ? `${item}n` : Object.is(item, -0) ? "-0" : item;
  });

test("neither language says what only reports say", () => {
  const { fr = {} } = readLanguages();
  const english = assignment.questions.flatMap(({ feedback }) => [
    feedback.unexplained,
    ...Object.values(feedback.readings).flatMap(({ says, hint = "" }) => [says, hint]),
  ]);
  const secrets = [...new Set(english.flatMap((one) => [one, fr[one] ?? ""]))].filter((one) => one !== "");
  expect(secrets.length).toBeGreaterThan(700);
  expect(findLeaks([...packages.en, ...packages.fr], secrets)).toEqual([]);
});

test("no public check is asked with a hidden input", () => {
  const shown = assignment.questions.flatMap((one) =>
    one.publicChecks.flatMap(({ calls }) => calls.map((call) => `${call.export} ${write(call.args)}`)),
  );
  const asked = new Set(hidden.map(({ part, args }) => `${part.export} ${write(args)}`));
  expect(asked.size).toBeGreaterThan(200);
  expect(shown.filter((call) => asked.has(call))).toEqual([]);
});

test("no program and no text holds an expected value", () => {
  const values = hidden.flatMap(({ part, input }) => {
    const reference = part.readings.find(({ kind }) => kind === "reference");
    const answer = reference?.by === "value" ? write(reference.answer(input, nothingEarlier)) : "";
    // Shorter ones are found anywhere.
    return answer.match(/\d{7,}/g) ?? [];
  });
  expect(new Set(values).size).toBeGreaterThan(100);
  const files = packages.en.filter(({ path }) => !path.startsWith("data/"));
  expect(findLeaks(files, [...new Set(values)])).toEqual([]);
});

test("no file names a reading", () => {
  const checks = new Set(assignment.questions.flatMap((one) => one.publicChecks.map(({ id }) => id)));
  const ids = parts.flatMap(({ part }) => part.readings.map(({ id }) => id));
  // A single word may stand anywhere.
  const names = [...new Set(ids)].filter((id) => /-.*-/.test(id) && !checks.has(id));
  expect(names.length).toBeGreaterThan(100);
  expect(findLeaks(packages.en, names)).toEqual([]);
});

test.each(["en", "fr"] as const)(
  "untouched, no text of it is anybody's explanation: %s",
  async (language) => {
    const readFile = (path: string): string =>
      Buffer.from(packages[language].find((one) => one.path === path)?.bytes ?? "").toString();
    const notebook = exportNotebook("assignment.ipynb", readFile("assignment.ipynb"));
    const plan = planQuestions(assignment.questions, "handed out");
    const { read } = judgeHere({ plan, copied: makeOwnWords(assignment.questions) });
    const skeleton = readFile("answers.md");
    expect(skeleton).toContain("## padding");
    expect(notebook).toMatchObject({ kind: "exported", answers: "" });
    const written = { answersMarkdown: skeleton, sources: [], exported: undefined };
    expect(await read(written)).toEqual({ byQuestion: new Map(), unassigned: [] });
    const own = `${skeleton}\n# And besides\n\nI counted each layer twice, since the forward pass runs two times here.`;
    expect((await read({ ...written, answersMarkdown: own })).unassigned).toHaveLength(1);
  },
);
