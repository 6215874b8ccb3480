import type { Gpu, PReLULinear } from "../../contract/value";
import { judgePartOf } from "../../testing/judge-implementation";
import { question } from "./question";

/** Solves FLOP(b) >= ridge * bytes(b), both straight lines through counts of one sample. */
function solve({ inFeatures: n, outFeatures: m }: PReLULinear, gpu: Gpu, how: Counting): number | null {
  const ridge = gpu.peakFlops / gpu.bandwidth;
  const flops = (2 * n - how.fewerAdditions) * m + how.share * n;
  const gain = flops - ridge * 4 * (3 * n + m);
  return gain > 0 ? Math.max(1, Math.ceil((ridge * 4 * (n * m + how.slope)) / gain)) : null;
}

interface Counting {
  readonly share: number;
  readonly fewerAdditions: number;
  readonly slope: number;
}

const shares = { "half-multiplied": 0.5, "none-multiplied": 0, "all-multiplied": 1 };
const table = Object.entries(shares).flatMap(([name, share]) =>
  [0, 1].flatMap((fewerAdditions) =>
    [1, 0].map((slope): [string, Counting] => [
      `${name}${fewerAdditions === 1 ? "-exact-additions" : ""}${slope === 1 ? "" : "-without-slope"}`,
      { share, fewerAdditions, slope },
    ]),
  ),
);

test.each(table)("%s earns 1, for every seed", (_, counting) => {
  const optimalBatchSize = (m: PReLULinear, gpu: Gpu) => solve(m, gpu, counting);
  for (const seed of ["one", "two", "three"])
    expect(judgePartOf([question], { optimalBatchSize }, { seed }).points).toBe("1");
});
