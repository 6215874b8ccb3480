import { existsSync } from "node:fs";
import { join } from "node:path";
import type { CallPart } from "../../contract/question";
import type { Tensor } from "../../contract/value";
import { fakeQuestion } from "../../testing/fake-question";
import { type JudgeOptions, judgePartOf, nameFinding } from "../../testing/judge-implementation";
import { readingsOfBatchNorm } from "./division-cost";
import { question } from "./question";

const fakeBatchNorm = (readingId: string) => fakeQuestion("batch-norm", "batchNormFlops", readingId);

/** A student's function of the two sizes. */
const count = (formula: (b: number, n: number) => number | bigint | string) => (x: Tensor) => {
  const [b = 0, n = 0] = x.shape;
  return formula(b, n);
};

describe("a division of 1", () => {
  const cheap = count((b, n) => b * (42 * n - 1));
  const judgeAfter = (batchNorm: string, options: JudgeOptions = {}) =>
    judgePartOf(
      [fakeBatchNorm(batchNorm), question],
      { batchNormFlops: () => batchNorm, softmaxFlops: cheap },
      options,
    );

  test.each([...readingsOfBatchNorm.divisionOfOne])("follows from %s in batch norm", (id) => {
    const verdict = judgeAfter(id);
    expect(nameFinding(verdict)).toBe("reading:own-division-cost");
    expect(verdict.points).toBe("2");
  });

  test("after 4 in batch norm costs a quarter without a word", () => {
    const verdict = judgeAfter("literal");
    expect(nameFinding(verdict)).toBe("reading:division-of-one-unremarked");
    expect(verdict.points).toBe("1.5");
  });

  test("after 4 in batch norm is fine with a remark", () => {
    const softmax = "The cost of a division is stated for another task, so I count one operation here.";
    const verdict = judgeAfter("literal", { explanations: { softmax } });
    expect(nameFinding(verdict)).toBe("reading:division-of-one");
    expect(verdict.points).toBe("2");
  });

  test("a remark about something else is none", () => {
    const softmax = "The maximum of a row could be subtracted first, which I did not do here.";
    expect(judgeAfter("literal", { explanations: { softmax } }).points).toBe("1.5");
  });

  test.each([...readingsOfBatchNorm.noDivision])("is fine where %s shows no division in batch norm", (id) => {
    expect(judgeAfter(id).points).toBe("2");
  });

  test("is fine where nothing explains batch norm", () => {
    const verdict = judgePartOf(
      [fakeBatchNorm("literal"), question],
      { batchNormFlops: () => "something else", softmaxFlops: cheap },
      {},
    );
    expect(verdict.points).toBe("2");
  });

  test("a division of 4 is right whatever batch norm took", () => {
    const verdict = judgePartOf(
      [fakeBatchNorm("division-counted-once"), question],
      { batchNormFlops: () => "division-counted-once", softmaxFlops: count((b, n) => b * (45 * n - 1)) },
      {},
    );
    expect(verdict.points).toBe("2");
  });

  test("the readings it looks back to exist, where the batch norm question does", () => {
    const file = join(__dirname, "..", "batch-norm", "question.ts");
    const parts: readonly CallPart[] = existsSync(file) ? require(file).question.parts : [];
    const known = parts.flatMap((part) => part.readings.map(({ id }) => id));
    const named = [...readingsOfBatchNorm.divisionOfOne, ...readingsOfBatchNorm.noDivision];
    expect(parts.length > 0 ? named.filter((id) => !known.includes(id)) : []).toEqual([]);
  });
});
