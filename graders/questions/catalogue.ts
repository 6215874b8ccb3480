/**
 * The questions, one line each, in the order students read them. The grader knows a question by its folder and its
 * line here alone. An error can be carried forward only from a question to those below it.
 */
export const questionIds: readonly string[] = [
  "bytes",
  "padding",
  "standard-conv",
  "depthwise-conv",
  "batch-norm",
  "prelu",
  "softmax",
  "model-flops",
  "model-bytes",
  "bound",
  "intensity-plot",
  "optimal-batch",
  "fused",
  "parameters",
  "forward-profile",
  "adam-peak",
  "max-batch",
  "estimate-check",
];
