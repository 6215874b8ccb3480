/** What a student can check alone about the curve and its plot: forms and shapes, no values. */
import { getField, readReal, readReals } from "../../contract/answers";
import type { PublicCheck } from "../../contract/question";
import type { Value } from "../../contract/value";

const model = { inFeatures: 6, outFeatures: 10 };
const batchSizes = [1, 3, 6];
const curve = { export: "intensityCurve", args: [batchSizes, model] };
const plot = { export: "intensityPlot", args: [batchSizes, model] };

function isEveryPositive(values: readonly number[]): boolean {
  return values.length === batchSizes.length && values.every((value) => value > 0);
}

function rises(values: readonly number[]): boolean {
  return (values.at(-1) ?? 0) > (values[0] ?? 0);
}

/** The spec and its layers, from the outside in. */
function listUnits(spec: Value): readonly Value[] {
  const layers = getField(spec, "layer");
  return [spec, ...(Array.isArray(layers) ? layers : [])];
}

function listRows(spec: Value): readonly Value[] {
  return listUnits(spec).flatMap((unit) => {
    const rows = getField(getField(unit, "data"), "values");
    return Array.isArray(rows) ? rows : [];
  });
}

function listChannels(spec: Value, axis: string): readonly Value[] {
  return listUnits(spec).map((unit) => getField(getField(unit, "encoding"), axis));
}

function hasTitle(spec: Value, axis: string): boolean {
  return listChannels(spec, axis).some((channel) => {
    const title = getField(getField(channel, "axis"), "title") ?? getField(channel, "title");
    return typeof title === "string" ? title.trim() !== "" : Array.isArray(title) && title.length > 0;
  });
}

function showsBatch(row: Value, field: Value, batchSize: number): boolean {
  const read = readReal(typeof field === "string" ? getField(row, field) : undefined);
  return read.ok && read.answer === batchSize;
}

export const publicChecks: readonly PublicCheck[] = [
  {
    id: "one-value-each",
    says: "three batch sizes give three positive numbers",
    calls: [curve],
    findMismatch: ([answer]) => {
      const read = readReals(answer);
      return read.ok && isEveryPositive(read.answer) ? null : "a list of three positive numbers";
    },
  },
  {
    id: "order-kept",
    says: "the values keep the order of the batch sizes: asked in reverse, they come in reverse",
    calls: [curve, { ...curve, args: [[...batchSizes].reverse(), model] }],
    findMismatch: ([forwards, backwards]) => {
      const [a, b] = [readReals(forwards), readReals(backwards)];
      const isReversed = a.ok && b.ok && rises(a.answer) !== rises(b.answer);
      return isReversed ? null : "values that rise one way and fall the other";
    },
  },
  {
    id: "inline-data",
    says: "the chart carries its data inline: data.values has a row for every batch size, in the field named by encoding.x",
    calls: [plot],
    findMismatch: ([spec]) => {
      const fields = listChannels(spec, "x").map((channel) => getField(channel, "field"));
      const rows = listRows(spec);
      const isComplete = batchSizes.every((size) =>
        fields.some((field) => rows.some((row) => showsBatch(row, field, size))),
      );
      return isComplete ? null : "rows for the batch sizes 1, 3 and 6 in data.values";
    },
  },
  {
    id: "titled-axes",
    says: "both axes of the chart have a title",
    calls: [plot],
    findMismatch: ([spec]) =>
      hasTitle(spec, "x") && hasTitle(spec, "y") ? null : "a title in encoding.x and encoding.y",
  },
];
