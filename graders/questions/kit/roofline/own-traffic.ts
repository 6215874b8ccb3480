/** The student's own bytes: at one batch size, and as a line in it. */
import { modelBytes } from "../../../../reference/prelu-linear";
import { fp32Bytes } from "../../../../reference/training-memory";
import type { Earlier, FoundIds } from "../../../contract/earlier";
import { remember } from "../../../contract/remember";
import type { PReLULinear } from "../../../contract/value";
import { byteUnits, isToldAs, readUnitBytes } from "../byte-units";
import { fitLine, fitRounded, type Line } from "./fit-line";
import { dependsOnModel, lineBatches, nameCall, probeBatch, probes, readPositive } from "./own-calls";

/**
 * Own bytes at one batch size, also where they are told in a larger unit. Fused bytes that are not below the unfused
 * ones, by about a pass over the tensor between the layers, carry nothing: who saves no traffic has not fused. Neither
 * do accepted unfused bytes, with or without slope and bias: of one size others may come out as they do by chance, so
 * two models that are always asked decide. Where no unfused ones are usable, the accepted ones are what is saved upon.
 */
export function readTraffic(
  earlier: Earlier,
  batchSize: number,
  model: PReLULinear,
  fused: boolean,
): number | undefined {
  const known = getTraffic(earlier)(model);
  const key = fused ? -batchSize : batchSize;
  if (!known.has(key)) known.set(key, workOutTraffic(earlier, batchSize, model, fused));
  return known.get(key);
}

/** Thousands of options ask the same; by batch size, below zero for the fused model. */
const getTraffic = remember((_: Earlier) =>
  remember((_model: PReLULinear) => new Map<number, number | undefined>()),
);

function workOutTraffic(
  earlier: Earlier,
  batchSize: number,
  model: PReLULinear,
  fused: boolean,
): number | undefined {
  if (!dependsOnModel(earlier, fused ? "fusedModelBytes" : "modelBytes")) return undefined;
  const read = (name: string, unit: number): number | undefined => {
    const own = readPositive(earlier, nameCall(name, batchSize, model));
    return own && own * unit;
  };
  const unfused = read("modelBytes", readUnitBytes(earlier.reading("model-bytes")));
  if (!fused) return unfused;
  const own = read("fusedModelBytes", readUnitBytes(earlier.reading("fused", "bytes")));
  const pass = bytesOfPass(earlier.reading("model-bytes"), batchSize, model);
  const most = bytesToSaveUpon(earlier, unfused, countUnfused(batchSize, model, model.outFeatures));
  // Half of the unfused bytes are the unfused ones of another size.
  const slips = earlier.reading("fused", "bytes");
  const isSaved = own !== undefined && own <= most - pass * (slips === undefined ? inElements : nearlyAll);
  if (slips?.has("unfused-traffic") || isUnfused(earlier)) return undefined;
  // Where it is known how they were counted, they need not be less: 8 bytes for a number are twice as many.
  const isKnown = slips !== undefined && !asUnfused.some((id) => slips.has(id)) && !isAlias(earlier);
  return isSaved || isKnown ? own : undefined;
}

/** Own unfused bytes; no more than the accepted ones where they are known to be wrong: else a slip there would be saved here. */
function bytesToSaveUpon(earlier: Earlier, own: number | undefined, accepted: number): number {
  if (own === undefined) return accepted;
  return earlier.reading("model-bytes") === undefined ? own : Math.min(own, accepted);
}

const bytesOfFloat = Number(fp32Bytes);

/** A pass over the input too many may be one over the tensor between the layers. */
const asUnfused = ["slope-per-element", "intermediate-once"];

/** What is saved may be less than a pass where bytes are rounded. */
export const nearlyAll = 0.9;

/** Whose bytes nothing explains may have saved a pass in elements: what follows is carried in part, and a person looks. */
export const inElements = 0.9 / bytesOfFloat;

/** Of the tensor between the layers, as the student's unfused bytes count it: of one sample, of fewer bytes. */
function bytesOfPass(found: FoundIds | undefined, batchSize: number, { inFeatures }: PReLULinear): number {
  const bytesOfElement = found?.has("elements") ? 1 : found?.has("half-precision") ? 2 : bytesOfFloat;
  return bytesOfElement * (found?.has("batch-ignored") ? 1 : batchSize) * inFeatures;
}

/** Own fused bytes that are the own unfused ones: of one size they may be so by chance. */
function isAlias(earlier: Earlier): boolean {
  return probes.every((probe) => {
    const [fused, unfused] = ["fusedModelBytes", "modelBytes"].map((name) =>
      readPositive(earlier, nameCall(name, probeBatch, probe)),
    );
    return fused !== undefined && fused === unfused;
  });
}

function isUnfused(earlier: Earlier): boolean {
  const bytes = readUnitBytes(earlier.reading("fused", "bytes"));
  const unit = byteUnits.find((one) => one.bytes === bytes);
  const isAsMany = (own: number, unfused: number): boolean =>
    unit === undefined
      ? Math.abs(own - unfused) <= bytesOfFloat
      : isToldAs(unfused / unit.bytes, own, unit.minDecimals);
  return probes.every((probe) => {
    const own = readPositive(earlier, nameCall("fusedModelBytes", probeBatch, probe)) ?? Number.NaN;
    return [0, probe.outFeatures].some((bias) => isAsMany(own, countUnfused(probeBatch, probe, bias)));
  });
}

/** Bytes of the two layers, and of a bias that may be counted or not. */
const countUnfused = (batchSize: number, model: PReLULinear, bias: number): number =>
  Number(modelBytes(batchSize, model)) + bytesOfFloat * bias;

/** Own bytes as a line in the batch size; where they are rounded, as the lowest and the highest that they leave room for. */
export function readTrafficLines(
  earlier: Earlier,
  model: PReLULinear,
  fused: boolean,
): readonly Line[] | undefined {
  const own = lineBatches.map((size) => readTraffic(earlier, size, model, fused));
  const unit = readUnitBytes(fused ? earlier.reading("fused", "bytes") : earlier.reading("model-bytes"));
  if (unit !== 1) return fitRounded(own, unit);
  const line = fitLine(own);
  return line && [line];
}
