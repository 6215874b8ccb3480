/** Names of GPUs that fit beside a mark. */
import type { GpuKey } from "../../../reference/gpus";

export const shortNames: Readonly<Record<GpuKey, string>> = {
  t4: "T4",
  p100: "P100",
  v100: "V100",
  rtx2080Ti: "RTX 2080 Ti",
  rtx3060: "RTX 3060",
  rtx3070: "RTX 3070",
  rtx3090: "RTX 3090",
  rtx4090: "RTX 4090",
  l4: "L4",
  a100At40GB: "A100 40 GB",
  a100Sxm80: "A100 SXM 80 GB",
  a100Pcie80: "A100 PCIe 80 GB",
  h100Sxm: "H100 SXM",
};
