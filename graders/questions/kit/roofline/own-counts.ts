/**
 * The student's own FLOP and bytes, asked for so that what follows from them can be told.
 *
 * Their FLOP may depend on the data, so they are asked for an input without and one with only positive values.
 * Large batches are not asked: where batches of 1, 2 and 3 lie on a line, the line speaks for them.
 */
import { isClose, readReal } from "../../../contract/answers";
import type { Earlier } from "../../../contract/earlier";
import type { Call, PReLULinear } from "../../../contract/value";
import { readUnitBytes } from "../byte-units";
import { evaluate, fitLine, fitRounded, type Line } from "./fit-line";
import type { Span } from "./intensity-choices";
import { fillInput, negativeTile, positiveTile, type Tile } from "./model-input";

type Calls = Readonly<Record<string, Call>>;

const lineBatches = [1, 2, 3];
/** Inputs up to this many elements are asked for directly. */
const largestInput = 4096;
const tiles: Readonly<Record<"negative" | "positive", Tile>> = {
  negative: negativeTile,
  positive: positiveTile,
};
const signs = ["negative", "positive"] as const;
/** Counts that are the same for these two at one batch size do not look at the model: nothing follows from them. */
const probes: readonly [PReLULinear, PReLULinear] = [
  { inFeatures: 3, outFeatures: 5 },
  { inFeatures: 7, outFeatures: 11 },
];
const probeBatch = 2;

/** The calls that tell FLOP at these batch sizes. */
export function consultFlops(batchSizes: readonly number[], model: PReLULinear): Calls {
  const isSmall = (batchSize: number) => batchSize * model.inFeatures <= largestInput;
  const asked = new Set(batchSizes.flatMap((size) => (isSmall(size) ? [size] : lineBatches)));
  const told = [
    ...[...asked].map((size) => [size, model] as const),
    ...probes.map((probe) => [probeBatch, probe] as const),
  ];
  const calls = told.flatMap(([size, of]) =>
    signs.map((sign): [string, Call] => [
      nameFlops(sign, size, of),
      { export: "modelFlops", args: [fillInput(size, of, tiles[sign]), of] },
    ]),
  );
  return Object.fromEntries(calls);
}

/** The calls that tell FLOP as a line in the batch size. */
export function consultFlopsLine(model: PReLULinear): Calls {
  return consultFlops(lineBatches, model);
}

/** The calls that tell bytes at these batch sizes; for the fused model the unfused ones, too. */
export function consultTraffic(batchSizes: readonly number[], model: PReLULinear, fused: boolean): Calls {
  const exports = fused ? ["modelBytes", "fusedModelBytes"] : ["modelBytes"];
  const told = [
    ...batchSizes.map((size) => [size, model] as const),
    ...probes.map((probe) => [probeBatch, probe] as const),
  ];
  const calls = exports.flatMap((name) =>
    told.map(([size, of]): [string, Call] => [nameCall(name, size, of), { export: name, args: [size, of] }]),
  );
  return Object.fromEntries(calls);
}

/** The calls that tell bytes as a line in the batch size. */
export function consultTrafficLine(model: PReLULinear, fused: boolean): Calls {
  return consultTraffic(lineBatches, model, fused);
}

/** Own FLOP at one batch size; undefined when they are not usable. */
export function readFlopsSpan(earlier: Earlier, batchSize: number, model: PReLULinear): Span | undefined {
  if (!dependsOnModel(earlier, "modelFlops")) return undefined;
  const isSmall = batchSize * model.inFeatures <= largestInput;
  const [a, b] = signs.map((sign) => {
    if (isSmall) return readPositive(earlier, nameFlops(sign, batchSize, model));
    const line = readFlopsLine(earlier, sign, model);
    return line && line.perSample * batchSize + line.perBatch;
  });
  return makeSpan(a, b, batchSize * widthOf(model));
}

/** Own FLOP as lines, for negative and for positive inputs. */
export function readFlopsLines(earlier: Earlier, model: PReLULinear): readonly [Line, Line] | undefined {
  if (!dependsOnModel(earlier, "modelFlops")) return undefined;
  const [negative, positive] = [
    readFlopsLine(earlier, "negative", model),
    readFlopsLine(earlier, "positive", model),
  ];
  if (negative === undefined || positive === undefined) return undefined;
  const isSpan = [1, manySamples].every((size) =>
    makeSpan(evaluate(negative, size), evaluate(positive, size), size * widthOf(model)),
  );
  return isSpan ? [negative, positive] : undefined;
}

/** As many as show where two lines part. */
const manySamples = 4096;
const widthOf = ({ inFeatures, outFeatures }: PReLULinear): number => inFeatures + outFeatures;

/**
 * Own bytes at one batch size, also where they are told in a larger unit. Fused bytes that are not below the unfused
 * ones, by about a pass over the tensor between the layers, carry nothing: who saves no traffic has not fused. Neither
 * do accepted unfused bytes, with or without slope and bias: of one size others may come out as they do by chance, so
 * two models that are always asked decide.
 */
