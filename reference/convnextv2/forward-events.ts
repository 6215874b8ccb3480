/** Memory events of one ConvNeXt V2 forward pass, with or without gradients. */

import { readDimension } from "../dimension";
import { type ConvNeXtV2, countImageElements } from "./architecture";
import type { MemoryEvent } from "./events";
import { type ForwardPass, runForwardPass } from "./forward-pass";
import { MemoryTrace } from "./memory-trace";
import { listParameterTensors } from "./parameters";

/**
 * Parameters and images first, then the pass as `forward-pass.ts` models it. In grad mode it ends with
 * everything alive that is kept for backward, in no-grad mode with the logits alone.
 *
 * Peak of a published variant, for b samples with A bytes kept each, maps of u1 elements in the first and u4
 * in the last stage, c1 channels in the first and c4 in the last:
 *
 *   grad:    parameters + images + b (A + 4 (4 u4 - 2 c4 - 2)) bytes, in the last block's GRN
 *   no-grad: parameters + images + b 4 (15 u1 + 8 c1) bytes, in the GRN of stage 0's second block
 *
 * @throws RangeError when the architecture is malformed, the image too small or the batch size no positive integer
 */
export function listForwardEvents(pass: ForwardPass): readonly MemoryEvent[] {
  const trace = new MemoryTrace();
  allocateParameters(trace, pass.arch);
  allocateImages(trace, pass);
  runForwardPass(trace, pass);
  return trace.events;
}

/** Parameters, one event per tensor. */
export function allocateParameters(trace: MemoryTrace, arch: ConvNeXtV2): void {
  for (const { name, count } of listParameterTensors(arch)) {
    trace.allocate(name, "parameter", count);
  }
}

/** The batch of images. */
export function allocateImages(
  trace: MemoryTrace,
  pass: Pick<ForwardPass, "arch" | "batchSize" | "imageSide">,
): void {
  const batchSize = readDimension("batch size", pass.batchSize);
  trace.allocate("images", "input", batchSize * countImageElements(pass.arch, pass.imageSide));
}
