import { sampleAssignment } from "../testing/sample-assignment";
import { makeJudged, sampleRecords } from "../testing/sample-class";
import { explainedBy, makeVerdict } from "../testing/sample-verdicts";
import { countMisconceptions } from "./misconceptions";

const slip = (id: string, ...questions: string[]) =>
  makeJudged(
    id,
    questions.map((question) => makeVerdict(question, ["0.25", "1"], explainedBy("twice"))),
  );

describe("countMisconceptions", () => {
  test("counts submissions, most frequent first, then in the order of the questions", () => {
    const records = [slip("a", "softmax", "padding"), slip("b", "softmax"), slip("c", "fused")];
    const found = countMisconceptions(records, sampleAssignment.questions);
    expect(found.map(({ question, madeBy }) => [question, madeBy])).toEqual([
      ["softmax", ["a", "b"]],
      ["padding", ["a"]],
      ["fused", ["c"]],
    ]);
    expect(found[0]?.says).toBe("You counted every multiply-add twice.");
  });

  test("counts neither accepted answers nor failures nor what could not be run", () => {
    const { full, wrong, broken, failed } = sampleRecords;
    expect(countMisconceptions([full, wrong, broken, failed], sampleAssignment.questions)).toEqual([]);
  });
});
