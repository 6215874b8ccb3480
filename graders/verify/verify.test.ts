import type { Question } from "../contract/question";
import {
  areaCases,
  areaQuestion,
  areaReadings,
  changeArea,
  makeSample,
  makeSolution,
  priceQuestion,
  toyAssignment,
  toyMaterial,
} from "../testing/toy-assignment";
import type { Material } from "./material";
import { verifyAssignment } from "./verify";

const seeds = ["a", "b", "c"];

function verify(area: Question = areaQuestion, material: Material = toyMaterial) {
  return verifyAssignment({ ...toyAssignment, questions: [area, priceQuestion] }, material, { seeds });
}

/** "check place: says" of every problem. */
const listProblems = (...given: Parameters<typeof verify>) =>
  verify(...given).problems.map(({ check, place, says }) => `${check} ${place}: ${says}`);

function withSamples(id: string, samples: NonNullable<ReturnType<Material["questions"]["get"]>>["samples"]) {
  const { statement } = toyMaterial.questions.get(id) ?? { statement: "" };
  return { ...toyMaterial, questions: new Map([...toyMaterial.questions, [id, { statement, samples }]]) };
}

test("an assignment in order has no problems, and all of its readings are told apart", () => {
  const { problems, parts } = verify();
  expect(problems).toEqual([]);
  expect(parts.map(({ part, readings }) => [part, readings.length])).toEqual([
    ["area", 5],
    ["price", 3],
  ]);
  expect(parts.flatMap(({ readings }) => readings.flatMap((one) => one.takenFor))).toEqual([]);
});

describe("planted errors are named", () => {
  test("a convention removed: its sample loses its points", () => {
    const area = changeArea({ readings: areaReadings.filter(({ id }) => id !== "with-border") });
    expect(listProblems(area)).toEqual([
      expect.stringMatching(/^sentences area: the feedback speaks of "with-border"/),
      "marks area: sample area/1/with-border, seed a: expected 1 points, got 0 (area: unexplained)",
    ]);
  });

  test("two cases dropped: a square is told from a product by nothing", () => {
    const area = changeArea({
      cases: (random) => areaCases(random).filter(({ source }) => source === "notebook"),
    });
    expect(listProblems(area)).toContain(
      "separation area: answers by square (0.25) are taken for product (1): seed a, 3 of 3 seeds, beside full",
    );
  });

  test("a wrong credit: the sample is worth something else than its folder", () => {
    const area = changeArea({
      readings: areaReadings.map((one) => (one.id === "doubled" ? { ...one, credit: "0.75" } : one)),
    });
    expect(listProblems(area)).toEqual([
      "marks area: sample area/0.5/doubled, seed a: expected 0.5 points, got 0.75 (area: misconception doubled)",
    ]);
  });

  test("a credit beyond 1 is declared wrongly", () => {
    const area = changeArea({
      readings: areaReadings.map((one) => (one.id === "doubled" ? { ...one, credit: "1.5" } : one)),
    });
    expect(listProblems(area)).toContain(
      'declarations area: doubled: credit "1.5" is no decimal from "0" to "1"',
    );
  });

  test("a rule that swallows a misconception worth another mark", () => {
    const greedy = {
      id: "greedy",
      kind: "convention",
      credit: "1",
      by: "rule",
      accepts: () => true,
    } as const;
    expect(listProblems(changeArea({ readings: [...areaReadings, greedy] }))).toContain(
      "separation area: answers by doubled (0.5) are taken for greedy (1): seed a, 3 of 3 seeds, beside full",
    );
  });

  test("a misconception that is a mix of two conventions", () => {
    const mixed = {
      id: "mixed",
      kind: "misconception",
      credit: "0.25",
      by: "value",
      answer: ({ rows, columns }: { rows: number; columns: number }) =>
        rows === 1 ? rows * columns : (rows + 2) * (columns + 2),
    } as const;
    expect(listProblems(changeArea({ readings: [...areaReadings, mixed] }))).toContainEqual(
      expect.stringContaining("answers by mixed (0.25) are taken for product mixed with with-border"),
    );
  });

  test("an error carried forward that excuses a slip beside right work", () => {
    const own = {
      id: "own",
      kind: "carried",
      credit: "1",
      by: "value",
      answer: (box: { rows: number }, earlier: { answer(name: string): unknown }) =>
        earlier.answer("area") === undefined ? undefined : 3 * box.rows,
    } as const;
    const [part] = priceQuestion.parts;
    const price = {
      ...priceQuestion,
      parts: [{ ...part, readings: [...(part?.readings ?? []), own] }],
    } as Question;
    const questions = [areaQuestion, price];
    const { problems } = verifyAssignment({ ...toyAssignment, questions }, toyMaterial, { seeds });
    expect(problems.filter(({ check }) => check === "separation").map(({ says }) => says)).toEqual([
      "answers by per-row (0.5) are taken for own (1): seed a, 3 of 3 seeds, beside full",
    ]);
  });
});

