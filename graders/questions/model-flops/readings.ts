/** Readings of the model's FLOP: how the linear layer counts, times what the PReLU is taken to cost. */

import { countSigns, preluFlops } from "../../../reference/prelu";
import { linearFlops, linearMacs, modelFlops } from "../../../reference/prelu-linear";
import { type Count, readCount } from "../../contract/answers";
import type { Earlier } from "../../contract/earlier";
import type { ReadingKind, ValueReading } from "../../contract/question";
import type { Tensor } from "../../contract/value";
import type { ModelInput } from "./inputs";

export type FlopsReading = ValueReading<ModelInput, Count>;
type Formula = (input: ModelInput, earlier: Earlier) => Count | undefined;

const batchOf = ({ x }: ModelInput): number => x.shape[0] ?? 0;
const elementsOf = ({ x }: ModelInput): bigint => BigInt(x.data.length);

/** What the PReLU may be taken to cost, by id suffix; "own" is what the student's own function says. */
const prelu = {
  "": (input) => preluFlops(input.x),
  "-upper-bound": elementsOf,
  "-expected": (input) => halve(elementsOf(input)),
  "-own-prelu": readOwnPrelu,
} as const satisfies Readonly<Record<string, Formula>>;

type PreluCost = keyof typeof prelu;
const acceptedCosts = ["", "-upper-bound", "-expected"] as const satisfies readonly PreluCost[];
const allCosts = [...acceptedCosts, "-own-prelu"] as const satisfies readonly PreluCost[];

/** 2 FLOP per MAC, or one less per output. */
const linear = {
  "two-per-mac": (input) => linearFlops(batchOf(input), input.model),
  "exact-additions": (input) => linearFlops(batchOf(input), input.model, { additions: "exact" }),
} as const satisfies Readonly<Record<string, Formula>>;

export const readings: readonly FlopsReading[] = [
  {
    id: "two-per-mac",
    kind: "reference",
    credit: "1",
    answer: (input) => modelFlops(batchOf(input), input.model, preluFlops(input.x)),
  },
  ...combine({ id: "two-per-mac", kind: "convention", credit: "1" }, linear["two-per-mac"], [
    "-upper-bound",
    "-expected",
  ]),
  ...combine(
    { id: "exact-additions", kind: "convention", credit: "1" },
    linear["exact-additions"],
    acceptedCosts,
  ),
  ...combine({ id: "two-per-mac", kind: "carried", credit: "1" }, linear["two-per-mac"], ["-own-prelu"]),
  ...combine({ id: "exact-additions", kind: "carried", credit: "1" }, linear["exact-additions"], [
    "-own-prelu",
  ]),
  misread("zeros-kept", "0.75", (input) => add(linear["two-per-mac"](input), countSigns(input.x).negative)),
  ...combine(
    { id: "mac-as-one", kind: "misconception", credit: "0.5" },
    (input) => linearMacs(batchOf(input), input.model),
    allCosts,
  ),
  misread("prelu-omitted", "0.5", linear["two-per-mac"]),
  misread("prelu-omitted-exact-additions", "0.5", linear["exact-additions"]),
  ...combine({ id: "with-bias", kind: "misconception", credit: "0.5" }, addBias, allCosts),
  ...ignoreBatch("", linear["two-per-mac"]),
  ...ignoreBatch("-exact-additions", linear["exact-additions"]),
  misread("mac-as-one-prelu-omitted", "0.25", (input) => linearMacs(batchOf(input), input.model)),
  ...combine(
    { id: "sizes-added", kind: "misconception", credit: "0" },
    (input) => BigInt(batchOf(input)) * addSizes(input),
    allCosts,
  ),
  misread("sizes-added-once", "0", addSizes),
  misread("prelu-only", "0", (input) => preluFlops(input.x)),
];

function combine(
  { id, kind, credit }: { readonly id: string; readonly kind: ReadingKind; readonly credit: string },
  formula: Formula,
  costs: readonly PreluCost[],
): readonly FlopsReading[] {
  return costs.map((cost) => ({
    id: `${id}${cost}`,
    kind,
    credit,
    answer: (input, earlier) => add(formula(input, earlier), prelu[cost](input, earlier)),
  }));
}

/** The linear layer of one sample, beside the PReLU of all of them or of the first one alone. */
function ignoreBatch(suffix: string, formula: Formula): readonly FlopsReading[] {
  const one = (input: ModelInput): ModelInput => ({ ...input, x: takeRow(input.x) });
  const throughout = acceptedCosts.map((cost) =>
    misread(`batch-ignored-throughout${suffix}${cost}`, "0.25", (input, earlier) =>
      add(formula(one(input), earlier), prelu[cost](one(input))),
    ),
  );
  const linearOfOne: Formula = (input, earlier) => formula(one(input), earlier);
  return [
    ...combine(
      { id: `batch-ignored${suffix}`, kind: "misconception", credit: "0.25" },
      linearOfOne,
      allCosts,
    ),
    ...throughout,
  ];
}

function takeRow({ shape: [, width = 0], data }: Tensor): Tensor {
  return { shape: [1, width], data: data.subarray(0, width) };
}

function misread(id: string, credit: string, answer: Formula): FlopsReading {
  return { id, kind: "misconception", credit, answer };
}

function addBias(input: ModelInput): bigint {
  return linear["two-per-mac"](input) + BigInt(batchOf(input) * input.model.outFeatures);
}

function addSizes({ model }: ModelInput): bigint {
  return 2n * BigInt(model.inFeatures + model.outFeatures);
}

/**
 * Nothing for some input is an answer (a turned condition counts nothing of negative inputs); nothing for inputs of
 * every sign is none: a PReLU left out is no PReLU carried forward.
 */
function readOwnPrelu(_: ModelInput, earlier: Earlier): Count | undefined {
  const [own, mixed] = [earlier.answer("preluFlops"), earlier.answer("preluOfMixed")].map(readCount);
  if (own?.ok !== true || own.answer < 0 || mixed?.ok !== true || mixed.answer <= 0) return undefined;
  return own.answer;
}

function halve(count: bigint): Count {
  return count % 2n === 0n ? count / 2n : Number(count) / 2;
}

function add(a: Count | undefined, b: Count | undefined): Count | undefined {
  if (a === undefined || b === undefined) return undefined;
  return typeof a === "bigint" && typeof b === "bigint" ? a + b : Number(a) + Number(b);
}
