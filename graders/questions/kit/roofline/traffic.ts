/**
 * Readings of the bytes that PReLU + Linear moves, as two kernels or fused into one: the definition, its
 * conventions, and what people leave out or count twice.
 */
import { modelBytes } from "../../../../reference/prelu-linear";
import { type Count, isSameCount } from "../../../contract/answers";
import type { ValueReading } from "../../../contract/question";
import type { PReLULinear } from "../../../contract/value";
import { isToldAs } from "../byte-units";

export interface TrafficInput {
  readonly batchSize: number;
  readonly model: PReLULinear;
}

export type TrafficReading = ValueReading<TrafficInput, Count>;

/** B, in and out. */
interface Sizes {
  readonly b: bigint;
  readonly i: bigint;
  readonly o: bigint;
}

interface Slip {
  readonly id: string;
  readonly credit: string;
  /** Elements moved, the PReLU's single weight apart. */
  elements(sizes: Sizes): bigint;
  /** The formula is complete as it stands: the PReLU's weight is in it. */
  readonly isComplete?: true;
  /** Default 4. */
  readonly bytesPerElement?: bigint;
}

/** Passes over B x in elements: read and write of the PReLU, read of the linear layer; fused, one read. */
const passesOf = (fused: boolean): bigint => (fused ? 1n : 3n);

export function listTrafficReadings(fused: boolean): readonly TrafficReading[] {
  const slips = [...listOmissions(fused), ...listRepetitions(fused), ...listUnitSlips(fused)];
  return [
    readTraffic("once-each-way", "reference", { fused, preluWeight: true, unit: 1n }),
    readTraffic("without-slope", "convention", { fused, preluWeight: false, unit: 1n }),
    ...[true, false].flatMap((slope) => {
      const suffix = slope ? "" : "-without-slope";
      return [
        readTraffic(`kilobytes${suffix}`, "convention", { fused, preluWeight: slope, unit: 1000n }),
        readTraffic(`kibibytes${suffix}`, "convention", { fused, preluWeight: slope, unit: 1024n }),
        readTraffic(`megabytes${suffix}`, "convention", { fused, preluWeight: slope, unit: 1_000_000n }),
        readTraffic(`mebibytes${suffix}`, "convention", { fused, preluWeight: slope, unit: 1_048_576n }),
      ];
    }),
    ...slips.flatMap((slip) =>
      slip.isComplete
        ? [readSlip(slip, slip.id, 0n)]
        : [readSlip(slip, slip.id, 1n), readSlip(slip, `${slip.id}-without-slope`, 0n)],
    ),
  ];
}

/** Exact, except for larger units: those are no whole numbers, and may be rounded to two decimals or more. */
export function isSameTraffic(expected: Count, came: Count): boolean {
  return Number.isInteger(Number(expected))
    ? isSameCount(expected, came)
    : isToldAs(Number(expected), Number(came), 2);
}

interface TrafficCount {
  readonly fused: boolean;
  /** Whether the single weight of the PReLU is read. */
  readonly preluWeight: boolean;
  /** Bytes in one of what is answered. */
  readonly unit: bigint;
}

function readTraffic(
  id: string,
  kind: "reference" | "convention",
  { fused, preluWeight, unit }: TrafficCount,
): TrafficReading {
  const answer = ({ batchSize, model }: TrafficInput): Count => {
    const bytes = modelBytes(batchSize, model, { fused, preluWeight });
    return bytes % unit === 0n ? bytes / unit : Number(bytes) / Number(unit);
  };
  return { id, kind, credit: "1", answer };
}

function readSlip(slip: Slip, id: string, slope: bigint): TrafficReading {
  return {
    id,
    kind: "misconception",
    credit: slip.credit,
    answer: ({ batchSize, model }) => {
      const sizes = { b: BigInt(batchSize), i: BigInt(model.inFeatures), o: BigInt(model.outFeatures) };
      return (slip.bytesPerElement ?? 4n) * (slip.elements(sizes) + slope);
    },
  };
}

function listOmissions(fused: boolean): Slip[] {
  const passes = passesOf(fused);
  const common: Slip[] = [
    { id: "weights-omitted", credit: "0.25", elements: ({ b, i, o }) => b * (passes * i + o) },
    { id: "weights-only", credit: "0.25", elements: ({ i, o }) => i * o },
    { id: "reads-only", credit: "0.5", elements: ({ b, i, o }) => ((passes + 1n) / 2n) * b * i + i * o },
    { id: "batch-ignored", credit: "0.25", elements: ({ i, o }) => passes * i + o + i * o },
  ];
  if (fused) return common;
  return [
    ...common,
    { id: "one-prelu-pass-no-weights", credit: "0.25", elements: ({ b, i, o }) => b * (2n * i + o) },
    { id: "one-prelu-pass-one-output", credit: "0.25", elements: ({ b, i, o }) => 2n * b * i + o },
    { id: "intermediate-left-out", credit: "0.5", elements: ({ b, i, o }) => b * (i + o) + i * o },
  ];
}

function listRepetitions(fused: boolean): Slip[] {
  const passes = passesOf(fused);
  const all = ({ b, i, o }: Sizes) => b * (passes * i + o) + i * o;
  const footprint = ({ b, i, o }: Sizes) => b * (2n * i + o) + i * o;
  const own: readonly Slip[] = fused
    ? [
        { id: "unfused-traffic", credit: "0", elements: ({ b, i, o }) => b * (3n * i + o) + i * o },
        // One of two passes is still there. Without the slope it is the number of slope-per-element.
        { id: "intermediate-once", credit: "0.5", isComplete: true, elements: (s) => footprint(s) + 1n },
      ]
    : [{ id: "intermediate-once", credit: "0.5", elements: footprint }];
  return [
    ...own,
    { id: "weights-per-sample", credit: "0.5", elements: ({ b, i, o }) => b * (passes * i + o + i * o) },
    {
      id: "all-weights-per-sample",
      credit: "0.5",
      isComplete: true,
      elements: ({ b, i, o }) => b * (passes * i + o + i * o + 1n),
    },
    { id: "slope-per-element", credit: "0.75", isComplete: true, elements: (s) => all(s) + s.b * s.i },
    { id: "with-bias", credit: "0.75", elements: (s) => all(s) + s.o },
  ];
}

function listUnitSlips(fused: boolean): Slip[] {
  const elements = ({ b, i, o }: Sizes) => b * (passesOf(fused) * i + o) + i * o;
  return [
    { id: "elements", credit: "0.5", bytesPerElement: 1n, elements },
    { id: "half-precision", credit: "0.5", bytesPerElement: 2n, elements },
    { id: "double-precision", credit: "0.5", bytesPerElement: 8n, elements },
    { id: "bits", credit: "0.25", bytesPerElement: 32n, elements },
  ];
}
