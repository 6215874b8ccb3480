/** Where people meet these ways of counting, by reading or family of readings. */
import type { Sources } from "../kit/sources";

export const sources: Sources = {
  "upper-bound":
    "ptflops, relu_flops_counter_hook, for PReLU as well: https://github.com/sovrasov/flops-counter.pytorch/blob/master/ptflops/pytorch_ops.py; DeepSpeed likewise",
};
