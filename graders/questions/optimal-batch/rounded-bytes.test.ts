/** An optimum from own kilobytes that were rounded: what they leave open is nobody's slip. */
import type { Gpu, PReLULinear } from "../../contract/value";
import { findQuestions } from "../../testing/find-questions";
import { judgePartOf } from "../../testing/judge-implementation";
import { question } from "./question";

type Bytes = (b: number, m: PReLULinear) => number;

const flops = (b: number, { inFeatures: n, outFeatures: m }: PReLULinear) => b * (2 * n * m + n / 2);
const exact: Bytes = (b, { inFeatures: n, outFeatures: m }) => 4 * (b * (3 * n + m) + n * m + 1);

/** In closed form: what a sample adds is the difference of two. */
const solve = (bytes: Bytes) => (m: PReLULinear, gpu: Gpu) => {
  const ridge = gpu.peakFlops / gpu.bandwidth;
  if (flops(1, m) >= ridge * bytes(1, m)) return 1;
  const perSample = bytes(2, m) - bytes(1, m);
  const gain = flops(1, m) - ridge * perSample;
  return gain > 0 ? Math.max(1, Math.ceil((ridge * (bytes(1, m) - perSample)) / gain)) : null;
};

const search = (bytes: Bytes) => (m: PReLULinear, gpu: Gpu) => {
  const isEnough = (b: number) => flops(b, m) >= (gpu.peakFlops / gpu.bandwidth) * bytes(b, m);
  if (isEnough(1)) return 1;
  let above = 2;
  while (!isEnough(above) && above < 2 ** 40) above *= 2;
  if (!isEnough(above)) return null;
  for (let below = above / 2; above - below > 1; ) {
    const middle = Math.floor((below + above) / 2);
    if (isEnough(middle)) above = middle;
    else below = middle;
  }
  return above;
};

const roundings = { rounded: Math.round, "cut off": Math.floor, "rounded up": Math.ceil };
const units = { kB: 1000, KiB: 1024 };
const table = Object.entries(units).flatMap(([unit, size]) =>
  Object.entries(roundings).flatMap(([how, round]) =>
    [2, 3].map((decimals) => [unit, how, decimals, size, round] as const),
  ),
);
const judge = (modelBytes: Bytes, optimalBatchSize: ReturnType<typeof solve>, seed: string) =>
  judgePartOf([...findQuestions("model-bytes"), question], { modelBytes, optimalBatchSize }, { seed }).points;

test.each(table)(
  "%s %s to %d decimals carry, solved or searched for",
  (_unit, _how, decimals, size, round) => {
    const scale = 10 ** decimals;
    const told: Bytes = (b, m) => round((exact(b, m) / size) * scale) / scale;
    const meant: Bytes = (b, m) => size * told(b, m);
    for (const seed of ["one", "two", "three"])
      for (const find of [solve, search]) expect(judge(told, find(meant), seed)).toBe("1");
  },
);

test("rounded bytes excuse no other optimum: half of it, or one for twice the bytes", () => {
  const told: Bytes = (b, m) => Number((exact(b, m) / 1000).toFixed(2));
  const right = solve((b, m) => 1000 * told(b, m));
  const half = (m: PReLULinear, gpu: Gpu) => Math.ceil((right(m, gpu) ?? 0) / 2) || null;
  expect(judge(told, half, "one")).toBe("0");
  expect(
    Number(
      judge(
        told,
        solve((b, m) => 2000 * told(b, m)),
        "one",
      ),
    ),
  ).toBeLessThan(1);
});
