import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { GraderFault, UsageError } from "../../contract/faults";
import { matchRoster } from "../../intake/roster/roster";
import { nameFolder } from "../../records/folder-name";
import type { ScoreDocument, SubmissionScore } from "../../records/scores-document";
import { readScores, writeScores } from "../../records/scores-file";
import { hostileId, sampleBatch, sampleRecords, secrets } from "../../testing/sample-class";
import { makeTemporaryFolder, type TemporaryFolder } from "../../testing/temporary-folder";
import { buildScores } from "./scores";

const records = Object.values(sampleRecords);
const students = [
  { id: "ada", name: "Ada Lovelace", email: "ada@example.org", subject: "a".repeat(64) },
  { id: "zoe", name: "Zoë Absent", subject: "b".repeat(64) },
];
const roster = matchRoster(
  students,
  records.map((one) => one.submission.id),
);
const scores = buildScores({ ...sampleBatch, records, getFolder: nameFolder, roster });

function scoreOf(id: string | null, document: ScoreDocument = scores): SubmissionScore {
  const found = document.submissions.find((one) => one.id === id);
  if (found === undefined) throw new Error(`expected a submission ${id}`);
  return found;
}

function questionOf(id: string, question: string) {
  const found = scoreOf(id).questions.find((one) => one.id === question);
  if (found === undefined) throw new Error(`expected a question ${question}`);
  return found;
}

describe("buildScores", () => {
  test("says what the assignment is worth, the bonus apart", () => {
    expect(scores.assignment).toEqual({
      id: "sample-assignment",
      title: "Sample assignment: counting & timing",
      maxPoints: "5",
      bonusPoints: "2",
    });
  });

  test("carries points as decimal strings and points to the record", () => {
    const { questions: _, ...ada } = scoreOf("ada");
    expect(ada).toEqual({
      id: "ada",
      subject: "a".repeat(64),
      status: "graded",
      score: { points: "5", maxPoints: "5", bonus: "2" },
      contentDigest: sampleRecords.full.submission.contentDigest,
      recordPath: "staff/ada/record.json",
    });
  });

  test("never has a score where we failed or nothing was handed in", () => {
    for (const id of ["held-back", "all-our-fault", null]) expect(scoreOf(id)).not.toHaveProperty("score");
    expect(scoreOf("held-back").status).toBe("not_graded");
    expect(questionOf("held-back", "softmax")).not.toHaveProperty("points");
    expect(questionOf("held-back", "padding").points).toBe("1");
  });

  test("scores 0 for what could not be run, and says so at every question", () => {
    expect(scoreOf("no-compile")).toMatchObject({ status: "ungradable", score: { points: "0", bonus: "0" } });
    for (const question of scoreOf("no-compile").questions)
      expect(question.message).toMatch(/A person will look at it/);
  });

  test("knows a student who handed in nothing by the pseudonym alone", () => {
    expect(scores.submissions.at(-1)).toEqual({
      id: null,
      subject: "b".repeat(64),
      status: "not_submitted",
      questions: [],
      contentDigest: null,
      recordPath: null,
    });
  });

  test("has no pseudonym without a roster or a match", () => {
    const alone = buildScores({ ...sampleBatch, records, getFolder: nameFolder });
    expect(alone.submissions.map((one) => one.subject)).toEqual(records.map(() => null));
    expect(scoreOf("grace").subject).toBeNull();
  });

  test.each([
    ["ada", "padding", { kind: "reference", id: "exact" }],
    ["ada", "softmax", { kind: "convention", id: "rounded" }],
    ["ada", "standard-conv", { kind: "carried", id: "flops/follows" }],
    [hostileId, "standard-conv", { kind: "misconception", id: "flops/twice" }],
    ["grace", "standard-conv", { kind: "convention", id: "macs/exact+rounded" }],
  ])("names the reading that matters most: %s, %s", (id, question, reading) => {
    expect(questionOf(id, question).reading).toEqual(reading);
  });

  test.each([
    [hostileId, "padding"],
    [hostileId, "fused"],
    ["grace", "padding"],
    ["grace", "softmax"],
    ["held-back", "softmax"],
  ])("names no reading where none explains the answer: %s, %s", (id, question) => {
    expect(questionOf(id, question)).not.toHaveProperty("reading");
  });

  test.each([
    ["ada", "softmax", "You rounded up: `Math.ceil`. This is an accepted convention: it earns full points."],
    [hostileId, "fused", "Nothing was handed in here. The grader looks for an exported function `fused`."],
    [
      hostileId,
      "softmax",
      "You counted every multiply-add twice. How many operations is one multiply-add? You explained what you did, so a person will read it and may add points. The points shown here are yours already.",
    ],
    ["grace", "padding", "Your function returned an object with other fields. Expected: a whole number."],
    [
      "held-back",
      "softmax",
      "The grader failed here. That is our fault: it costs you nothing, and the points follow.",
    ],
  ])("writes a message that a student may read: %s, %s", (id, question, message) => {
    expect(questionOf(id, question).message).toBe(message);
  });

  test("names the part where a question has several", () => {
    expect(questionOf("grace", "standard-conv").message).toMatch(/^macs: .* flops: For at least one input/);
  });

  test("holds no name, no hidden case and nothing that the code printed or threw", () => {
    const text = JSON.stringify(scores);
    for (const secret of [...secrets, "Lovelace", "ada@example.org", "Zoë"])
      expect(text).not.toContain(secret);
  });
});

