import { sampleClock, sampleRecords } from "../testing/sample-class";
import { findOlderMark, findReasonToRegrade, type WantedRecord } from "./conditions";

const { full, mixed, heldBack } = sampleRecords;

describe("findReasonToRegrade", () => {
  const wanted: WantedRecord = {
    contentDigest: full.submission.contentDigest ?? "",
    rubricDigest: full.rubricDigest,
    planDigest: full.planDigest,
    seedDigest: full.seedDigest,
  };

  test("lets a record of the same input, rubric, seed and plan stand", () => {
    expect(findReasonToRegrade(full, wanted)).toBeNull();
    expect(findReasonToRegrade(mixed, wanted)).toBeNull();
  });

  test.each([
    ["contentDigest", "hand-in-changed"],
    ["rubricDigest", "rubric-changed"],
    ["seedDigest", "seed-changed"],
    ["planDigest", "plan-changed"],
  ])("grades again when the %s differs", (field, because) => {
    expect(findReasonToRegrade(full, { ...wanted, [field]: "other" })).toBe(because);
  });

  test("grades again what the grader failed on", () => {
    expect(findReasonToRegrade(heldBack, wanted)).toBe("failed");
  });
});

describe("marks that were kept when other questions were asked again", () => {
  const wanted: WantedRecord = {
    rubricDigest: full.rubricDigest,
    planDigest: full.planDigest,
    seedDigest: full.seedDigest,
  };
  const [one = "", other = ""] = full.questions.map(({ id }) => id);
  const earlier = { ...wanted, gradedAt: "2025-12-01T00:00:00.000Z", questions: [one] };
  const record = { ...full, kept: [{ ...earlier, rubricDigest: `sha256:${"0".repeat(64)}` }] };

  test("ask for a new run of the whole, and none of the question that is new", () => {
    expect(findReasonToRegrade(record, wanted)).toBe("rubric-changed");
    expect(findReasonToRegrade(record, wanted, new Set([one]))).toBe("rubric-changed");
    expect(findReasonToRegrade(record, wanted, new Set([other]))).toBeNull();
  });

  test("are older by their own time, and the others are not", () => {
    const because = "rubric-changed";
    expect(findOlderMark(record, wanted)).toEqual({ gradedAt: earlier.gradedAt, because, questions: [one] });
    expect(findOlderMark(full, wanted)).toBeNull();
  });

  test("are no exception when the whole record is older", () => {
    const gradedAt = sampleClock.finishedAt;
    expect(findOlderMark(record, { ...wanted, seedDigest: "other" })).toEqual({
      gradedAt,
      because: "seed-changed",
    });
    const changed = { ...wanted, contentDigest: "other" };
    expect(findOlderMark(record, changed)).toEqual({ gradedAt, because: "hand-in-changed" });
  });
});
