/** For tests of what is not known and not paid for: attempts at points, judged in this process. */
import type { PReLULinear, Tensor } from "../contract/value";
import { findQuestions } from "./find-questions";
import { type Implementation, judgeImplementation } from "./judge-implementation";

// What is told about answers that nothing explains decides no points, and looking for it takes most of the time.
jest.mock("../judge/observe", () => ({ observe: () => [] }));

export type FitModel = { readonly params: number; readonly activationBytesPerSample: number };
export type Gpu = { readonly peakFlops: number; readonly bandwidth: number };

export const countNonPositive = (x: Tensor): number => x.data.filter((value) => value <= 0).length;
export const macs = (x: Tensor, m: PReLULinear): number => (x.shape[0] ?? 0) * m.inFeatures * m.outFeatures;
export const seeds = ["one", "two"];

/** The points and the status of each question, by id. */
export function judge(ids: readonly string[], submission: () => Implementation, seed: string) {
  const verdicts = judgeImplementation(findQuestions(...ids), submission(), { seed });
  return Object.fromEntries(
    verdicts.map((one) => [one.id, one.status === "not_graded" ? one.fault : `${one.points} ${one.status}`]),
  );
}

/** Of a model whose bytes and FLOP are linear in the batch: the least batch that is at the ridge. */
export function searchBatch(
  flops: (b: number, m: PReLULinear) => number,
  bytes: (b: number, m: PReLULinear) => number,
) {
  return (m: PReLULinear, { peakFlops, bandwidth }: Gpu): number | null => {
    const ridge = peakFlops / bandwidth;
    const gain = flops(2, m) - flops(1, m) - ridge * (bytes(2, m) - bytes(1, m));
    const missing = ridge * bytes(1, m) - flops(1, m);
    if (missing <= 0) return 1;
    return gain <= 0 ? null : 1 + Math.ceil(missing / gain);
  };
}

export const bytesOf = (each: number) => (b: number, m: PReLULinear) =>
  each * (b * (3 * m.inFeatures + m.outFeatures) + m.inFeatures * m.outFeatures + 1);

/** A count that no formula of the assignment gives. */
export const fake = (x: Tensor) => 7 * x.data.length + 5;
export const fakeFlops = (x: Tensor, m: PReLULinear) => 2 * macs(x, m) + fake(x);
