/**
 * What figures of a student's page say, in English. Every number in them is the student's own, or stands on the data
 * sheet of a GPU; what speaks of the reference is said on pages with reference values alone.
 */

export const figureLabels = {
  heading: "What your numbers say",
  about:
    "These figures draw what your own functions answer for the notebook's models and batch sizes, and for a list of known GPUs. They earn and cost no points.",
  revealed:
    "This page holds reference values, beside the student's own in the figures: it is not for students while anybody may still hand in.",
  table: "The numbers as a table",
  chooseGpu: "GPU",
  chooseKernels: "Kernels",
  batchSize: "batch size",
  intensity: "FLOP per byte",
  unfused: "unfused",
  fused: "fused",
  roof: "Where your model lands",
  teraflops: "TFLOP per second",
  atMost: "at most TFLOP/s",
  ridgePoint: "ridge point",
  memoryBound: "memory bound",
  computeBound: "compute bound",
  mended: "reference",
  roofMendedNone:
    "Unfused, your points lie where those of the reference do, or where another accepted count has them.",
  roofMendedNoneFused:
    "Fused, your points lie where those of the reference do, or where another accepted count has them.",
  chart: "Your chart, as the grader reads it",
  chartPoint: "point of your chart",
  chartCurve: "your intensityCurve, not in your chart",
  chartDrawn: "Drawn again from the data of your chart, on plain scales that start at zero.",
  mountain: "Memory over one training iteration",
  chooseStep: "Adam's step",
  variantNames: {
    foreach: "foreach",
    forLoop: "for-loop",
    fused: "fused",
    zeroed: "foreach, gradients kept",
    first: "foreach, first iteration",
  },
  variants: {
    foreach:
      "foreach is what PyTorch does on a GPU unless told otherwise: all parameters at once, for which the step makes one more copy of your weights for a moment.",
    forLoop:
      "for-loop takes one parameter after the other, for which the step makes two tensors as large as that parameter.",
    fused: "fused is one kernel: the step makes nothing of its own.",
    zeroed:
      "Where zero_grad fills gradients with zeros and keeps them, those of the iteration before are there from the start.",
    first: "In the first iteration there are no moments yet: they come to life in the step.",
  },
  gigabytes: "GB",
  phases: "one iteration, not to scale in time",
  phase: "phase",
  forward: "forward",
  backward: "backward",
  step: "step",
  endOfForward: "end of forward",
  mostInBackward: "most in backward",
  peak: "peak",
  weights: "weights",
  moments: "moments",
  gradients: "gradients",
  activations: "activations",
  temporaries: "temporaries of the step",
  together: "together",
  yourTotal: "your total",
  mountainSketch:
    "The sketch is made of the parts that you return: weights and moments stay, activations grow in the forward pass and go in the backward pass, stage by stage, while the gradients come; what the step makes is reckoned from your weights.",
  traffic: "Why the intensity levels off",
  everySample: "for every sample",
  onceABatch: "once a batch",
  bytesPerSample: "bytes per sample",
  trafficFlat: "All of your bytes are moved again for every sample, so a larger batch saves none",
  trafficShared:
    "The more samples share what is moved once, the more FLOP there are for each byte, until hardly more than the samples' own bytes is left.",
  trafficConstant: "Bytes like these leave the FLOP per byte where they are, however large the batch.",
  ridges: "Your limit and the ridge points of GPUs",
  gpu: "GPU",
  yourLimit: "your limit",
  limitIs: "The limit is what your curve tends to as the batch grows, read off its last two points.",
  ladder: "How large a batch fits",
  yourEstimate: "your estimate",
  yourLargest: "your largest batch",
  memoryGigabytes: "memory, GB",
  needsGigabytes: "needs by your estimate, GB",
  gap: "Your estimate and the recorded peak",
  part: "part",
  restShort: "besides",
  difference: "difference",
  recordedPeak: "recorded peak, as you found it",
  gapNone: "Your estimate for batch 1 is as high as the recorded peak that you found, to within 1 %",
  kin: "Who counts like you",
  kinNote: "That a tool counts so does not decide whether it is right here: the question says that.",
  tools: "tools",
  question: "question",
} as const;

