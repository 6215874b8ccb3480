/** Where people meet these ways of counting, by reading or family of readings. */
import { type Sources, tools } from "../kit/sources";

export const sources: Sources = {
  "library-rule": `5 per element, "just a rough estimate": fvcore, norm_flop_counter: ${tools.fvcore}; the same in DeepSpeed; 2 per element in ptflops: ${tools.ptflops}`,
  "library-rule-without-batch": `FlopCo, compute_bn2d_flops, "subtract, divide, gamma, beta" without the batch: ${tools.flopCo}`,
  "library-rule-without-pixels": `torchinfo, calculate_macs: parameters times the batch: ${tools.torchinfo}`,
  "evaluation-mode-folded": `fvcore, batchnorm_flop_jit outside training: ${tools.fvcore}`,
};
