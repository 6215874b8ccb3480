/** How far an honest answer may lie from the simple estimate: people keep memory aside, or follow it over time. */
import type { GpuKey } from "../../../reference/gpus";
import { gpus } from "../../../reference/gpus";
import { describeVariant, type FitInput } from "./inputs";

/** Fewest and most samples, both allowed. */
export interface Band {
  readonly least: number;
  readonly most: number;
}

/**
 * Bands for the notebook's model. The least is 15 % below the batch whose modelled peak fits with a pessimistic
 * allowance (12 % fragmentation, 0.7 GB of context and workspaces, 98.5 % of the memory); the most leaves room
 * for those who count on gradients taking the place of activations and keep nothing aside.
 */
const largeBands: Readonly<Record<GpuKey, readonly [least: number, most: number]>> = {
  t4: [17, 27],
  p100: [17, 29],
  v100: [17, 29],
  rtx2080Ti: [11, 18],
  rtx3060: [11, 20],
  rtx3070: [5, 11],
  rtx3090: [29, 45],
  rtx4090: [29, 45],
  l4: [28, 43],
  a100At40GB: [53, 82],
  a100Sxm80: [112, 169],
  a100Pcie80: [112, 169],
  h100Sxm: [112, 168],
};

const large = describeVariant("large");

/** 20 % or two samples to either side of a number of samples, whichever is more; none where none fits. */
export function bandAround(samples: number): Band {
  return {
    least: Math.max(0, Math.min(Math.floor(0.8 * samples), samples - 2)),
    most: Math.max(Math.ceil(1.2 * samples), samples + 2),
  };
}

/** @param samples by the simple estimate */
export function findBand({ model, gpu }: FitInput, samples: number): Band {
  if (gpu.memory < 16 * model.params) return { least: 0, most: 0 };
  const key = (Object.keys(gpus) as GpuKey[]).find((one) => gpus[one].name === gpu.name);
  if (key === undefined || model.params !== large.params) return bandAround(samples);
  const [least, most] = largeBands[key];
  return { least, most };
}

export const isWithin = ({ least, most }: Band, samples: number): boolean =>
  Number.isInteger(samples) && samples >= least && samples <= most;
