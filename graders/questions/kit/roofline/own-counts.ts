/**
 * The student's own FLOP and bytes, asked for so that what follows from them can be told.
 *
 * Their FLOP may depend on the data, so they are asked for an input without and one with only positive values.
 * Large batches are not asked: where batches of 1, 2 and 3 lie on a line, the line speaks for them.
 */
import type { Earlier } from "../../../contract/earlier";
import type { Call, PReLULinear } from "../../../contract/value";
import { evaluate, fitLine, type Line } from "./fit-line";
import type { Span } from "./intensity-choices";
import { fillInput, negativeTile, positiveTile, type Tile } from "./model-input";
import {
  dependsOnModel,
  largeBatch,
  largeProbes,
  lineBatches,
  nameCall,
  probeBatch,
  probes,
  readPositive,
} from "./own-calls";
import { readTraffic } from "./own-traffic";

type Calls = Readonly<Record<string, Call>>;

/** Inputs up to this many elements are asked for directly. */
const largestInput = 4096;
const tiles: Readonly<Record<"negative" | "positive", Tile>> = {
  negative: negativeTile,
  positive: positiveTile,
};
const signs = ["negative", "positive"] as const;
/** The calls that tell FLOP at these batch sizes. */
export function consultFlops(batchSizes: readonly number[], model: PReLULinear): Calls {
  const isSmall = (batchSize: number) => batchSize * model.inFeatures <= largestInput;
  const asked = new Set(batchSizes.flatMap((size) => (isSmall(size) ? [size] : lineBatches)));
  const told = [
    ...[...asked].map((size) => [size, model] as const),
    ...probes.map((probe) => [probeBatch, probe] as const),
    ...largeProbes.map((probe) => [largeBatch, probe] as const),
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
    ...largeProbes.map((probe) => [largeBatch, probe] as const),
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
 * Whether next to nothing of the model is left in the quotient of own bytes and FLOP, own or counted: what follows takes
 * no more than the batch size.
 *
 * @param countFlops where the FLOP are not own; from the fewest to the most
 */
export function ignoresModel(
  earlier: Earlier,
  fused: boolean,
  countFlops?: (model: PReLULinear, batchSize: number) => Span,
): boolean {
  const quotients = largeProbes.map((probe) => {
    const flops = countFlops?.(probe, largeBatch) ?? readFlopsSpan(earlier, largeBatch, probe);
    const bytes = readTraffic(earlier, largeBatch, probe, fused);
    return flops && bytes ? (flops.least + flops.most) / bytes : Number.NaN;
  });
  return Math.max(...quotients) <= Math.min(...quotients) * nextToNothing;
}

/** The PReLU alone makes a twentieth of it; without the batch, bytes of inputs and outputs beside the weights a tenth. */
const nextToNothing = 1.06;

function nameFlops(sign: keyof typeof tiles, batchSize: number, model: PReLULinear): string {
  return nameCall(`modelFlops/${sign}`, batchSize, model);
}

function readFlopsLine(earlier: Earlier, sign: keyof typeof tiles, model: PReLULinear): Line | undefined {
  return fitLine(lineBatches.map((size) => readPositive(earlier, nameFlops(sign, size, model))));
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
