/**
 * A liveness model of ConvNeXt V2's forward pass: which tensors PyTorch allocates, in which order, and how
 * long each is held.
 *
 * Assumptions: eager mode, fp32, all drop rates 0 (so train and eval are alike), convolutions without
 * workspace. A tensor lives as long as a Python variable of a running `forward` refers to it, and in grad
 * mode until the backward pass if an operation keeps it. Hence callers hold on to what they pass:
 * `forward_features` to the stem's output, the block to the input of its multilayer perceptron.
 * Source: timm's `ConvNeXt`, `ConvNeXtStage`, `ConvNeXtBlock`, `GlobalResponseNormMlp`, `GlobalResponseNorm`,
 * `NormMlpClassifierHead`; PyTorch's `derivatives.yaml` for what each operation keeps.
 */

import { readDimension } from "../dimension";
import { type ConvNeXtV2, listSizedStages, mlpRatio, type SizedStage } from "./architecture";
import type {
  BlockTape,
  DownsampleTape,
  ForwardTape,
  GrnTape,
  MlpTape,
  NormTape,
  StageTape,
} from "./forward-tape";
import type { MemoryTrace, TracedTensor } from "./memory-trace";

/** `grad` is PyTorch's default; `no-grad` stands for `torch.no_grad()` and `torch.inference_mode()`. */
export type GradMode = "grad" | "no-grad";

/** One forward pass on square images, 224 pixels a side unless told. */
export interface ForwardPass {
  readonly arch: ConvNeXtV2;
  readonly batchSize: number;
  readonly mode: GradMode;
  readonly imageSide?: number | undefined;
}

/** A layer's output and what the layer keeps for backward. */
interface Result<Tape> {
  readonly output: TracedTensor;
  readonly tape: Tape;
}

/** Elements per sample of a map and of one of its channels. */
interface MapSize {
  readonly map: bigint;
  readonly positions: bigint;
}

/** Allocates for a whole batch, and knows what outlives the pass. */
class ForwardRun {
  constructor(
    private readonly trace: MemoryTrace,
    private readonly batchSize: bigint,
    private readonly mode: GradMode,
  ) {}

  /** An output that some operation keeps for the backward pass. */
  keep(op: string, elementsPerSample: bigint): TracedTensor {
    const category = this.mode === "grad" ? "activation" : "temporary";
    return this.trace.allocate(op, category, this.batchSize * elementsPerSample);
  }

  /** An output that no operation keeps. */
  pass(op: string, elementsPerSample: bigint): TracedTensor {
    return this.trace.allocate(op, "temporary", this.batchSize * elementsPerSample);
  }

  /** The pass's result, which the caller goes on holding. */
  giveBack(op: string, elementsPerSample: bigint): TracedTensor {
    return this.trace.allocate(op, "activation", this.batchSize * elementsPerSample);
  }

  /** The last variable that referred to these is gone. */
  release(...tensors: readonly TracedTensor[]): void {
    for (const tensor of tensors) {
      this.trace.release(tensor);
    }
  }
}

/**
 * Runs the forward pass on a trace that holds parameters and images already.
 *
 * @returns what is kept for backward; in no-grad mode all of it but the logits is freed by then
 */
export function runForwardPass(trace: MemoryTrace, pass: ForwardPass): ForwardTape {
  const run = new ForwardRun(trace, readDimension("batch size", pass.batchSize), pass.mode);
  const { all, first, last } = listSizedStages(pass.arch, pass.imageSide);
  const stem = runStem(run, first);
  const stages: StageTape[] = [];
  let features = stem.output;
  for (const stage of all) {
    const { output, tape } = runStage(run, stage, features, stage === last);
    run.release(...(features === stem.output ? [] : [features]));
    features = output;
    stages.push(tape);
  }
  run.release(stem.output);
  const head = runHead(run, pass.arch, last);
  run.release(features);
  return { first, last, stemNorm: stem.tape, stages, ...head };
}

function runStem(run: ForwardRun, first: SizedStage): Result<NormTape> {
  const size = mapSize(first.channels, first.side);
  const conv = run.keep("stem.0", size.map);
  const norm = runNorm(run, "stem.1", conv, size);
  run.release(conv);
  return norm;
}

function runStage(
  run: ForwardRun,
  stage: SizedStage,
  input: TracedTensor,
  isLastStage: boolean,
): Result<StageTape> {
  const downsample = stage.hasDownsample ? runDownsample(run, stage, input) : null;
  const start = downsample?.output ?? input;
  const blocks: BlockTape[] = [];
  let current = start;
  for (let block = 0; block < stage.depth; block++) {
    const isLast = isLastStage && block === stage.depth - 1;
    const { output, tape } = runBlock(run, stage, current, { block, isLast });
    run.release(...(current === start ? [] : [current]));
    current = output;
    blocks.push(tape);
  }
  run.release(...(start === input ? [] : [start]));
  return { output: current, tape: { stage, downsample: downsample?.tape ?? null, blocks } };
}

