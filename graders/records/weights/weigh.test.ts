import { sampleAssignment } from "../../testing/sample-assignment";
import { sampleRecords } from "../../testing/sample-class";
import { weighAssignment, weighRecord } from "./weigh";

const { full, wrong, mixed, broken, heldBack, tampered, failed } = sampleRecords;
const weigh = (record: Parameters<typeof weighRecord>[0], question: string, factor: string) =>
  weighRecord(record, [{ question, factor, why: "the figure was wrong" }], sampleAssignment);
const find = (record: ReturnType<typeof weigh>, id: string) => record.questions.find((one) => one.id === id);

test("a void question takes its points and its maximum along", () => {
  const weighed = weigh(full, "softmax", "0");
  expect(weighed.score).toEqual({ points: "3", maxPoints: "3", bonus: "2" });
  expect(find(weighed, "softmax")).toMatchObject({ points: "0", maxPoints: "0", parts: [{ points: "0" }] });
  expect(weighed.weights).toEqual([{ question: "softmax", factor: "0", why: "the figure was wrong" }]);
});

test("a factor is exact for points, parts, maximum and bonus", () => {
  expect(weigh(full, "standard-conv", "0.3").score).toEqual({ points: "3.6", maxPoints: "3.6", bonus: "2" });
  expect(weigh(mixed, "standard-conv", "2").score?.points).toBe("3");
  expect(find(weigh(full, "standard-conv", "0.3"), "standard-conv")).toMatchObject({
    parts: [{ points: "0.3", maxPoints: "0.3" }, { points: "0.3" }],
  });
  expect(weigh(full, "fused", "1.5").score).toEqual({ points: "5", maxPoints: "5", bonus: "3" });
  expect(
    weighAssignment(sampleAssignment, weigh(full, "fused", "1.5").weights ?? []).questions[3]?.points,
  ).toBe("3");
});

test("what does not count waits for nobody, and what else waits still does", () => {
  expect([mixed.status, weigh(mixed, "softmax", "0").status]).toEqual(["pending_manual", "graded"]);
  expect(weigh(mixed, "padding", "0").status).toBe("pending_manual");
  expect(weigh(tampered, "padding", "0").status).toBe("pending_manual");
});

test("a grader that failed on a void question alone holds back no total", () => {
  expect(weigh(heldBack, "softmax", "0")).toMatchObject({
    status: "graded",
    score: { points: "3", maxPoints: "3" },
  });
  expect(weigh(heldBack, "softmax", "2")).toMatchObject({ status: "not_graded" });
  expect(weigh(failed, "softmax", "0").score).toBeUndefined();
});

test("what could not be run stays so, out of the new maximum", () => {
  expect(weigh(broken, "softmax", "0")).toMatchObject({
    status: "ungradable",
    score: { points: "0", maxPoints: "3" },
  });
});

test("what was judged stands beside a mark by hand in the same measure", () => {
  const mark = { comments: [], by: ["AB"], automatic: "1" };
  const weighed = weigh({ ...wrong, marks: { softmax: mark, padding: mark } }, "softmax", "0.5");
  expect(weighed.marks).toMatchObject({ softmax: { automatic: "0.5" }, padding: { automatic: "1" } });
});

test("without a weight of its questions a record stays the very same", () => {
  expect(weigh(full, "nowhere", "0")).toBe(full);
  expect(weighAssignment(sampleAssignment, [])).toBe(sampleAssignment);
});