export const figureTemplates = {
  roofMemory: "On the {gpu}, memory is the limit for all of your points",
  roofArithmetic: "On the {gpu}, arithmetic is the limit for all of your points",
  roofBoth: "On the {gpu}, arithmetic is the limit for {n} of your {nAll} points, memory for the others",
  roofBelongs:
    "On the {gpu}, your point at batch {batch} lies at {intensity} FLOP per byte and belongs at {intensityMended}",
  roofBelongsFused:
    "On the {gpu}, your fused point at batch {batch} lies at {intensity} FLOP per byte and belongs at {intensityMended}",
  roofMended: "At batch {batch}, {kernels}: the reference's intensity is {factor} times yours.",
  roofMendedBytes:
    "At batch {batch}, {kernels}: the reference's intensity is {factor} times yours. Your bytes are {times} times the reference's, your FLOP are right.",
  roofMendedFlops:
    "At batch {batch}, {kernels}: the reference's intensity is {factor} times yours. Your bytes are right, the FLOP behind your curve are {times} times the reference's.",
  roofMost:
    "The ridge point of the {gpu} is {ridge} FLOP per byte. Your largest intensity is {intensity}, at batch {batch}.",
  roofMostFused:
    "The ridge point of the {gpu} is {ridge} FLOP per byte. Your largest intensity is {intensity}, at batch {batch}, fused.",
  roofFusedRight: "Fused, your point at batch {batch} lies {factor} times as far to the right.",
  roofFusedLeft: "Fused, your point at batch {batch} lies to the left: {factor} times the unfused intensity.",
  roofFusedSame: "Fused, your point at batch {batch} stays where it was.",
  chartFrom: "Your chart shows {n} points, from {y} at {x} to {yLast} at {xLast}",
  chartOnCurve: "All {nAll} values of your intensityCurve are in it.",
  chartOffCurve: "{n} of the {nAll} values of your intensityCurve are in it.",
  mountainBackward: "Batch {batch}: by your numbers most is in use in the backward pass, {peak} GB",
  mountainStep: "Batch {batch}: by your numbers most is in use in the optimizer's step, {peak} GB",
  mountainAbove:
    "Your total, the dashed line, is {total} GB: it adds up parts that are not all there at the same time.",
  mountainSame: "Your total, the dashed line, is {total} GB: as high as this peak.",
  mountainBelow:
    "Your total, the dashed line, is {total} GB: less than your own parts have in use at this moment.",
  mountainWithout:
    "Your total, the dashed line, is {total} GB: less than this peak, for what the step makes for a moment is not in it.",
  trafficFalls:
    "At batch 1, {share} % of your bytes are moved once for the whole batch; at batch 64 it is {shareLast} %",
  trafficSplit: "Each further sample moves {bytes} of your bytes, and {bytesOnce} are moved once.",
  ridgesNone:
    "None of the {nAll} GPUs has a ridge point as low as the limit of your curve, {limit} FLOP per byte",
  ridgesNoneFused:
    "Fused, none of the {nAll} GPUs has a ridge point as low as the limit of your curve, {limit} FLOP per byte",
  ridgesSome:
    "{n} of the {nAll} GPUs have a ridge point below the limit of your curve, {limit} FLOP per byte",
  ridgesSomeFused:
    "Fused, {n} of the {nAll} GPUs have a ridge point below the limit of your curve, {limit} FLOP per byte",
  ladderAllLast:
    "On each of the {nAll} GPUs, your largest batch is the last that your own estimate has room for",
  ladderAllLess: "On each of the {nAll} GPUs, your own estimate has room for a larger batch than yours",
  ladderAllMore:
    "On each of the {nAll} GPUs, your largest batch needs more memory than there is, by your own estimate",
  ladderLast: "On {n} of the {nAll} GPUs, your largest batch is the last that your own estimate has room for",
  ladderLess: "On {n}, more samples would fit by your own estimate: room is kept aside, or not used.",
  ladderMore: "On {n}, your largest batch needs more memory than there is, by your own estimate.",
  gapBelow: "Your estimate for batch 1 is {percent} % below the recorded peak that you found",
  gapAbove: "Your estimate for batch 1 is {percent} % above the recorded peak that you found",
  gapLeft:
    "Besides your weights, gradients and moments, {bytes} GB are in use at that peak. Your activations are {bytesActivations} GB, and one copy of your weights is {bytesWeights} GB.",
  gapWhich:
    "Besides your weights, gradients and moments, {bytes} GB are in use at that peak. Your activations are {bytesActivations} GB, and one copy of your weights is {bytesWeights} GB: which of the two is it?",
  ladderLine:
    "By your own estimate, {bytesOnce} GB are there whatever the batch, and each sample adds {bytes} GB.",
  ridgesWhich: "There, arithmetic is the limit once the batch is large enough: {names}.",
  ridgesWhichFused: "There, fused, arithmetic is the limit once the batch is large enough: {names}.",
  gapSketch:
    "The sketch of batch 1 above has no more than {bytes} GB in use: it is made of the parts that you return, and a recorded iteration may hold others for a moment.",
  kinOne: "In one question you count as a tool does: {names}",
  kinSome: "In {n} questions you count as a tool does: {names}",
} as const;
