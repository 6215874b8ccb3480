import type { Gpu, PReLULinear, Tensor } from "../../contract/value";
import { findQuestions } from "../../testing/find-questions";
import { type Implementation, judgePartOf, nameFinding } from "../../testing/judge-implementation";
import { question } from "./question";

type Bytes = (batchSize: number, model: PReLULinear) => number;

const earlier = findQuestions("model-bytes");
const seeds = ["one", "two"];
const weightsOf = (m: PReLULinear) => m.inFeatures * m.outFeatures;
/** Elements of one kernel, the PReLU's single weight apart. */
const moved: Bytes = (b, m) => b * (m.inFeatures + m.outFeatures) + weightsOf(m);

function expectEvery(part: string, implementation: Implementation, id: string, points: string): void {
  for (const seed of seeds) {
    const verdict = judgePartOf([...earlier, question], implementation, { seed, part });
    expect([nameFinding(verdict), verdict.points]).toEqual([`reading:${id}`, points]);
  }
}

test.each<[string, string, number, Bytes]>([
  ["in-kb", "0.4", 4 / 1e3, moved],
  ["in-kib", "0.4", 4 / 1024, moved],
  ["in-mb", "0.4", 4 / 1e6, moved],
  ["in-mib", "0.4", 4 / 1024 ** 2, moved],
  ["reads-only", "0.2", 4, (b, m) => moved(b, m) - b * m.outFeatures],
  ["batch-ignored", "0.1", 4, (_, m) => moved(1, m)],
  ["weights-only", "0.1", 4, (_, m) => weightsOf(m)],
  ["weights-omitted", "0.1", 4, (b, m) => moved(b, m) - weightsOf(m)],
  ["weights-per-sample", "0.2", 4, (b, m) => b * moved(1, m)],
  ["with-bias", "0.3", 4, (b, m) => moved(b, m) + m.outFeatures],
  ["elements", "0.2", 1, moved],
  ["half-precision", "0.2", 2, moved],
  ["double-precision", "0.2", 8, moved],
  ["bits", "0.1", 32, moved],
  ["reads-only+half-precision", "0.1", 2, (b, m) => moved(b, m) - b * m.outFeatures],
  ["with-bias+elements", "0.15", 1, (b, m) => moved(b, m) + m.outFeatures],
])("bytes: %s is recognised and earns %s, with the slope and without", (id, points, bytes, count) => {
  for (const seed of seeds)
    for (const slope of [1, 0]) {
      const fusedModelBytes: Bytes = (b, m) => bytes * (count(b, m) + slope);
      const verdict = judgePartOf([...earlier, question], { fusedModelBytes }, { seed, part: "bytes" });
      expect(nameFinding(verdict)).toMatch(new RegExp(`[:+]${id.replace("+", "\\+")}$`));
      expect(verdict.points).toBe(points);
    }
});

const rowsOf = (x: Tensor) => x.shape[0] ?? 0;
const modelFlops = (x: Tensor, m: PReLULinear) =>
  2 * rowsOf(x) * weightsOf(m) + x.data.filter((value) => value <= 0).length;
const fusedModelBytes: Bytes = (b, m) => 4 * (moved(b, m) + 1);
const intensityOf = (x: Tensor, m: PReLULinear) => modelFlops(x, m) / fusedModelBytes(rowsOf(x), m);
const ridgeOf = (gpu: Gpu) => gpu.peakFlops / gpu.bandwidth;

test.each<[string, string, (x: Tensor, m: PReLULinear, gpu: Gpu) => boolean]>([
  [
    "single-sample",
    "0.2",
    (x, m, gpu) => modelFlops(x, m) / rowsOf(x) / fusedModelBytes(1, m) < ridgeOf(gpu),
  ],
  ["always-memory", "0", () => true],
  ["always-compute", "0", () => false],
  ["gpu-ignored", "0.2", (x, m) => intensityOf(x, m) < 1],
  ["ridge-inverted", "0", (x, m, gpu) => intensityOf(x, m) < 1 / ridgeOf(gpu)],
  ["intensity-inverted", "0", (x, m, gpu) => 1 / intensityOf(x, m) < ridgeOf(gpu)],
])("bound: %s is recognised and earns %s", (id, points, isMemory) => {
  const fusedBoundBy = (x: Tensor, m: PReLULinear, gpu: Gpu) => (isMemory(x, m, gpu) ? "memory" : "compute");
  expectEvery("bound", { modelFlops, fusedModelBytes, fusedBoundBy }, id, points);
});

test("bound: own counts compared the wrong way round are recognised and earn nothing", () => {
  const ownBytes: Bytes = (b, m) => 4 * moved(b, m) + 3 * b * m.inFeatures + 2 * m.outFeatures;
  const fusedBoundBy = (x: Tensor, m: PReLULinear, gpu: Gpu) =>
    modelFlops(x, m) / ownBytes(rowsOf(x), m) < ridgeOf(gpu) ? "compute" : "memory";
  expectEvery("bound", { modelFlops, fusedModelBytes: ownBytes, fusedBoundBy }, "reversed", "0");
});
