import type { Assignment } from "../../graders/contract/assignment";
import { comparePoints } from "../../graders/contract/points";
import type { Question } from "../../graders/contract/question";
import { planQuestions } from "../../graders/judge/plan";
import { assignment } from "../../graders/questions/efficient-deep-learning";
import { projectRoot } from "../../graders/testing/project-root";
import { areaQuestion, makeSolution, toyAssignment, toyMaterial } from "../../graders/testing/toy-assignment";
import { listAllSentences } from "../../graders/verify/all-sentences";
import { judgeSolution } from "../../graders/verify/judged-solution";
import { loadMaterial } from "../../graders/verify/load-material";
import { complainAbout } from "../../graders/verify/marks";
import type { Material, Solution } from "../../graders/verify/material";
import { referenceEntry } from "../../graders/verify/reference-submission";
import { checkSentences } from "../../graders/verify/sentences";
import { type Languages, readLanguages } from "../../graders/wording/languages";
import { listDueSteps, sayExport, tasksFile, type WholeWork, wholeWorks } from "./due-steps";

/** The steps that nobody has done, worded like `listDueSteps`. */
function findForgottenSteps(assignment: Assignment, material: Material): readonly string[] {
  const known = new Set(assignment.questions.map(({ id }) => id));
  return [
    ...wholeWorks.flatMap((work) => {
      const missing = assignment.questions.flatMap((question) => listMissing(question, work, material));
      return missing.map((name) => sayExport(work, name));
    }),
    ...Object.keys(assignment.tasks ?? {})
      .filter((id) => !known.has(id))
      .map((id) => `${tasksFile}: there is no question ${JSON.stringify(id)}: delete its line`),
  ];
}

function listMissing({ parts }: Question, work: WholeWork, material: Material): readonly string[] {
  const { implementation = {} } = work.find(material) ?? {};
  const asked = new Set(parts.flatMap((part) => (part.kind === "call" ? [part.export] : [])));
  const missing = [...asked].filter((name) => !(name in implementation));
  return work.mayLeaveParts && missing.length < asked.size ? [] : missing;
}

/** One line for each language that lacks some of the sentences, and for each that translates what nobody says. */
function findForgottenSentences(sentences: readonly string[], languages: Languages): readonly string[] {
  return Object.entries(languages).flatMap(([tag, table]) => {
    const file = `graders/wording/${tag}.json`;
    const missing = sentences.filter((sentence) => (table[sentence] ?? "").trim() === "");
    const left = Object.keys(table).filter((sentence) => !sentences.includes(sentence));
    return [
      ...sayCount(
        `${file}: translate`,
        missing,
        `npm run --silent sentences -- ${tag} --missing prints them`,
      ),
      ...sayCount(`${file}: delete`, left, "nobody says them any more"),
    ];
  });
}

function sayCount(start: string, sentences: readonly string[], end: string): readonly string[] {
  const [first] = sentences;
  if (first === undefined) return [];
  return [`${start} ${sentences.length} sentences, the first ${JSON.stringify(first)}; ${end}`];
}

const material = loadMaterial(projectRoot, assignment);

describe("no step of a question is forgotten", () => {
  test("the reference, the samples that answer everything, and the numbers of the tasks know it", () => {
    expect(findForgottenSteps(assignment, material)).toEqual([]);
  });

  test("each reading, a new convention among them, has its sentences", () => {
    expect(checkSentences(assignment).map(({ place, says }) => `${place}: ${says}`)).toEqual([]);
  });

  test("each language says its sentences, and none that are gone", async () => {
    const sentences = await listAllSentences(projectRoot, assignment);
    expect(findForgottenSentences(sentences, readLanguages())).toEqual([]);
  });

  test(`${referenceEntry} answers it in full`, () => {
    const seed = "reference";
    const { verdicts } = judgeSolution(planQuestions(assignment.questions, seed), material.reference);
    const points = new Map(assignment.questions.map((question) => [question.id, question.points]));
    const problems = verdicts.flatMap((one) =>
      complainAbout(one, points.get(one.id) ?? "", referenceEntry, seed),
    );
    expect(problems.map(({ place, says }) => `${place}: ${says}`)).toEqual([]);
    expect(verdicts.filter((one) => comparePoints(one.maxPoints, "0") > 0).length).toBe(points.size);
  });
});

describe("a forgotten step is named with its file", () => {
  const toy = { ...toyAssignment, questions: [areaQuestion] };
  const whole = (name: string) => makeSolution(name, { area: () => 1 });
  const complete: Material = {
    ...toyMaterial,
    fullMarks: whole("sample-full-marks"),
    others: [whole("sample-other-conventions"), whole("sample-popular-mistakes")],
  };
  const { reference, fullMarks, others } = complete;
  const [conventions, mistakes] = others as [Solution, Solution];
  const empty = (work: Solution): Solution => ({ ...work, implementation: {} });

  test("and where all is done, none is", () => {
    expect(findForgottenSteps(toy, complete)).toEqual([]);
  });

  test.each<[string, Partial<Material>]>([
    ["graders/verify/reference-work.ts", { reference: empty(reference) }],
    ["submissions/sample-full-marks/submission.ts", { fullMarks: empty(fullMarks) }],
    ["submissions/sample-other-conventions/submission.ts", { others: [empty(conventions), mistakes] }],
    ["submissions/sample-popular-mistakes/submission.ts", { others: [conventions, empty(mistakes)] }],
  ])("%s, in the words that new-question ends with", (file, change) => {
    const due = listDueSteps({ id: "area", exportName: "area" });
    expect(findForgottenSteps(toy, { ...complete, ...change })).toEqual(
      due.filter((step) => step.startsWith(`${file}: export function area, `)),
    );
    expect(findForgottenSteps(toy, { ...complete, ...change })).toHaveLength(1);
  });

  test("a number of a question that is gone", () => {
    expect(findForgottenSteps({ ...toy, tasks: { area: "1", volume: "2" } }, complete)).toEqual([
      'graders/questions/tasks.ts: there is no question "volume": delete its line',
    ]);
  });

  test("sentences without a translation, and translations without a sentence", () => {
    const languages = {
      fr: { right: "juste", empty: " ", gone: "parti" },
      de: { right: "1", empty: "2", new: "3" },
    };
    expect(findForgottenSentences(["right", "empty", "new"], languages)).toEqual([
      'graders/wording/fr.json: translate 2 sentences, the first "empty"; npm run --silent sentences -- fr --missing prints them',
      'graders/wording/fr.json: delete 1 sentences, the first "gone"; nobody says them any more',
    ]);
  });
});