describe("scores.json", () => {
  let folder: TemporaryFolder;
  beforeEach(async () => {
    folder = await makeTemporaryFolder();
  });
  afterEach(() => folder.remove());

  const pathOf = (): string => join(folder.path, "scores.json");

  test("comes back as it was written", async () => {
    await writeScores(pathOf(), scores);
    expect(await readScores(pathOf())).toEqual(scores);
  });

  test.each([[scores], [{ ...scores, submissions: [] }]])(
    "is written piece by piece as it would be whole",
    async (all) => {
      await writeScores(pathOf(), all);
      expect(await readFile(pathOf(), "utf8")).toBe(`${JSON.stringify(all, null, 2)}\n`);
    },
  );

  const [ada, hostile, , broken, heldBack] = scores.submissions;
  const absent = scores.submissions.at(-1);
  test.each<[string, unknown, RegExp]>([
    [
      "a score with not_graded",
      { ...heldBack, score: ada && "score" in ada ? ada.score : null },
      /no field of this name, got "score"/,
    ],
    [
      "a score with not_submitted",
      { ...absent, score: { points: "0", maxPoints: "5", bonus: "0" } },
      /no field of this name, got "score"/,
    ],
    ["no score with graded", { ...ada, score: undefined }, /expected a field "score"/],
    ["no score with pending_manual", { ...hostile, score: undefined }, /expected a field "score"/],
    [
      "points for ungradable",
      { ...broken, score: { points: "1", maxPoints: "5", bonus: "0" } },
      /\/score\/points: expected "0"/,
    ],
    [
      "a number as points",
      { ...ada, score: { points: 5, maxPoints: "5", bonus: "0" } },
      /\/score\/points: expected string, got 5/,
    ],
    [
      "too many decimals",
      { ...ada, score: { points: "1.23456", maxPoints: "5", bonus: "0" } },
      /\/score\/points: expected text like/,
    ],
    ["a name for a pseudonym", { ...ada, subject: "Ada" }, /\/subject: expected text like/],
    ["an id with not_submitted", { ...absent, id: "zoe" }, /\/id: expected null/],
    [
      "a question not graded in a graded submission",
      { ...ada, questions: heldBack?.questions },
      /\/questions\/2\/status: expected one of/,
    ],
    [
      "points on a question not graded",
      {
        ...heldBack,
        questions: [{ id: "q", status: "not_graded", maxPoints: "1", points: "0", message: "" }],
      },
      /no field of this name, got "points"/,
    ],
    ["an unknown status", { ...ada, status: "done" }, /expected a known "status", got "done"/],
    [
      "a record path out of the folder",
      { ...ada, recordPath: "../../record.json" },
      /\/recordPath: expected text like/,
    ],
  ])(
    "is refused with %s: our fault when written, a usage error when read",
    async (_, submission, message) => {
      const bad = { ...scores, submissions: [submission] };
      const text = JSON.stringify(bad);
      await expect(writeScores(pathOf(), JSON.parse(text) as ScoreDocument)).rejects.toThrow(GraderFault);
      await writeFile(pathOf(), text);
      await expect(readScores(pathOf())).rejects.toThrow(UsageError);
      await expect(readScores(pathOf())).rejects.toThrow(message);
    },
  );

  test("is named when it cannot be read or written", async () => {
    await expect(readScores(pathOf())).rejects.toThrow(
      /scores\.json: expected a score document, got .*ENOENT/,
    );
    await expect(writeScores(join(folder.path), scores)).rejects.toThrow(GraderFault);
  });
});