function runDownsample(run: ForwardRun, stage: SizedStage, input: TracedTensor): Result<DownsampleTape> {
  const name = `stages.${stage.index}.downsample`;
  const norm = runNorm(run, `${name}.0`, input, mapSize(stage.inputChannels, stage.inputSide));
  const output = run.keep(`${name}.1`, mapSize(stage.channels, stage.side).map);
  run.release(norm.output);
  return { output, tape: { name, norm: norm.tape, convInput: norm.output } };
}

/** The last block's output is only averaged, which keeps nothing of it. */
function runBlock(
  run: ForwardRun,
  stage: SizedStage,
  input: TracedTensor,
  { block, isLast }: { readonly block: number; readonly isLast: boolean },
): Result<BlockTape> {
  const name = `stages.${stage.index}.blocks.${block}`;
  const size = mapSize(stage.channels, stage.side);
  const conv = run.keep(`${name}.conv_dw`, size.map);
  const norm = runNorm(run, `${name}.norm`, conv, size);
  run.release(conv);
  const mlp = runMlp(run, `${name}.mlp`, stage, norm.output);
  run.release(norm.output);
  const output = isLast ? run.pass(`${name}.add`, size.map) : run.keep(`${name}.add`, size.map);
  run.release(mlp.output);
  return { output, tape: { name, input, norm: norm.tape, mlp: mlp.tape } };
}

function runMlp(run: ForwardRun, name: string, stage: SizedStage, input: TracedTensor): Result<MlpTape> {
  const { map } = mapSize(stage.channels, stage.side);
  const hiddenMap = mlpRatio * map;
  const fc1 = run.keep(`${name}.fc1`, hiddenMap);
  const act = run.keep(`${name}.act`, hiddenMap);
  run.release(fc1);
  const grn = runGrn(run, `${name}.grn`, act, { map: hiddenMap, channels: mlpRatio * stage.channels });
  run.release(act);
  const output = run.pass(`${name}.fc2`, map);
  run.release(grn.output);
  return { output, tape: { fc1Input: input, actInput: fc1, grn: grn.tape, fc2Input: grn.output } };
}

/**
 * x + bias + weight * (x * g / (mean(g) + eps)), where g is the Euclidean norm of x over positions, one per
 * channel.
 */
function runGrn(
  run: ForwardRun,
  name: string,
  input: TracedTensor,
  { map, channels }: { readonly map: bigint; readonly channels: bigint },
): Result<GrnTape> {
  const normOverPositions = run.keep(`${name}.norm`, channels);
  const mean = run.pass(`${name}.mean`, 1n);
  const denominator = run.keep(`${name}.mean_eps`, 1n);
  run.release(mean);
  const normalisedNorm = run.keep(`${name}.div`, channels);
  run.release(denominator);
  const scaled = run.keep(`${name}.mul`, map);
  const affine = run.pass(`${name}.addcmul`, map);
  run.release(scaled);
  const output = run.keep(`${name}.add`, map);
  run.release(affine, normOverPositions, normalisedNorm);
  return { output, tape: { name, input, scaled, normOverPositions, denominator, normalisedNorm } };
}

function runHead(
  run: ForwardRun,
  arch: ConvNeXtV2,
  last: SizedStage,
): Pick<ForwardTape, "headNorm" | "fcInput" | "logits"> {
  const numClasses = readDimension("numClasses", arch.numClasses);
  const pooled = run.keep("head.global_pool", last.channels);
  const norm = runNorm(run, "head.norm", pooled, mapSize(last.channels, 1n));
  run.release(pooled);
  const logits = run.giveBack("head.fc", numClasses);
  run.release(norm.output);
  return { headNorm: norm.tape, fcInput: norm.output, logits };
}

/** Every layer norm of the network stands before an operation that keeps its output. */
function runNorm(run: ForwardRun, name: string, input: TracedTensor, size: MapSize): Result<NormTape> {
  const output = run.keep(name, size.map);
  const statistics = [run.keep(`${name}.mean`, size.positions), run.keep(`${name}.rstd`, size.positions)];
  run.release(...statistics);
  return { output, tape: { name, input, statistics } };
}

function mapSize(channels: bigint, side: bigint): MapSize {
  return { map: channels * side * side, positions: side * side };
}
