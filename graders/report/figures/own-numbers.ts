/**
 * The student's own numbers as figures take them. A program chose them and anybody may have written to a record, so what
 * is not as long as it should be, or not of a size that a drawing can show, is left out. Pure.
 */
import { gpus } from "../../../reference/gpus";
import { notebookBatchSizes, type ShownNumbers } from "../../contract/shown";
import type { Interval, Point } from "./d3";

/** Bytes of training at a batch size. */
export interface OwnTraining {
  readonly batchSize: number;
  readonly weights: number;
  readonly gradients: number;
  readonly moments: number;
  readonly activations: number;
  readonly total: number;
}

/** A name is there where there is something to draw. */
export interface OwnNumbers
  extends Omit<ShownNumbers, "chart" | "trainingOfOne" | "trainingOfEight" | "recordedPeak"> {
  /** From left to right. */
  readonly chart?: readonly Point[];
  readonly trainingOfOne?: OwnTraining;
  readonly trainingOfEight?: OwnTraining;
  /** In bytes. */
  readonly recordedPeak?: number;
}

interface Range {
  readonly length: number;
  readonly within: Interval;
}

const curve: Range = { length: notebookBatchSizes.length, within: [1e-4, 1e5] };
const moved: Range = { length: notebookBatchSizes.length, within: [64, 1e9] };
const samples: Range = { length: Object.keys(gpus).length, within: [0, 1e6] };
/** What the memory of any machine holds; megabytes and larger units fall below it. */
const memory: Range = { length: 1, within: [1e7, 1e13] };
const mostChartNumbers = 256;
const training: Range = { length: 5, within: [0, 1e13] };

export function readOwnNumbers(shown: ShownNumbers): OwnNumbers {
  const [recordedPeak] = check(shown.recordedPeak, memory) ?? [];
  return dropMissing({
    intensity: check(shown.intensity, curve),
    fusedIntensity: check(shown.fusedIntensity, curve),
    chart: readChart(shown.chart),
    movedBytes: check(shown.movedBytes, moved),
    fusedMovedBytes: check(shown.fusedMovedBytes, moved),
    largestBatches: check(shown.largestBatches, samples),
    trainingOfOne: readTraining(shown.trainingOfOne, 1),
    trainingOfEight: readTraining(shown.trainingOfEight, 8),
    recordedPeak,
  });
}

function check(numbers: readonly number[] | undefined, { length, within }: Range) {
  const [least, most] = within;
  const isSane =
    numbers?.length === length && numbers.every((one) => Number.isFinite(one) && one >= least && one <= most);
  return isSane ? numbers : undefined;
}

/** Pairs of a place across and one upwards, of a size that a chart of the curve can have. */
function readChart(numbers: readonly number[] = []): readonly Point[] | undefined {
  const isSane =
    numbers.length <= mostChartNumbers &&
    numbers.every((one) => Number.isFinite(one) && one >= 0 && one <= 1e5);
  if (numbers.length < 4 || numbers.length % 2 !== 0 || !isSane) return undefined;
  const points = numbers.flatMap((x, at) => (at % 2 === 0 ? [{ x, y: numbers[at + 1] ?? 0 }] : []));
  const isAnywhere = points.some(({ x }) => x > 0) && points.some(({ y }) => y > 0);
  return isAnywhere ? points.sort((a, b) => a.x - b.x) : undefined;
}

function readTraining(numbers: readonly number[] | undefined, batchSize: number): OwnTraining | undefined {
  const [weights = 0, gradients = 0, moments = 0, activations = 0, total = 0] =
    check(numbers, training) ?? [];
  if (check([total], memory) === undefined) return undefined;
  return { batchSize, weights, gradients, moments, activations, total };
}

type Present<Table> = { readonly [Key in keyof Table]?: Exclude<Table[Key], undefined> };

function dropMissing<Table extends object>(table: Table): Present<Table> {
  return Object.fromEntries(
    Object.entries(table).filter(([, value]) => value !== undefined),
  ) as Present<Table>;
}
