/**
 * A liveness model of ConvNeXt V2's backward pass, from the logits' gradient down to the stem.
 *
 * Assumptions: PyTorch's autograd engine walks the operations in reverse; an operation's kept tensors go
 * right after it has run (no `retain_graph`), as does the gradient that came in; gradients that meet
 * (residual branch, the three uses of x in GRN) are added in place; the images get no gradient. Convolutions
 * run without workspace; buffers of a few channels inside norm kernels are not counted.
 * Source: PyTorch's `derivatives.yaml` and autograd engine (`InputBuffer::accumulate`, `AccumulateGrad`).
 */

import { type ConvNeXtV2, mlpRatio, type SizedStage } from "./architecture";
import type { BlockTape, DownsampleTape, ForwardTape, GrnTape, NormTape } from "./forward-tape";
import type { MemoryTrace, TracedTensor } from "./memory-trace";
import { listParameterTensors, type ParameterTensor } from "./parameters";

/**
 * What the gradients of the parameters meet: `freed`, nothing, so that they are new tensors that stay
 * (`zero_grad(set_to_none=True)`, the default since PyTorch 2.0); `zeroed`, tensors of the iteration before,
 * to which they are added and then dropped.
 */
export type PriorGradients = "freed" | "zeroed";

/** One operation's step backward. */
interface Step {
  readonly op: string;
  /** Elements per sample of the gradient it hands on. */
  readonly elementsPerSample: bigint;
  /** Gradient of its output; dropped once it has run. */
  readonly incoming: TracedTensor;
  /** Kept tensors that nothing needs after it. */
  readonly kept: readonly TracedTensor[];
  /** Its layer, if that has parameters. */
  readonly layer?: string;
}

/** Allocates for a whole batch and books the gradients of parameters. */
class BackwardRun {
  private readonly parameters: ReadonlyMap<string, readonly ParameterTensor[]>;

  constructor(
    private readonly trace: MemoryTrace,
    readonly batchSize: bigint,
    private readonly priorGradients: PriorGradients,
    arch: ConvNeXtV2,
  ) {
    this.parameters = groupByLayer(listParameterTensors(arch));
  }

  allocate(op: string, elementsPerSample: bigint): TracedTensor {
    return this.trace.allocate(`${op}.backward`, "temporary", this.batchSize * elementsPerSample);
  }

  free(...tensors: readonly TracedTensor[]): void {
    for (const tensor of tensors) {
      this.trace.free(tensor);
    }
  }

  /** One operation backward: gradients of input and parameters appear, then what it used goes. */
  step({ op, elementsPerSample, incoming, kept, layer }: Step): TracedTensor {
    const outgoing = this.allocate(op, elementsPerSample);
    const surplus = layer === undefined ? [] : this.makeParameterGradients(layer);
    this.free(incoming, ...kept, ...surplus);
    return outgoing;
  }

  /** @returns gradients that have been added to older ones and are to be freed */
  makeParameterGradients(layer: string): readonly TracedTensor[] {
    const category = this.priorGradients === "freed" ? "gradient" : "temporary";
    const made = (this.parameters.get(layer) ?? []).map(({ name, count }) =>
      this.trace.allocate(`${name}.grad`, category, count),
    );
    return this.priorGradients === "freed" ? [] : made;
  }
}

/** The forward pass that is run backward. */
export interface BackwardPass {
  readonly arch: ConvNeXtV2;
  readonly batchSize: bigint;
  readonly priorGradients: PriorGradients;
}

/**
 * Runs the backward pass on a trace.
 *
 * @param tape what a forward pass in grad mode on the same trace has kept; all of it but the logits is freed
 * @param ofLogits gradient of the logits; freed as well
 */
export function runBackwardPass(
  trace: MemoryTrace,
  tape: ForwardTape,
  ofLogits: TracedTensor,
  pass: BackwardPass,
): void {
  const run = new BackwardRun(trace, pass.batchSize, pass.priorGradients, pass.arch);
  let gradient = reverseHead(run, tape, ofLogits);
  for (const { stage, downsample, blocks } of [...tape.stages].reverse()) {
    for (const block of [...blocks].reverse()) {
      reverseBlock(run, block, stage, block === tape.stages.at(-1)?.blocks.at(-1));
    }
    gradient = downsample === null ? gradient : reverseDownsample(run, downsample, stage, gradient);
  }
  const ofConv = reverseNorm(run, tape.stemNorm, mapElements(tape.first), gradient);
  run.free(...run.makeParameterGradients("stem.0"), ofConv);
}

function reverseHead(run: BackwardRun, tape: ForwardTape, ofLogits: TracedTensor): TracedTensor {
  const { channels } = tape.last;
  const ofNorm = run.step({
    op: "head.fc",
    elementsPerSample: channels,
    incoming: ofLogits,
    kept: [tape.fcInput],
    layer: "head.fc",
  });
  const ofPooled = reverseNorm(run, tape.headNorm, channels, ofNorm);
  return run.step({
    op: "head.global_pool",
    elementsPerSample: mapElements(tape.last),
    incoming: ofPooled,
    kept: [],
  });
}

