/** An estimate as students return it, and what is expected of one: its parts, its total, and how both are told. */
import {
  type Count,
  getField,
  isClose,
  isSameCount,
  readCount,
  readCountField,
} from "../../contract/answers";
import type { Read } from "../../contract/question";
import type { Value } from "../../contract/value";
import { type ByteUnit, isToldAs } from "../kit/byte-units";

const partNames = ["weights", "gradients", "moments", "activations"] as const;

export type Parts<Size> = Readonly<Record<(typeof partNames)[number], Size>>;

export interface Estimate extends Parts<Count> {
  readonly total: Count;
}

export interface Span {
  readonly least: number;
  readonly most: number;
}

/** Within some spans of bytes, or one of some numbers of bytes. */
export type Totals = readonly bigint[] | { readonly spans: readonly Span[] };

export interface Expected {
  /** Left out: whatever they are. */
  readonly parts?: Parts<bigint>;
  /** `undefined` for anything. Worked out where parts are right only. */
  totals(): Totals | undefined;
  /** The totals that follow from parts as they are told, in bytes. */
  ofTold?(parts: Parts<bigint>): Totals | undefined;
  /** Units of which one is used throughout, save for one figure. Left out: bytes. */
  readonly units?: readonly ByteUnit[];
}

/** What came, or what would come and what is as good as that: one of some estimates. */
export interface EstimateAnswer {
  readonly told: Estimate;
  /** Worked out where it is compared only. */
  expect?(): readonly Expected[];
  /** Parts are not judged, or rounded too far to be looked up by. */
  readonly isWithoutProbe?: boolean;
}

const inBytes: ByteUnit = { name: "B", bytes: 1, minDecimals: 0 };

/** A part that is not there counts as nothing; the total must be there. */
export function readEstimate(value: Value): Read<EstimateAnswer> {
  const total = readCountField(value, "total");
  if (!total.ok) return total;
  const told: Record<keyof Estimate, Count> = {
    weights: 0n,
    gradients: 0n,
    moments: 0n,
    activations: 0n,
    total: total.answer,
  };
  for (const part of partNames) {
    const field = getField(value, part);
    if (field === undefined) continue;
    const read = readCount(field);
    if (!read.ok) return { ok: false, came: { code: "returned-in-field", came: read.came, name: part } };
    told[part] = read.answer;
  }
  return { ok: true, answer: { told } };
}

export function isSameEstimate(expected: EstimateAnswer, { told }: EstimateAnswer): boolean {
  return expected.expect?.().some((one) => isEstimate(one, told)) ?? false;
}

function isEstimate({ parts, totals, ofTold, units = [] }: Expected, told: Estimate): boolean {
  const agreesTotal = (unit: ByteUnit): boolean => {
    const whole = totals();
    return whole === undefined || fitsTotal(whole, told.total, unit) || followsTold(ofTold, told, unit);
  };
  const figures: Fits[] = [
    ...(parts === undefined
      ? []
      : partNames.map(
          (part): Fits =>
            (unit) =>
              fits(parts[part], told[part], unit),
        )),
    agreesTotal,
  ];
  if (units.length === 0) return figures.every((agrees) => agrees(inBytes));
  return [inBytes, ...units].some((unit) => areInUnit(figures, unit, [inBytes, ...units]));
}

/** All of them, save for one in another unit. Most are no estimate of this kind, which the first two figures tell. */
function areInUnit(figures: readonly Fits[], unit: ByteUnit, units: readonly ByteUnit[]): boolean {
  let other: Fits | undefined;
  for (const agrees of figures) {
    if (agrees(unit)) continue;
    if (other !== undefined) return false;
    other = agrees;
  }
  return other === undefined || units.some(other);
}

type Fits = (unit: ByteUnit) => boolean;

function fits(bytes: bigint, told: Count, unit: ByteUnit): boolean {
  if (unit === inBytes) return isSameCount(bytes, told);
  const [exact, came] = [Number(bytes) / unit.bytes, Number(told)];
  return isToldAs(exact, came, unit.minDecimals) || isOneStep(exact, came, 10 ** -unit.minDecimals);
}

/** Rounded up: hardly any model asked about is so small that much is hidden by it. */
const isOneStep = (exact: number, came: number, step: number): boolean =>
  exact > 0 && exact < step && isClose(step, came, 1e-12);

/** Who adds up rounded parts takes their rounding along: that is no further error. */
function followsTold(ofTold: Expected["ofTold"], told: Estimate, unit: ByteUnit): boolean {
  const bytes = partNames.map((name) => Math.round(Number(told[name]) * unit.bytes));
  if (unit === inBytes || !bytes.every(Number.isFinite)) return false;
  const parts = Object.fromEntries(partNames.map((name, at) => [name, BigInt(bytes[at] ?? 0)]));
  const totals = ofTold?.(parts as Parts<bigint>);
  return totals !== undefined && fitsTotal(totals, told.total, unit);
}

function fitsTotal(totals: Totals, told: Count, unit: ByteUnit): boolean {
  if ("spans" in totals) {
    const bytes = Number(told) * unit.bytes;
    return totals.spans.some(({ least, most }) => bytes >= least && bytes <= most);
  }
  return totals.some((total) => fits(total, told, unit));
}

/** What parameters take up beside activations, in whatever unit; NaN where that may be anything. */
export function findProbe({ told, isWithoutProbe = false }: EstimateAnswer): number {
  if (isWithoutProbe) return Number.NaN;
  const [copy, gradient, both, kept] = partNames.map((part) => Number(told[part])) as [
    number,
    number,
    number,
    number,
  ];
  const parameters = copy + Math.SQRT2 * gradient + Math.E * both;
  return parameters / (parameters + Math.PI * kept);
}

/** Of a share, where amounts are told to the hundredth of a gigabyte. */
export const probeTolerance = 0.02;
