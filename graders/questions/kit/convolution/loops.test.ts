/** Whoever counts by loops instead of a product must be through in time, in every layer that is asked. */
import type { ConvLayer } from "../../../contract/value";
import { createRandom } from "../../../judge/random";
import { findQuestions } from "../../../testing/find-questions";
import { judgeImplementation } from "../../../testing/judge-implementation";

/** A tenth of a second, in the slowest way that is usual. */
const mostTurns = 3e7;

const questions = findQuestions("standard-conv", "depthwise-conv");
const layers = questions.flatMap(({ id, parts }) =>
  parts.flatMap((part) =>
    part.kind === "call"
      ? ["one", "two", "three"].flatMap((seed) =>
          part
            .cases(createRandom(seed, id))
            .map((one): [string, ConvLayer] => [`${id} ${one.id}`, one.input as ConvLayer]),
        )
      : [],
  ),
);

test.each(layers)(
  "%s is counted in time by loops over its outputs, or over its pixels and taps",
  (_, layer) => {
    const pixels = layer.hOut * layer.wOut;
    expect(pixels * layer.cOut).toBeLessThanOrEqual(mostTurns);
    expect(pixels * layer.kernel ** 2).toBeLessThanOrEqual(mostTurns);
  },
);

/** Adds so much up for each output, one after the other. */
const countByOutputs =
  (perOutput: (layer: ConvLayer) => number) =>
  (layer: ConvLayer): { macs: number; flops: number } => {
    let macs = 0;
    for (let y = 0; y < layer.hOut; y++)
      for (let x = 0; x < layer.wOut; x++)
        for (let channel = 0; channel < layer.cOut; channel++) macs += perOutput(layer);
    return { macs, flops: 2 * macs };
  };

test("loops over the outputs earn what the product earns", () => {
  const verdicts = judgeImplementation(questions, {
    standardConv: countByOutputs(({ cIn, kernel }) => cIn * kernel ** 2),
    depthwiseConv: countByOutputs(({ kernel }) => kernel ** 2),
  });
  expect(verdicts.map((one) => (one.status === "not_graded" ? one.fault : one.points))).toEqual(["1", "1"]);
});
