/** What every question of the catalogue must hold. What is particular to one is claimed beside it. */
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { comparePoints } from "../contract/points";
import type { CallPart, Question } from "../contract/question";
import { listPartVerdicts } from "../contract/recorded-question";
import { planQuestions } from "../judge/plan";
import { createRandom } from "../judge/random";
import { findCollisions } from "../testing/find-collisions";
import { type Implementation, nameFinding } from "../testing/judge-implementation";
import { judgeReadings } from "../testing/judge-reading";
import { listFoundIds } from "../testing/judge-samples";
import { projectRoot } from "../testing/project-root";
import { listFailedChecks } from "../testing/public-checks";
import { checkDeclarations } from "../verify/declarations";
import { judgeSolution } from "../verify/judged-solution";
import { loadMaterial } from "../verify/load-material";
import { getMaterial, type Solution } from "../verify/material";
import type { Problem } from "../verify/problem";
import { judgeSamples } from "../verify/samples";
import { checkSentences } from "../verify/sentences";
import { readLanguages } from "../wording/languages";
import { listFeedbackSentences } from "../wording/list-feedback-sentences";
import { questionIds } from "./catalogue";
import { assignment } from "./efficient-deep-learning";

jest.setTimeout(60_000);

const { questions } = assignment;
const seeds = ["a", "b", "c"];
/** `npm run verify` puts this to every seed it draws; one tells at once that a new question is not finished. */
const seedsOfCollisions = seeds.slice(0, 1);
/** Worth full marks for a reason that a public check cannot see: it asks for the numbers alone. */
const excusedFromChecks: Readonly<Record<string, string>> = {
  "padding/1/total-padding-told": "its text says that it is the total of both sides",
  "padding/1/twice-the-smallest-told": "its text says that it is the total of both sides",
  "parameters/2/rounded": "its text says that it is rounded",
  "parameters/2/rounded-up": "its text says that it is rounded",
  "estimate-check/1/own-peak": "it carries forward the wrong peak of its own forwardMemory",
};
const material = loadMaterial(projectRoot, assignment);
const plan = planQuestions(questions, "test");
const declared = checkDeclarations(assignment, material);
const said = checkSentences(assignment);
const wholeWorks = {
  reference: judgeSolution(plan, material.reference).verdicts,
  fullMarks: judgeSolution(plan, material.fullMarks).verdicts,
};

test("the catalogue lists every question once, and each loads under its id", () => {
  expect(questionIds).toEqual([...new Set(questionIds)]);
  expect(questions.map(({ id }) => id)).toEqual(questionIds);
});

test("no two questions ask for the same function", () => {
  const asked = questions.flatMap((question) => [...listExports(question)]);
  expect(asked).toEqual([...new Set(asked)]);
});

test("every question names the earlier ones that its parts consult, in their order", () => {
  const owner = new Map(questions.flatMap((one) => [...listExports(one)].map((name) => [name, one.id])));
  for (const one of plan.questions) {
    if (one.kind === "faulty") throw one.fault;
    const calls = one.parts.flatMap((part) => (part.kind === "call" ? part.cases : []));
    const consulted = calls.flatMap(({ consults }) => Object.values(consults).map((call) => call.export));
    const ids = new Set(consulted.map((name) => owner.get(name)));
    const earlier = questionIds.filter((id) => ids.has(id) && id !== one.question.id);
    expect([one.question.id, one.question.buildsOn ?? []]).toEqual([one.question.id, earlier]);
  }
});

test("what a later question consults can be held against how its own question was answered", () => {
  const parts = plan.questions.flatMap((one) => (one.kind === "planned" ? one.parts : []));
  const calls = parts.flatMap((one) => (one.kind === "call" ? [one] : []));
  const consulted = new Set(
    calls.flatMap(({ part, cases }) =>
      cases
        .flatMap((one) => Object.values(one.consults).map((call) => call.export))
        .filter((name) => name !== part.export),
    ),
  );
  for (const name of consulted) {
    for (const { part, cases } of calls.filter((one) => one.part.export === name)) {
      for (const { case: one, call } of cases) expect(part.inputOf?.(call.args)).toEqual(one.input);
    }
  }
});

test("every sample that is excused from public checks is there", () => {
  const names = questions.flatMap((one) => getMaterial(material, one).samples.map(({ name }) => name));
  expect(Object.keys(excusedFromChecks).filter((name) => !names.includes(name))).toEqual([]);
});