export function readTraffic(
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
  const isSaved = unfused === undefined || (own !== undefined && own <= unfused - pass * nearlyAll);
  // Half of the unfused bytes are the unfused ones of another size.
  const slips = earlier.reading("fused", "bytes")?.split("+");
  if (slips?.includes("unfused-traffic") || isUnfused(earlier)) return undefined;
  // Where it is known how they were counted, they need not be less: 8 bytes for a number are twice as many.
  const isKnown = slips !== undefined && !slips.some((id) => asUnfused.has(id)) && !isAlias(earlier);
  return isSaved || isKnown ? own : undefined;
}

/** A pass over the input too many may be one over the tensor between the layers. */
const asUnfused: ReadonlySet<string> = new Set(["slope-per-element", "intermediate-once"]);

/** What is saved may be less than a pass where bytes are rounded. */
const nearlyAll = 0.9;

/** Of the tensor between the layers, as the student's unfused bytes count it: of one sample, of fewer bytes. */
function bytesOfPass(finding: string | undefined, batchSize: number, { inFeatures }: PReLULinear): number {
  const names = finding?.split("+") ?? [];
  const bytesOfElement = names.includes("elements") ? 1 : names.includes("half-precision") ? 2 : bytesOfFloat;
  return bytesOfElement * (names.includes("batch-ignored") ? 1 : batchSize) * inFeatures;
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
  const unit = readUnitBytes(earlier.reading("fused", "bytes"));
  return probes.every((probe) => {
    const { inFeatures, outFeatures } = probe;
    const own = (readPositive(earlier, nameCall("fusedModelBytes", probeBatch, probe)) ?? Number.NaN) * unit;
    const elements = probeBatch * (3 * inFeatures + outFeatures) + inFeatures * outFeatures + 1;
    return [0, outFeatures].some((bias) => Math.abs(own - bytesOfFloat * (elements + bias)) <= bytesOfFloat);
  });
}

const bytesOfFloat = 4;

/** Own bytes as a line in the batch size; where they are rounded, as the lowest and the highest that they leave room for. */
export function readTrafficLines(
  earlier: Earlier,
  model: PReLULinear,
  fused: boolean,
): readonly Line[] | undefined {
  const own = lineBatches.map((size) => readTraffic(earlier, size, model, fused));
  const line = fitLine(own);
  if (line !== undefined) return [line];
  const unit = readUnitBytes(fused ? earlier.reading("fused", "bytes") : earlier.reading("model-bytes"));
  return unit === 1 ? undefined : fitRounded(own, unit);
}

function nameCall(name: string, batchSize: number, { inFeatures, outFeatures }: PReLULinear): string {
  return `${name}/${batchSize}/${inFeatures}x${outFeatures}`;
}

/** Whether counts that `consultFlops` or `consultTraffic` asked for look at the model at all. */
export function dependsOnModel(earlier: Earlier, name: string): boolean {
  const of = name === "modelFlops" ? `${name}/negative` : name;
  const [first, second] = probes.map((probe) => readPositive(earlier, nameCall(of, probeBatch, probe)));
  return first !== undefined && second !== undefined && first !== second;
}

/**
 * Whether nothing of the model is left in the quotient of own bytes and FLOP, own or counted: what follows takes no more
 * than the batch size.
 *
 * @param countFlops where the FLOP are not own; from the fewest to the most
 */
export function ignoresModel(
  earlier: Earlier,
  fused: boolean,
  countFlops?: (model: PReLULinear, batchSize: number) => Span,
): boolean {
  const [first, second] = probes.map((probe) => {
    const flops = countFlops?.(probe, probeBatch) ?? readFlopsSpan(earlier, probeBatch, probe);
    const bytes = readTraffic(earlier, probeBatch, probe, fused);
    return flops && bytes ? { least: flops.least / bytes, most: flops.most / bytes } : undefined;
  });
  return (
    first !== undefined &&
    second !== undefined &&
    isClose(first.least, second.least, 1e-9) &&
    isClose(first.most, second.most, 1e-9)
  );
}

function nameFlops(sign: keyof typeof tiles, batchSize: number, model: PReLULinear): string {
  return nameCall(`modelFlops/${sign}`, batchSize, model);
}

function readFlopsLine(earlier: Earlier, sign: keyof typeof tiles, model: PReLULinear): Line | undefined {
  return fitLine(lineBatches.map((size) => readPositive(earlier, nameFlops(sign, size, model))));
}

function readPositive(earlier: Earlier, name: string): number | undefined {
  const read = readReal(earlier.answer(name));
  return read.ok && read.answer > 0 ? read.answer : undefined;
}

/** A PReLU takes a few operations for each entry of its input, or of what comes after it, if that is meant. */
const mostPerEntry = 4;

/**
 * The PReLU adds a few times as much at most to any count; a wider span would let everything pass.
 *
 * @param entries of the model's input and output
 */
function makeSpan(a: number | undefined, b: number | undefined, entries: number): Span | undefined {
  if (a === undefined || b === undefined) return undefined;
  const [least, most] = [Math.min(a, b), Math.max(a, b)];
  return most <= 3 * least && most - least <= mostPerEntry * entries ? { least, most } : undefined;
}
