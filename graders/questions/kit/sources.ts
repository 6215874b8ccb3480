/** Counting tools whose own rules students bring along. For staff; students never read it. */
export const tools = {
  fvcore: "https://github.com/facebookresearch/fvcore/blob/main/fvcore/nn/jit_handles.py",
  thop: "https://github.com/Lyken17/pytorch-OpCounter/blob/master/thop/vision/calc_func.py",
  ptflops: "https://github.com/sovrasov/flops-counter.pytorch/blob/master/ptflops/pytorch_ops.py",
  deepSpeed:
    "https://github.com/microsoft/DeepSpeed/blob/master/deepspeed/profiling/flops_profiler/profiler.py",
  torchinfo: "https://github.com/TylerYep/torchinfo/blob/main/torchinfo/layer_info.py",
  flopCo: "https://github.com/juliagusak/flopco-pytorch",
} as const;
