/** Where people meet these ways of counting, by reading or family of readings. */
import { type Sources, tools } from "../sources";

export const macsSources: Sources = {
  "bias-as-mac": `ptflops, conv_flops_counter_hook: ${tools.ptflops}`,
  swapped:
    '"MACs = 2 * FLOPs" in a thread about a counting tool: https://github.com/Lyken17/pytorch-OpCounter/issues/15',
  "flops-for-macs":
    "A tool that doubled its MACs and a paper that did not: https://github.com/ultralytics/yolov5/issues/10042",
};

export const flopsSources: Sources = {
  "with-bias": `DeepSpeed, _conv_flops_compute: ${tools.deepSpeed}`,
  "bias-as-mac": `ptflops, conv_flops_counter_hook, with two FLOPs to the MAC: ${tools.ptflops}`,
  "mac-as-one-flop": `fvcore, conv_flop_count: ${tools.fvcore}; and many papers: https://github.com/open-mmlab/mmcv/issues/785`,
  "own-macs-as-flops":
    "Tools that print MACs under the name of FLOPs: https://github.com/Visual-Attention-Network/SegNeXt/issues/49",
  swapped:
    '"MACs = 2 * FLOPs" in a thread about a counting tool: https://github.com/Lyken17/pytorch-OpCounter/issues/15',
};