describe.each(questions.map((question) => [question.id, question] as const))("%s", (id, question) => {
  const { samples } = getMaterial(material, question);

  test("has a statement, samples worth all and nothing, parts that add up, one reference worth 1 per part", () => {
    expect(listOf(declared, id)).toEqual([]);
  });

  test("is worth something in each of its parts", () => {
    const worthless = question.parts.filter(({ points }) => comparePoints(points, "0") <= 0);
    expect(worthless.map((part) => part.id)).toEqual([]);
  });

  test("has general sentences, those of every reading, and none left over", () => {
    expect(listOf(said, id)).toEqual([]);
  });

  test.each(seeds)("names its cases once, each with a reason: seed %s", (seed) => {
    for (const part of question.parts.filter(isCall)) {
      const cases = part.cases(createRandom(seed, `${id}/${part.id}`));
      expect(cases.length).toBeGreaterThan(0);
      expect(cases.map((one) => one.id)).toEqual([...new Set(cases.map((one) => one.id))]);
      expect(cases.filter((one) => one.why.trim() === "")).toEqual([]);
    }
  });

  test.each(seedsOfCollisions)("tells apart what is worth different points: seed %s", (seed) => {
    const planned = planQuestions([question], seed).questions.flatMap((one) =>
      one.kind === "faulty" ? [] : one.parts,
    );
    const together = planned.flatMap((one) =>
      one.kind === "call" ? [[one.part.id, findCollisions(one.part, one.cases)] as const] : [],
    );
    expect(together).not.toEqual([]);
    expect(together).toEqual(together.map(([part]) => [part, []]));
  });

  const judgeAll = once(() => judgeSamples(plan, question, samples));

  test("gives its samples the points of their folders", () => {
    expect(judgeAll().map(({ sample, verdict }) => [sample.name, pointsOf(verdict)])).toEqual(
      samples.map(({ name, points }) => [name, points]),
    );
  });

  test("names its samples after what is found in them; of others sample-findings.json says what that is", () => {
    const others = judgeAll().flatMap(({ sample, verdict }) => {
      const verdicts = listPartVerdicts(verdict);
      const isNamed = verdicts.some(({ finding }) => listFoundIds(finding).includes(basename(sample.name)));
      return isNamed ? [] : [[sample.name, verdicts.map(nameFinding)] as const];
    });
    expect(Object.fromEntries(others)).toEqual(readFindings(id));
  });

  test("passes samples worth full marks in its public checks", () => {
    const right = samples.filter(
      ({ name, points }) => points === question.points && !Object.hasOwn(excusedFromChecks, name),
    );
    expect(right).not.toEqual([]);
    const failed = right.map(({ name, implementation, explanations }) => [
      name,
      listFailedChecks(question, implementation as Implementation, explanations[id]),
    ]);
    expect(failed).toEqual(failed.map(([name]) => [name, []]));
  });
});

/** Where every reading that can speak alone answers in the form that the function returns. `npm run verify` compares all. */
const readingsAnswerAlone = ["bytes", "padding", "standard-conv", "depthwise-conv", "prelu", "softmax"];

test.each(questions.filter(({ id }) => readingsAnswerAlone.includes(id)))(
  "whoever answers $id by a reading earns what it is worth",
  (question) => {
    for (const part of question.parts.filter(isCall)) {
      const judged = judgeReadings(question, part.id, "test").filter(({ verdict }) => verdict !== undefined);
      const wrong = judged.filter(
        ({ credit, verdict }) => Number(verdict?.points) !== Number(credit) * Number(part.points),
      );
      expect(judged.length).toBeGreaterThan(15);
      expect([part.id, wrong.map((one) => one.id)]).toEqual([part.id, []]);
    }
  },
);

describe("no step of a new question is forgotten outside its question.ts", () => {
  test("graders/verify/reference-work.ts answers every question", () => {
    const says = ({ id }: Question) => `${id}: add it to graders/verify/reference-work.ts`;
    expect(listUnanswered(material.reference).map(says)).toEqual([]);
    const file = "graders/verify/reference-work.ts";
    expect(listLost(wholeWorks.reference).map((id) => `${id}: answer it rightly in ${file}`)).toEqual([]);
  });

  test("submissions/sample-full-marks answers every question", () => {
    const file = "submissions/sample-full-marks/submission.ts";
    expect(listUnanswered(material.fullMarks).map(({ id }) => `${id}: answer it in ${file}`)).toEqual([]);
    expect(listLost(wholeWorks.fullMarks).map((id) => `${id}: answer it rightly in ${file}`)).toEqual([]);
  });

  test.each(Object.entries(readLanguages()))("graders/wording/%s.json says every sentence", (tag, table) => {
    const untranslated = questions.flatMap((question) =>
      listFeedbackSentences({ ...assignment, questions: [question] })
        .filter((sentence) => !Object.hasOwn(table, sentence))
        .map(
          (sentence) =>
            `${question.id}: translate its sentences in graders/wording/${tag}.json: "${sentence}"`,
        ),
    );
    expect(untranslated).toEqual([]);
  });

  test("statement.md states the signature of every function", () => {
    const unstated = questions.flatMap((question) =>
      [...listExports(question)]
        .filter((name) => !getMaterial(material, question).statement?.includes(`${name}(`))
        .map((name) => `${question.id}: statement.md states no signature of ${name}`),
    );
    expect(unstated).toEqual([]);
  });
});

/** By the name of the sample, one per part. */
function readFindings(id: string): unknown {
  const file = join(projectRoot, "graders", "questions", id, "sample-findings.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

function once<Made>(make: () => Made): () => Made {
  let made: { readonly it: Made } | undefined;
  return () => {
    made ??= { it: make() };
    return made.it;
  };
}

function isCall(part: Question["parts"][number]): part is CallPart {
  return part.kind === "call";
}

function listExports({ parts }: Question): ReadonlySet<string> {
  return new Set(parts.filter(isCall).map((part) => part.export));
}

function listOf(problems: readonly Problem[], id: string): readonly string[] {
  return problems
    .filter(({ place }) => place === id || place.startsWith(`${id}/`))
    .map(({ place, says }) => `${place} ${says}`);
}

function listUnanswered({ implementation }: Solution): readonly Question[] {
  return questions.filter((one) => [...listExports(one)].some((name) => !(name in implementation)));
}

type Verdicts = (typeof wholeWorks)["reference"];

function listLost(verdicts: Verdicts): readonly string[] {
  return verdicts
    .filter((one) => one.status === "not_graded" || one.points !== one.maxPoints)
    .map(({ id }) => id);
}

function pointsOf(verdict: Verdicts[number]): string | undefined {
  return verdict.status === "not_graded" ? undefined : verdict.points;
}
