/** What people plot instead of the intensity: other units, other FLOP or bytes, and wrong shapes. */
import { fractionToNumber, makeFraction } from "../../../../reference/fraction";
import { linearMacs, modelBytes } from "../../../../reference/prelu-linear";
import type { IntensityOptions } from "../../../../reference/roofline";
import type { RuleReading } from "../../../contract/question";
import type { CurveInput } from "./curve-cases";
import { type CurveAnswer, type CurveTrial, followConvention, listCurves } from "./curve-rules";
import { areFalling, areFlat, areProportional } from "./curve-shapes";
import { findCurve } from "./known-answers";

type CurveSlip = RuleReading<CurveInput, CurveAnswer>;

export function listCurveSlips(fused: boolean): readonly CurveSlip[] {
  const follow = (change: (input: CurveInput, options: IntensityOptions) => CurveAnswer) => {
    return (trials: readonly CurveTrial[]) =>
      followConvention(trials, (input, options) => change(input, { ...options, fused }));
  };
  const other = follow((input, options) => findCurve(input, { ...options, fused: !fused }));
  return [
    misread("mac-as-one", "0.5", follow(takeMacsForFlops)),
    misread(
      "per-element",
      "0.5",
      follow((input, options) => findCurve(input, options).map((value) => 4 * value)),
    ),
    fused ? misread("unfused-intensity", "0", other) : misread("intermediate-left-out", "0.5", other),
    misread("flat", "0.25", (trials) => areFlat(listCurves(trials))),
    misread("proportional", "0.25", (trials) => areProportional(listCurves(trials))),
    misread("falling", "0.25", (trials) => areFalling(listCurves(trials))),
  ];
}

/** Whether the curves have one of the shapes that no right curve has. */
export function areMisshapen(trials: readonly CurveTrial[]): boolean {
  return [areFlat, areProportional, areFalling].some((has) => has(listCurves(trials)));
}

function misread(id: string, credit: string, accepts: (trials: readonly CurveTrial[]) => boolean): CurveSlip {
  return { id, kind: "misconception", credit, accepts };
}

function takeMacsForFlops({ batchSizes, model }: CurveInput, options: IntensityOptions): CurveAnswer {
  const share = fractionToNumber(options.nonPositiveShare ?? makeFraction(1n, 2n));
  return batchSizes.map((size) => {
    const flops = Number(linearMacs(size, model)) + share * size * model.inFeatures;
    return flops / Number(modelBytes(size, model, options));
  });
}
