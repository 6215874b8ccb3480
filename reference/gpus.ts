/** Public figures of common GPUs: fp32 peak without tensor cores, memory bandwidth, and memory. */

/** A GPU's figures: FLOP/s, bytes/s (decimal, 1 GB/s = 1e9) and bytes. */
export interface Gpu {
  readonly name: string;
  readonly peakFlops: number;
  readonly bandwidth: number;
  readonly memory: number;
}

/** A GPU with where its figures come from. */
export interface KnownGpu extends Gpu {
  /** Memory on the label in bytes; `memory` is what the driver offers to processes, some of it being reserved. */
  readonly nominalMemory: number;
  /** Whose figures peak and bandwidth are. */
  readonly source: string;
}

const tera = 1e12;
const giga = 1e9;
const mebibyte = 2 ** 20;
const gibibyte = 2 ** 30;

function describeGpu(
  name: string,
  teraflops: number,
  gigabytesPerSecond: number,
  nominalGibibytes: number,
  driverMebibytes: number,
  source: string,
): KnownGpu {
  return {
    name,
    // Rounded, for 8.1 * 1e12 is not the integer it stands for in binary.
    peakFlops: Math.round(teraflops * tera),
    bandwidth: Math.round(gigabytesPerSecond * giga),
    memory: driverMebibytes * mebibyte,
    nominalMemory: nominalGibibytes * gibibyte,
    source,
  };
}

/**
 * GPUs by key. Peaks of the GeForce cards are 2 FLOP per core and cycle at the reference boost clock; the others are
 * the data sheet's fp32 figures. `memory` is the total that `nvidia-smi` shows with ECC as delivered; older drivers
 * take off what they reserve (3090: 24,268 MiB), newer ones show more of it (24,576 MiB).
 */
export const gpus = {
  t4: describeGpu("Tesla T4", 8.1, 320, 16, 15_360, "NVIDIA T4 data sheet"),
  p100: describeGpu("Tesla P100 PCIe 16 GB", 9.3, 732, 16, 16_280, "NVIDIA Tesla P100 data sheet"),
  v100: describeGpu("Tesla V100 SXM2 16 GB", 15.7, 900, 16, 16_160, "NVIDIA V100 data sheet"),
  rtx2080Ti: describeGpu("GeForce RTX 2080 Ti", 13.45, 616, 11, 11_019, "NVIDIA Turing white paper"),
  rtx3060: describeGpu(
    "GeForce RTX 3060 12 GB",
    12.74,
    360,
    12,
    12_053,
    "NVIDIA GeForce RTX 3060 specification",
  ),
  rtx3070: describeGpu("GeForce RTX 3070", 20.31, 448, 8, 7_982, "NVIDIA GA102 white paper"),
  rtx3090: describeGpu("GeForce RTX 3090", 35.58, 936, 24, 24_268, "NVIDIA GA102 white paper"),
  rtx4090: describeGpu("GeForce RTX 4090", 82.58, 1008, 24, 24_217, "NVIDIA Ada white paper"),
  l4: describeGpu("L4", 30.3, 300, 24, 23_034, "NVIDIA L4 data sheet"),
  a100At40GB: describeGpu("A100 40 GB", 19.5, 1555, 40, 40_960, "NVIDIA A100 data sheet"),
  a100Sxm80: describeGpu("A100 SXM 80 GB", 19.5, 2039, 80, 81_920, "NVIDIA A100 data sheet"),
  a100Pcie80: describeGpu("A100 PCIe 80 GB", 19.5, 1935, 80, 81_920, "NVIDIA A100 data sheet"),
  h100Sxm: describeGpu("H100 SXM 80 GB", 67, 3350, 80, 81_559, "NVIDIA H100 data sheet"),
} as const satisfies Readonly<Record<string, KnownGpu>>;

/** A key of {@link gpus}. */
export type GpuKey = keyof typeof gpus;