function reverseDownsample(
  run: BackwardRun,
  tape: DownsampleTape,
  stage: SizedStage,
  incoming: TracedTensor,
): TracedTensor {
  const elementsPerSample = stage.inputChannels * stage.inputSide ** 2n;
  const layer = `${tape.name}.1`;
  const ofNorm = run.step({ op: layer, elementsPerSample, incoming, kept: [tape.convInput], layer });
  return reverseNorm(run, tape.norm, elementsPerSample, ofNorm);
}

/**
 * The gradient of the block's output waits for the branch's and takes it up in place: it then is the gradient
 * of the block's input.
 */
function reverseBlock(run: BackwardRun, tape: BlockTape, stage: SizedStage, isLast: boolean): void {
  const ofNorm = reverseMlp(run, tape, stage, isLast);
  const ofConv = reverseNorm(run, tape.norm, mapElements(stage), ofNorm);
  const ofInput = run.step({
    op: `${tape.name}.conv_dw`,
    elementsPerSample: mapElements(stage),
    incoming: ofConv,
    kept: [tape.input],
    layer: `${tape.name}.conv_dw`,
  });
  run.free(ofInput);
}

/**
 * The average pool's gradient lies channel by channel, sample after sample. The last block's linear layer
 * copies it into rows, unless there is one sample only. (Where timm uses 1x1 convolutions, atto to nano, none
 * is needed.)
 */
function reverseMlp(
  run: BackwardRun,
  { name, mlp }: BlockTape,
  stage: SizedStage,
  isLast: boolean,
): TracedTensor {
  const fc1 = `${name}.mlp.fc1`;
  const fc2 = `${name}.mlp.fc2`;
  const act = `${name}.mlp.act`;
  const elementsPerSample = mapElements(stage);
  const hiddenMap = mlpRatio * elementsPerSample;
  const rows = isLast && run.batchSize > 1n ? [run.allocate(`${fc2}.rows`, elementsPerSample)] : [];
  const ofGrn = run.allocate(fc2, hiddenMap);
  run.free(...run.makeParameterGradients(fc2), ...rows, mlp.fc2Input);
  reverseGrn(run, mlp.grn, hiddenMap, mlpRatio * stage.channels);
  const ofFc1 = run.step({ op: act, elementsPerSample: hiddenMap, incoming: ofGrn, kept: [mlp.actInput] });
  return run.step({ op: fc1, elementsPerSample, incoming: ofFc1, kept: [mlp.fc1Input], layer: fc1 });
}

/**
 * The gradient of GRN's output stays and takes up the two other gradients of x in place. Three more tensors
 * of GRN's size exist at the worst time: in `addcmul` or in the product x times its normalised norm.
 */
function reverseGrn(run: BackwardRun, tape: GrnTape, map: bigint, channels: bigint): void {
  const { name, input, scaled, normOverPositions, denominator, normalisedNorm } = tape;
  const factor = run.allocate(`${name}.addcmul.factor`, map);
  const ofWeight = run.allocate(`${name}.addcmul.weight`, map);
  run.free(factor);
  const ofScaled = run.allocate(`${name}.addcmul`, map);
  const surplus = run.makeParameterGradients(name);
  run.free(ofWeight, scaled, ...surplus);

  const viaProduct = run.allocate(`${name}.mul`, map);
  const ofFactor = run.allocate(`${name}.mul.factor`, map);
  const ofNormalised = run.allocate(`${name}.mul.normalised`, channels);
  run.free(ofFactor, ofScaled, normalisedNorm, viaProduct);

  const ofNorm = run.allocate(`${name}.div`, channels);
  const ofMean = run.allocate(`${name}.mean`, channels);
  run.free(ofNormalised, denominator, ofMean);
  const viaNorm = run.allocate(`${name}.norm`, map);
  run.free(ofNorm, normOverPositions, input, viaNorm);
}

function reverseNorm(
  run: BackwardRun,
  tape: NormTape,
  elementsPerSample: bigint,
  incoming: TracedTensor,
): TracedTensor {
  const kept = [tape.input, ...tape.statistics];
  return run.step({ op: tape.name, elementsPerSample, incoming, kept, layer: tape.name });
}

function mapElements(stage: SizedStage): bigint {
  return stage.channels * stage.side ** 2n;
}

function groupByLayer(tensors: readonly ParameterTensor[]): ReadonlyMap<string, readonly ParameterTensor[]> {
  const layers = new Map<string, ParameterTensor[]>();
  for (const tensor of tensors) {
    layers.set(tensor.layer, [...(layers.get(tensor.layer) ?? []), tensor]);
  }
  return layers;
}
