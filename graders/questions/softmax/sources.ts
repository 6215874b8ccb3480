/** Where people meet these ways of counting, by reading or family of readings. */
import { type Sources, tools } from "../kit/sources";

export const sources: Sources = {
  "exponential-as-one":
    "thop, calculate_softmax: https://github.com/Lyken17/pytorch-OpCounter/blob/master/thop/vision/calc_func.py",
  "library-rule-without-batch": `FlopCo, compute_softmax_flops: ${tools.flopCo}`,
  "one-per-entry":
    "DeepSpeed, _softmax_flops_compute: https://github.com/microsoft/DeepSpeed/blob/master/deepspeed/profiling/flops_profiler/profiler.py; ptflops likewise",
  maximum:
    "The shift that keeps exponentials from overflowing: Goodfellow et al., Deep Learning (2016), section 4.1",
};
