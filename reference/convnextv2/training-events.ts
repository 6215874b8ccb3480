/**
 * Memory events of one training iteration of ConvNeXt V2 with Adam: forward, loss, backward, optimizer step.
 */

import { readDimension } from "../dimension";
import type { ConvNeXtV2 } from "./architecture";
import { type PriorGradients, runBackwardPass } from "./backward-pass";
import type { MemoryEvent } from "./events";
import { allocateImages, allocateParameters } from "./forward-events";
import { runForwardPass } from "./forward-pass";
import { MemoryTrace, type TracedTensor } from "./memory-trace";
import { listParameterTensors } from "./parameters";

/**
 * How `torch.optim.Adam` updates: `foreach`, all tensors at once, makes the roots of all second moments (W
 * bytes; the default on CUDA since 2.0); `for-loop` makes two tensors of one parameter's size at a time and
 * still holds one of the parameter before; `fused` makes nothing.
 */
export type AdamStep = "foreach" | "for-loop" | "fused";

/** One iteration on square images, 224 pixels a side unless told. */
export interface TrainingIteration {
  readonly arch: ConvNeXtV2;
  readonly batchSize: number;
  readonly imageSide?: number | undefined;
  readonly step: AdamStep;
  /**
   * In the `first` iteration the moments come to life in the step; in a `steady` one they are there from the
   * start.
   */
  readonly iteration: "first" | "steady";
  /** What `zero_grad` left of the iteration before; a first iteration has none before it. */
  readonly priorGradients: PriorGradients;
}

/**
 * Events of an iteration that begins after `zero_grad`: parameters, then what earlier iterations left
 * (moments, zeroed gradients), images and labels, then forward pass, cross entropy, backward pass and step.
 *
 * Assumptions: everything in fp32 (labels are 64-bit integers), no gradient checkpointing or accumulation,
 * otherwise as in `forward-pass.ts` and `backward-pass.ts`; the variables that hold logits and loss live on.
 * With W bytes of parameters, b samples and A bytes kept per sample, in a steady iteration with freed
 * gradients:
 *
 *   forward  3 W + b A + 4 b (4 u4 - 2 c4 - 2)
 *   backward 3 W + the most, over blocks of u elements, of (activations left + gradients made + 9 b u elements)
 *   step     4 W + W (foreach), two largest tensors (for-loop) or nothing (fused)
 *
 * each with images, labels and logits on top. Not counted: step counters, library workspaces, allocator
 * rounding and caching.
 * Source: Kingma and Ba, "Adam" (2015), algorithm 1; PyTorch's `torch/optim/adam.py`.
 *
 * @throws RangeError when the architecture is malformed, the image too small or the batch size no positive integer
 */
export function listTrainingEvents(iteration: TrainingIteration): readonly MemoryEvent[] {
  const trace = new MemoryTrace();
  const { arch, priorGradients } = iteration;
  const batchSize = readDimension("batch size", iteration.batchSize);
  const isFirst = iteration.iteration === "first";
  const hasGradients = !isFirst && priorGradients === "zeroed";
  allocateParameters(trace, arch);
  allocatePerParameter(trace, arch, isFirst ? [] : ["exp_avg", "exp_avg_sq"], "optimizer");
  allocatePerParameter(trace, arch, hasGradients ? ["grad"] : [], "gradient");
  allocateImages(trace, iteration);
  trace.allocate("labels", "input", batchSize * wordsPerLabel);

  const tape = runForwardPass(trace, { ...iteration, mode: "grad" });
  const { ofLogits, ofLoss } = runLoss(trace, batchSize * readDimension("numClasses", arch.numClasses));
  runBackwardPass(trace, tape, ofLogits, {
    arch,
    batchSize,
    priorGradients: hasGradients ? "zeroed" : "freed",
  });
  trace.free(ofLoss);
  allocatePerParameter(trace, arch, isFirst ? ["exp_avg", "exp_avg_sq"] : [], "optimizer");
  runAdamStep(trace, arch, iteration.step);
  return trace.events;
}

/** A label is a 64-bit integer. */
const wordsPerLabel = 2n;

function allocatePerParameter(
  trace: MemoryTrace,
  arch: ConvNeXtV2,
  suffixes: readonly string[],
  category: "optimizer" | "gradient" | "temporary",
): TracedTensor[] {
  return listParameterTensors(arch).flatMap(({ name, count }) =>
    suffixes.map((suffix) => trace.allocate(`${name}.${suffix}`, category, count)),
  );
}

/**
 * Cross entropy, forward and backward.
 *
 * @returns gradients of the logits and of the loss itself; `loss.backward()` holds the latter until it returns
 */
function runLoss(trace: MemoryTrace, logits: bigint): { ofLogits: TracedTensor; ofLoss: TracedTensor } {
  const logProbabilities = trace.allocate("loss.log_softmax", "activation", logits);
  trace.allocate("loss", "activation", 1n);
  const totalWeight = trace.allocate("loss.total_weight", "activation", 1n);
  const ofLoss = trace.allocate("loss.backward", "temporary", 1n);
  const ofLogProbabilities = trace.allocate("loss.nll.backward", "temporary", logits);
  trace.free(totalWeight);
  const ofLogits = trace.allocate("loss.log_softmax.backward", "temporary", logits);
  trace.free(ofLogProbabilities);
  trace.free(logProbabilities);
  return { ofLogits, ofLoss };
}

function runAdamStep(trace: MemoryTrace, arch: ConvNeXtV2, step: AdamStep): void {
  switch (step) {
    case "foreach":
      for (const root of allocatePerParameter(trace, arch, ["adam.sqrt"], "temporary")) {
        trace.free(root);
      }
      return;
    case "for-loop":
      runAdamLoop(trace, arch);
      return;
    case "fused":
      return;
  }
}

/** A parameter's denominator lives until the next parameter's takes over its variable. */
function runAdamLoop(trace: MemoryTrace, arch: ConvNeXtV2): void {
  let previous: TracedTensor | null = null;
  for (const { name, count } of listParameterTensors(arch)) {
    const root = trace.allocate(`${name}.adam.sqrt`, "temporary", count);
    const denominator = trace.allocate(`${name}.adam.div`, "temporary", count);
    trace.free(root);
    if (previous !== null) {
      trace.free(previous);
    }
    previous = denominator;
  }
  if (previous !== null) {
    trace.free(previous);
  }
}