describe("marks of whole works", () => {
  test("full-marks work that loses a point is named with the reading that explains it", () => {
    const fullMarks = makeSolution("full", {
      ...toyMaterial.fullMarks.implementation,
      price: (r: number) => 3 * r,
    });
    expect(listProblems(areaQuestion, { ...toyMaterial, fullMarks })).toContain(
      "marks price: full, seed a: expected 1 points, got 0.5 (price: misconception per-row)",
    );
  });

  test("a starter that earns something is named", () => {
    const starter = makeSolution("starter", { area: (r: number, c: number) => r * c });
    expect(listProblems(areaQuestion, { ...toyMaterial, starter })).toContain(
      "marks area: starter, seed a: expected 0 points, got 1 (area: reference product)",
    );
  });

  test("a mark that depends on the seed: a whole work earns under another seed what the first does not give it", () => {
    const sometimes = (r: number, c: number) => (r === 129 || r < 100 || r > 300 ? r * c : 2 * r * c);
    const others = [makeSolution("sometimes", { area: sometimes })];
    const many = Array.from({ length: 20 }, (_, index) => `${index}`);
    const { problems } = verifyAssignment(toyAssignment, { ...toyMaterial, others }, { seeds: many });
    expect(problems.map(({ check, place, says }) => `${check} ${place}: ${says}`)).toContainEqual(
      expect.stringMatching(/^marks area: sometimes, seed \d+: expected [01] points, got [01] \(/),
    );
  });

  test("a reading that throws is named", () => {
    const broken = changeArea({
      readings: [
        {
          id: "broken",
          kind: "reference",
          credit: "1",
          by: "value",
          answer: () => {
            throw new Error("oops");
          },
        },
      ],
    });
    expect(() => verify(broken)).toThrow("area, reading broken: oops");
  });
});

describe("declarations", () => {
  test.each<[string, Question, string]>([
    ["points that do not add up", changeArea({ points: "2" }), "is worth 1 points, its parts 2 together"],
    ["an id in capitals", changeArea({}, { id: "Area" }), "its id is not kebab-case"],
    [
      "a reading twice",
      changeArea({ readings: [...areaReadings, ...areaReadings.slice(2, 3)] }),
      'has two readings "doubled"',
    ],
    [
      "a source that nobody could look up",
      changeArea({ readings: areaReadings.map((one) => ({ ...one, source: "web" })) }),
      "doubled: its source names no place to look it up",
    ],
    ["no reference", changeArea({ readings: areaReadings.slice(1) }), "has 0 references, expected one"],
  ])("%s", (_, question, says) => {
    expect(verify(question).problems.map((one) => one.says)).toContain(says);
  });

  test("a question without statement and samples", () => {
    const material = { ...toyMaterial, questions: new Map() };
    expect(listProblems(areaQuestion, material)).toEqual(
      expect.arrayContaining([
        "declarations area: has no statement.md",
        "declarations area: has no sample worth its 1 points",
        "declarations area: has no sample worth 0",
      ]),
    );
  });

  test("a part that consults a question further down", () => {
    const { problems } = verifyAssignment(
      { ...toyAssignment, questions: [priceQuestion, areaQuestion] },
      toyMaterial,
      { seeds: ["a"] },
    );
    expect(problems).toContainEqual({
      check: "declarations",
      place: "price",
      says: "consults area, which is asked further down",
    });
  });
});

describe("sentences", () => {
  const withFeedback = (readings: Question["feedback"]["readings"]) =>
    changeArea({}, { feedback: { ...areaQuestion.feedback, readings } });

  test("a reading without sentences, a slip without hint, a sentence without reading", () => {
    const { square, ...rest } = areaQuestion.feedback.readings;
    const readings = { ...rest, doubled: { says: "You doubled it." }, gone: { says: "Old." } };
    expect(square).toBeDefined();
    expect(listProblems(withFeedback(readings))).toEqual([
      "sentences area: misconception doubled has no hint",
      "sentences area: reading square has no sentences",
      'sentences area: the feedback speaks of "gone", and no reading is called that',
    ]);
  });

  test("a part's own sentences come first", () => {
    const { square, ...rest } = areaQuestion.feedback.readings;
    expect(listProblems(withFeedback({ ...rest, "area/square": square ?? { says: "" } }))).toEqual([]);
  });
});

describe("hidden values", () => {
  const withHint = (hint: string) =>
    changeArea(
      {},
      {
        feedback: {
          ...areaQuestion.feedback,
          readings: { ...areaQuestion.feedback.readings, square: { says: "You squared it.", hint } },
        },
      },
    );

  test.each([
    ["a hidden input", "Try a box with 317 columns.", "317"],
    ["an expected answer", "The flat box is not 100,489 but smaller; 258.0 is the tall one.", "258.0"],
    ["the notebook's expected answer", "It should be 121.", "121"],
    ["a rounded expected answer of a convention", "with a border about 957", "957"],
  ])("%s in a hint is named", (_, hint, number) => {
    expect(listProblems(withHint(hint))).toEqual([
      `hidden values area: sentences of square holds ${number}, a hidden input or an expected answer`,
    ]);
  });

  test.each([
    ["the notebook's own input", "Your box of 11 by 11 is a square one."],
    ["units", "Divide by 1024, not by 1000."],
    ["other numbers", "A box of 20 by 640 is none."],
  ])("%s may be said", (_, hint) => {
    expect(listProblems(withHint(hint))).toEqual([]);
  });

  test("a public check that asks a hidden case", () => {
    const check = {
      id: "flat",
      says: "a flat box",
      calls: [{ export: "area", args: [1, 317] }],
      findMismatch: () => null,
    };
    expect(listProblems(changeArea({}, { publicChecks: [check] }))).toEqual([
      "hidden values area: public check flat asks what a hidden case asks",
    ]);
  });
});

test("a rule that no sample shows is named", () => {
  const samples = toyMaterial.questions.get("area")?.samples.filter(({ name }) => !name.endsWith("rounded"));
  expect(listProblems(areaQuestion, withSamples("area", samples ?? []))).toEqual([
    "recognition area: nothing shows that rounded is ever recognised: a sample of that name would",
  ]);
});

test("a sample in a folder that is no number is named", () => {
  const samples = [...(toyMaterial.questions.get("area")?.samples ?? []), makeSample("area/half/odd", {})];
  expect(listProblems(areaQuestion, withSamples("area", samples))).toEqual([
    'marks area: sample area/half/odd, seed a: "half" is no number of points',
  ]);
});
