/**
 * Judging "memory or compute bound", unfused or fused: intensity against ridge, by any accepted way of counting or by
 * the student's own counts. Where the accepted counts lie on both sides of the ridge, either word is right.
 */

import { fractionToNumber } from "../../../../reference/fraction";
import { preluFlops } from "../../../../reference/prelu";
import { linearFlops, modelBytes } from "../../../../reference/prelu-linear";
import { ridgePoint } from "../../../../reference/roofline";
import { describeValue, readReal } from "../../../contract/answers";
import type { Earlier } from "../../../contract/earlier";
import type { CallPart, Read, ValueReading } from "../../../contract/question";
import type { Value } from "../../../contract/value";
import { type BoundInput, listBoundCases } from "./bound-cases";
import type { Span } from "./intensity-choices";
import { consultTraffic, readTraffic } from "./own-counts";

/** "either" is expected, never answered. */
export type BoundAnswer = "memory" | "compute" | "either";
type BoundReading = ValueReading<BoundInput, BoundAnswer>;

/** Quotients of counts are doubles; what is closer to the ridge than this may fall on either side. */
const slack = 1e-9;

export function makeBoundPart(id: string, points: string, fused: boolean): CallPart<BoundInput, BoundAnswer> {
  return {
    kind: "call",
    id,
    points,
    export: fused ? "fusedBoundBy" : "boundBy",
    cases: (random) => listBoundCases(random, fused),
    args: ({ x, model, gpu }) => [x, model, gpu],
    consults: ({ x, model }) => ({
      modelFlops: { export: "modelFlops", args: [x, model] },
      ...consultTraffic([batchOf(x)], model, fused),
    }),
    read: readBound,
    isSame: (expected, came) => expected === "either" || expected === came,
    readings: listBoundReadings(fused),
  };
}

/** The two words, in any case, with or without "bound" behind them; bandwidth is memory's. */
export function readBound(value: Value): Read<BoundAnswer> {
  if (typeof value !== "string") return { ok: false, came: describeValue(value) };
  const word = /^(memory|bandwidth|compute|computation)([\s_-]*(bound|limited))?[.!]?$/i.exec(
    value.trim(),
  )?.[1];
  if (word === undefined) return { ok: false, came: { code: "returned-other-text" } };
  return { ok: true, answer: word.toLowerCase().startsWith("comp") ? "compute" : "memory" };
}

function listBoundReadings(fused: boolean): readonly BoundReading[] {
  const accepted = (input: BoundInput) => compare(findIntensity(input, fused), findRidge(input));
  const own = (input: BoundInput, earlier: Earlier) =>
    mapDefined(findOwnIntensity(input, earlier, fused), (span) => compare(span, findRidge(input)));
  const misread = (id: string, credit: string, answer: BoundReading["answer"]): BoundReading => ({
    id,
    kind: "misconception",
    credit,
    answer,
  });
  return [
    { id: "intensity-against-ridge", kind: "reference", credit: "1", answer: accepted },
    { id: "own-intensity", kind: "carried", credit: "1", answer: own },
    misread("single-sample", "0.5", (input) => compare(findIntensity(input, fused, 1), findRidge(input))),
    misread("reversed", "0", (input) => reverse(accepted(input))),
    misread("own-reversed", "0", (input, earlier) => mapDefined(own(input, earlier), reverse)),
    ...(fused
      ? [misread("unfused-intensity", "0", (input) => compare(findIntensity(input, false), findRidge(input)))]
      : []),
    // No comparison at all, and the right word for the notebook's model on every GPU there is.
    misread("always-memory", "0.5", () => "memory"),
    misread("always-compute", "0", () => "compute"),
    misread("gpu-ignored", "0.5", (input) => compare(findIntensity(input, fused), 1)),
    misread("ridge-inverted", "0", (input) => compare(findIntensity(input, fused), 1 / findRidge(input))),
    misread("intensity-inverted", "0", (input) =>
      compare(invert(findIntensity(input, fused)), findRidge(input)),
    ),
  ];
}

/** All intensities that accepted counts give to this input, optionally as if it were another number of samples. */
function findIntensity({ x, model }: BoundInput, fused: boolean, samples = batchOf(x)): Span {
  const scale = samples / batchOf(x);
  const multiplied = Number(preluFlops(x)) * scale;
  const inputs = x.data.length * scale;
  const bytes = (preluWeight: boolean) => Number(modelBytes(samples, model, { fused, preluWeight }));
  const exact = Number(linearFlops(samples, model, { additions: "exact" }));
  return {
    least: (exact + Math.min(multiplied, inputs / 2)) / bytes(true),
    most: (Number(linearFlops(samples, model)) + inputs) / bytes(false),
  };
}

function findOwnIntensity({ x, model }: BoundInput, earlier: Earlier, fused: boolean): Span | undefined {
  const flops = readReal(earlier.answer("modelFlops"));
  const bytes = readTraffic(earlier, batchOf(x), model, fused);
  if (!flops.ok || flops.answer <= 0 || bytes === undefined) return undefined;
  return { least: flops.answer / bytes, most: flops.answer / bytes };
}

function compare({ least, most }: Span, ridge: number): BoundAnswer {
  if (least > ridge * (1 + slack)) return "compute";
  return most < ridge * (1 - slack) ? "memory" : "either";
}

function reverse(bound: BoundAnswer): BoundAnswer {
  if (bound === "either") return bound;
  return bound === "memory" ? "compute" : "memory";
}

function invert({ least, most }: Span): Span {
  return { least: 1 / most, most: 1 / least };
}

function findRidge({ gpu }: BoundInput): number {
  return fractionToNumber(ridgePoint(gpu));
}

function batchOf(x: BoundInput["x"]): number {
  return x.shape[0] ?? 0;
}

function mapDefined<A, B>(value: A | undefined, map: (value: A) => B): B | undefined {
  return value === undefined ? undefined : map(value);
}
