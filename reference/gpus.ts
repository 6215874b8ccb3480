/** Public figures of common GPUs: fp32 peak without tensor cores, memory bandwidth, and memory. */

import { gibibyte, mebibyte } from "./byte-sizes";

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

interface DataSheet {
  readonly teraflops: number;
  readonly gigabytesPerSecond: number;
  readonly nominalGibibytes: number;
  readonly driverMebibytes: number;
}

function describeGpu(
  name: string,
  source: string,
  { teraflops, gigabytesPerSecond, nominalGibibytes, driverMebibytes }: DataSheet,
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
  t4: describeGpu("Tesla T4", "NVIDIA T4 data sheet", {
    teraflops: 8.1,
    gigabytesPerSecond: 320,
    nominalGibibytes: 16,
    driverMebibytes: 15_360,
  }),
  p100: describeGpu("Tesla P100 PCIe 16 GB", "NVIDIA Tesla P100 data sheet", {
    teraflops: 9.3,
    gigabytesPerSecond: 732,
    nominalGibibytes: 16,
    driverMebibytes: 16_280,
  }),
  v100: describeGpu("Tesla V100 SXM2 16 GB", "NVIDIA V100 data sheet", {
    teraflops: 15.7,
    gigabytesPerSecond: 900,
    nominalGibibytes: 16,
    driverMebibytes: 16_160,
  }),
  rtx2080Ti: describeGpu("GeForce RTX 2080 Ti", "NVIDIA Turing white paper", {
    teraflops: 13.45,
    gigabytesPerSecond: 616,
    nominalGibibytes: 11,
    driverMebibytes: 11_019,
  }),
  rtx3060: describeGpu("GeForce RTX 3060 12 GB", "NVIDIA GeForce RTX 3060 specification", {
    teraflops: 12.74,
    gigabytesPerSecond: 360,
    nominalGibibytes: 12,
    driverMebibytes: 12_053,
  }),
  rtx3070: describeGpu("GeForce RTX 3070", "NVIDIA GA102 white paper", {
    teraflops: 20.31,
    gigabytesPerSecond: 448,
    nominalGibibytes: 8,
    driverMebibytes: 7_982,
  }),
  rtx3090: describeGpu("GeForce RTX 3090", "NVIDIA GA102 white paper", {
    teraflops: 35.58,
    gigabytesPerSecond: 936,
    nominalGibibytes: 24,
    driverMebibytes: 24_268,
  }),
  rtx4090: describeGpu("GeForce RTX 4090", "NVIDIA Ada white paper", {
    teraflops: 82.58,
    gigabytesPerSecond: 1008,
    nominalGibibytes: 24,
    driverMebibytes: 24_217,
  }),
  l4: describeGpu("L4", "NVIDIA L4 data sheet", {
    teraflops: 30.3,
    gigabytesPerSecond: 300,
    nominalGibibytes: 24,
    driverMebibytes: 23_034,
  }),
  a100At40GB: describeGpu("A100 40 GB", "NVIDIA A100 data sheet", {
    teraflops: 19.5,
    gigabytesPerSecond: 1555,
    nominalGibibytes: 40,
    driverMebibytes: 40_960,
  }),
  a100Sxm80: describeGpu("A100 SXM 80 GB", "NVIDIA A100 data sheet", {
    teraflops: 19.5,
    gigabytesPerSecond: 2039,
    nominalGibibytes: 80,
    driverMebibytes: 81_920,
  }),
  a100Pcie80: describeGpu("A100 PCIe 80 GB", "NVIDIA A100 data sheet", {
    teraflops: 19.5,
    gigabytesPerSecond: 1935,
    nominalGibibytes: 80,
    driverMebibytes: 81_920,
  }),
  h100Sxm: describeGpu("H100 SXM 80 GB", "NVIDIA H100 data sheet", {
    teraflops: 67,
    gigabytesPerSecond: 3350,
    nominalGibibytes: 80,
    driverMebibytes: 81_559,
  }),
} as const satisfies Readonly<Record<string, KnownGpu>>;

/** A key of {@link gpus}. */
export type GpuKey = keyof typeof gpus;
