/** A slip that is counted inline is the slip that it is in its own question, though little of an intensity shows it. */
import type { Gpu, PReLULinear, Tensor } from "../../../contract/value";
import { findQuestions } from "../../../testing/find-questions";
import { judgeImplementation } from "../../../testing/judge-implementation";

type OfModel = (model: PReLULinear) => number;

interface Slip {
  readonly flopsPerSample?: OfModel;
  readonly elementsPerBatch?: OfModel;
  readonly elementsPerSample?: OfModel;
}

const none: OfModel = () => 0;

function implement({ flopsPerSample = none, elementsPerBatch = none, elementsPerSample = none }: Slip) {
  const preluFlops = (x: Tensor): number => x.data.filter((value) => value <= 0).length;
  const modelFlops = (x: Tensor, { inFeatures: n, outFeatures: m }: PReLULinear): number =>
    2 * (x.shape[0] ?? 0) * n * m + preluFlops(x);
  const modelBytes = (b: number, { inFeatures: n, outFeatures: m }: PReLULinear): number =>
    4 * (b * (3 * n + m) + n * m + 1);
  const intensity = (b: number, flops: number, model: PReLULinear): number =>
    (flops + b * flopsPerSample(model)) /
    (modelBytes(b, model) + 4 * (elementsPerBatch(model) + b * elementsPerSample(model)));
  const expected = (b: number, model: PReLULinear): number =>
    intensity(b, b * (2 * model.inFeatures * model.outFeatures + model.inFeatures / 2), model);
  const ridge = ({ peakFlops, bandwidth }: Gpu): number => peakFlops / bandwidth;
  return {
    ...{ preluFlops, modelFlops, modelBytes },
    boundBy: (x: Tensor, model: PReLULinear, gpu: Gpu) =>
      intensity(x.shape[0] ?? 0, modelFlops(x, model), model) < ridge(gpu) ? "memory" : "compute",
    intensityCurve: (sizes: readonly number[], model: PReLULinear) => sizes.map((b) => expected(b, model)),
    optimalBatchSize(model: PReLULinear, gpu: Gpu) {
      if (expected(2 ** 40, model) < ridge(gpu)) return null;
      let [below, from] = [0, 2 ** 40];
      while (from - below > 1) {
        const middle = Math.floor((below + from) / 2);
        if (expected(middle, model) < ridge(gpu)) below = middle;
        else from = middle;
      }
      return from;
    },
  };
}

const outputs: OfModel = (m) => m.outFeatures;
const less: OfModel = (m) => -m.outFeatures;

const asked = ["bound", "intensity-plot", "optimal-batch"];
const questions = findQuestions("prelu", "model-flops", "model-bytes", ...asked);

test.each<[string, Slip, readonly string[]]>([
  ["nothing", {}, ["1", "1", "1"]],
  ["a bias in the FLOP", { flopsPerSample: outputs }, ["0.5", "0.5", "0.5"]],
  ["two FLOP for each input", { flopsPerSample: (m) => 1.5 * m.inFeatures }, ["0.5", "0.5", "0.5"]],
  // It decides no bound.
  ["a bias in the bytes", { elementsPerBatch: outputs }, ["1", "0.75", "0.75"]],
  ["no output", { elementsPerSample: less }, ["0.5", "0.5", "0.5"]],
  ["the output of one sample", { elementsPerSample: less, elementsPerBatch: outputs }, ["0.5", "0.5", "0.5"]],
  ["the output twice", { elementsPerSample: outputs }, ["0.5", "0.5", "0.5"]],
  [
    "MACs and no output",
    { flopsPerSample: (m) => -m.outFeatures * m.inFeatures, elementsPerSample: less },
    ["0.25", "0.25", "0.25"],
  ],
  // Two words for each ridge tell too little of a bias beside another slip.
  ["a bias in both", { flopsPerSample: outputs, elementsPerBatch: outputs }, ["0.375", "0.375"]],
])("with %s inline, bound, curve and optimum earn their share of it for every seed", (_, slip, earned) => {
  for (const seed of ["one", "two", "three", "four"]) {
    const parts = judgeImplementation(questions, implement(slip), { seed }).flatMap((verdict) =>
      "parts" in verdict && asked.includes(verdict.id) ? verdict.parts : [],
    );
    const own = parts.filter(({ id }) => id !== "plot");
    expect(own.slice(-earned.length).map(({ points }) => points)).toEqual(earned);
  }
});
