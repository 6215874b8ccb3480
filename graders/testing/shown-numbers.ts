/** For tests of figures: the numbers of a student who is right. */
import type { ShownNumbers } from "../contract/shown";

const weights = 791_827_360;
const activations = 543_878_320;
const train = (batchSize: number): readonly number[] => [
  weights,
  weights,
  2 * weights,
  batchSize * activations,
  4 * weights + batchSize * activations,
];

const intensity = [0.454, 0.8266, 1.4017, 2.1494, 2.9313, 3.5829, 4.031];

export const rightNumbers: Required<ShownNumbers> = {
  intensity,
  chart: intensity.flatMap((value, at) => [2 ** at, value]),
  fusedIntensity: [0.4811, 0.921, 1.6967, 2.9308, 4.6059, 6.4487, 8.0615],
  movedBytes: [9092, 9988, 11_780, 15_364, 22_532, 36_868, 65_540],
  fusedMovedBytes: [8580, 8964, 9732, 11_268, 14_340, 20_484, 32_772],
  trainingOfOne: train(1),
  trainingOfEight: train(8),
  largestBatches: [23, 25, 25, 15, 17, 9, 40, 40, 38, 73, 152, 152, 151],
  recordedPeak: [3_959_744_456],
};
