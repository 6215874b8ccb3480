/** Readings of a convolution's MACs, made from the reference count and a list of slips. */
import type { ConvolutionOptions } from "../../../../reference/convolution";
import { type ConvolutionReading, type CountLayer, listAccepted } from "./conventions";
import type { ConvolutionSlip } from "./slips";
import { listSwapped } from "./swapped";

export function listMacsReadings(
  countLayer: CountLayer,
  slips: readonly ConvolutionSlip[],
): readonly ConvolutionReading[] {
  return [
    ...listAccepted("macs", "mac-per-tap", countLayer),
    ...listSwapped(countLayer),
    ...slips.map(
      ({ id, credit, count }): ConvolutionReading => ({
        id,
        kind: "misconception",
        credit,
        answer: (layer) => ({ macs: count(layer).macs }),
      }),
    ),
    ...flopsForMacs.map(
      ({ id, options }): ConvolutionReading => ({
        id,
        kind: "misconception",
        credit: "0",
        answer: (layer) => ({ macs: countLayer(layer, options).flops }),
      }),
    ),
  ];
}

const flopsForMacs: readonly { readonly id: string; readonly options: ConvolutionOptions }[] = [
  { id: "flops-for-macs", options: {} },
  { id: "flops-for-macs-exact-additions", options: { additions: "exact" } },
  { id: "flops-for-macs-with-bias", options: { bias: "addition" } },
];
