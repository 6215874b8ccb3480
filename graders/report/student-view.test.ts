import type { MarkedRecord } from "../contract/hand-mark";
import type { QuestionVerdict } from "../contract/verdict";
import { sampleAssignment } from "../testing/sample-assignment";
import { makeJudged, sampleRecords } from "../testing/sample-class";
import { explainedBy, makeConvVerdict, makeVerdict } from "../testing/sample-verdicts";
import { englishSentences } from "../wording/sentences";
import { viewStudent } from "./student-view";

const buildsOn = (id: string, earlier: readonly string[]) => ({
  ...sampleAssignment,
  questions: sampleAssignment.questions.map((one) => (one.id === id ? { ...one, buildsOn: earlier } : one)),
});
const view = (record: MarkedRecord, assignment = sampleAssignment) =>
  viewStudent(record, { assignment, sentences: englishSentences });
const lose = (id: string, points: string, maxPoints: string): QuestionVerdict =>
  makeVerdict(id, [points, maxPoints], explainedBy("twice"));

describe("viewStudent", () => {
  test("tells every number of points exactly and without zeros at its end", () => {
    const { total, questions } = view(
      makeJudged("ada", [lose("padding", "0.125", "1"), lose("softmax", "2", "2")]),
    );
    expect([total.points, total.of, total.bonus]).toEqual(["2.125", "of 5 points", "bonus 0 of 2"]);
    expect(questions.map(({ points, maxPoints }) => `${points} / ${maxPoints}`)).toEqual([
      "0.125 / 1",
      "2 / 2",
    ]);
  });

  test("names the three largest losses, of equal ones the earlier, and no bonus", () => {
    const record = makeJudged("ada", [
      lose("padding", "0.5", "1"),
      makeConvVerdict(explainedBy("twice"), explainedBy("exact"), "0.75"),
      lose("softmax", "1", "2"),
      makeVerdict("fused", ["0", "2"], { kind: "unanswered" }, { isBonus: true }),
      lose("other", "0", "1"),
    ]);
    const { priorities } = view(record);
    expect(priorities.map(({ id, lost }) => [id, lost])).toEqual([
      ["softmax", "1 of 2 lost"],
      ["other", "1 of 1 lost"],
      ["padding", "0.5 of 1 lost"],
    ]);
    expect(priorities[0]?.next?.text).toBe("How many operations is one multiply-add?");
  });

  test("folds what is right, and opens it where a person decided or where it counts otherwise", () => {
    const { full } = sampleRecords;
    expect(view(full).questions.every(({ isFolded }) => isFolded)).toBe(true);
    const marked = { ...full, marks: { padding: { comments: ["well done"], by: ["AB"] } } };
    const weighed = { ...full, weights: [{ question: "softmax", factor: "2", why: "it took long" }] };
    const open = (record: MarkedRecord) =>
      view(record).questions.flatMap((one) => (one.isFolded ? [] : one.id));
    expect(open(marked)).toEqual(["padding"]);
    expect(open(weighed)).toEqual(["softmax"]);
    expect(view(marked).standing).toEqual([
      { label: "A person has looked at", questions: [{ id: "padding", title: "Padding of a convolution" }] },
    ]);
  });

  test("shows what could not be run without a number of points, with its lines and the way out", () => {
    const { total, mending, questions, silent } = view({
      ...sampleRecords.broken,
      ungradable: {
        cause: "does-not-compile",
        says: { code: "does-not-compile-at", file: "submission.ts", line: 3, complaint: "';' expected" },
        excerpt: {
          path: "submission.ts",
          from: 2,
          lines: ["const a = 1", "const b = ", "const c"],
          at: { line: 3, column: 11, quotedColumn: 11 },
        },
      },
    });
    expect([total.points, total.without]).toEqual([null, "Not run yet, so there are no points yet."]);
    expect(mending?.lines.filter(({ isNamed }) => isNamed)).toEqual([
      {
        number: 3,
        text: "const b = ",
        isNamed: true,
        caret: "          ^",
        plainCaret: "          ^",
        gutter: " ",
      },
    ]);
    expect(mending?.path).toBe("submission.ts, line 3, column 11");
    expect(mending?.steps).toHaveLength(3);
    expect(questions.map(({ id }) => id)).toEqual(["softmax"]);
    expect(silent.map(({ id }) => id)).toEqual(["padding", "standard-conv", "fused"]);
  });

  test("numbers questions as the assignment does, and leaves out a number that there is not", () => {
    const { questions } = view(sampleRecords.full, { ...sampleAssignment, tasks: { padding: "2a" } });
    expect(questions.map(({ task }) => task)).toEqual(["Task 2a", null, null, null]);
  });

  test("draws what builds on what where an answer was carried, from where something was lost", () => {
    const carried = makeVerdict("softmax", ["2", "2"], explainedBy("follows"));
    const lossy = makeJudged("ada", [
      lose("padding", "0", "1"),
      makeConvVerdict(explainedBy("exact"), explainedBy("exact"), "1"),
      carried,
    ]);
    const { chain } = view(lossy, buildsOn("softmax", ["padding", "standard-conv"]));
    expect(chain?.rows).toHaveLength(3);
    expect(chain?.arcs.map(({ isCarried }) => isCarried)).toEqual([true, false]);
    expect(chain?.says[0]).toBe("Padding of a convolution → Softmax");
    expect(view(lossy).chain).toBeNull();
    expect(view(makeJudged("ada", [lose("padding", "0", "1")])).chain).toBeNull();
  });
});
