/** Where people meet these ways of counting, by reading or family of readings. */
import type { Sources } from "../kit/sources";

export const peakSources: Sources = {
  "stale-run":
    "An earlier output keeps its graph alive: https://discuss.pytorch.org/t/calling-loss-backward-reduce-memory-usage/2735",
};

export const activationSources: Sources = {
  "conv-and-linear-outputs":
    "What fvcore and timm call activations, generic_activation_jit: https://github.com/facebookresearch/fvcore/blob/main/fvcore/nn/jit_handles.py",
  "leaf-outputs-doubled":
    "pytorch-summary, forward/backward pass size: https://github.com/sksq96/pytorch-summary/issues/51",
  "parameterised-outputs-doubled":
    "torchinfo, forward/backward pass size: https://github.com/TylerYep/torchinfo/issues/144",
};
