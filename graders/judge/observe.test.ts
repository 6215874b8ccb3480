import { type Count, isClose, isSameCount } from "../contract/answers";
import { nothingEarlier } from "../contract/nothing-earlier";
import { isEvidenceOfHardCoding, type Observation } from "../contract/observation";
import type { CallPart, Case } from "../contract/question";
import type { ConvLayer, Tensor } from "../contract/value";
import { describeObservation } from "../wording/observations";
import { english } from "../wording/translator";
import { observe } from "./observe";
import { createRandom } from "./random";

const macs = ({ hOut, wOut, cIn, cOut, kernel }: ConvLayer): number => hOut * wOut * cIn * cOut * kernel ** 2;

const layers: readonly ConvLayer[] = [
  { hIn: 11, wIn: 11, cIn: 16, hOut: 9, wOut: 9, cOut: 16, kernel: 3, stride: 1 },
  { hIn: 20, wIn: 30, cIn: 3, hOut: 10, wOut: 15, cOut: 8, kernel: 5, stride: 2 },
  { hIn: 7, wIn: 9, cIn: 24, hOut: 7, wOut: 9, cOut: 24, kernel: 1, stride: 1 },
  { hIn: 33, wIn: 12, cIn: 5, hOut: 31, wOut: 10, cOut: 7, kernel: 3, stride: 1 },
  { hIn: 64, wIn: 64, cIn: 12, hOut: 32, wOut: 32, cOut: 12, kernel: 2, stride: 2 },
  { hIn: 28, wIn: 14, cIn: 6, hOut: 13, wOut: 6, cOut: 11, kernel: 4, stride: 2 },
];

/** A part of which only the comparison and the readings matter here. */
function makePart<Input, Answer>(
  isSame: CallPart<Input, Answer>["isSame"],
  answer: (input: Input) => Answer,
): CallPart<Input, Answer> {
  return {
    kind: "call",
    id: "part",
    points: "1",
    export: "part",
    cases: () => [],
    args: (input) => [input],
    read: () => ({ ok: false, came: { code: "returned-nothing" } }),
    isSame,
    readings: [{ id: "right", kind: "reference", credit: "1", by: "value", answer }],
  };
}

const part = makePart<ConvLayer, Count>(isSameCount, macs);

function observePart<Input, Answer>(
  judged: CallPart<Input, Answer>,
  inputs: readonly Input[],
  answer: (input: Input) => unknown,
): readonly Observation[] {
  const source = (index: number): Case<unknown>["source"] => (index === 0 ? "notebook" : "random");
  const trials = inputs.map((input, index) => ({
    input,
    answer: answer(input),
    earlier: nothingEarlier,
    source: source(index),
  }));
  return observe(judged as CallPart, judged.readings as CallPart["readings"], trials);
}

const isFormula = ({ kind }: Observation): boolean => kind === "formula";

/** Formulas have their own tests; what follows is about everything else. */
const observeMacs = (answer: (layer: ConvLayer) => Count) =>
  observePart(part, layers, answer).filter((one) => !isFormula(one));

describe("counts off by one and the same amount", () => {
  test.each<[string, (layer: ConvLayer) => Count]>([
    ["2", (layer) => 2 * macs(layer)],
    ["1/2", (layer) => macs(layer) / 2],
    ["1/4", (layer) => macs(layer) / 4],
    ["8", (layer) => 8n * BigInt(macs(layer))],
    ["1024/1000", (layer) => (macs(layer) * 1024) / 1000],
    ["1/1024", (layer) => macs(layer) / 1024],
    ["5/3", (layer) => (macs(layer) * 5) / 3],
    ["3.142", (layer) => macs(layer) * Math.PI],
    ["-1", (layer) => -macs(layer)],
  ])("times %s", (factor, answer) => {
    expect(observeMacs(answer)).toEqual([{ kind: "factor", factor }]);
  });

  test.each([1, -1, 40])("plus %p", (offset) => {
    expect(observeMacs((layer) => macs(layer) + offset)).toEqual([
      { kind: "offset", offset: String(offset) },
    ]);
  });

  test("exactly twice is told beyond 2^53, and one more than twice is not", () => {
    const huge = layers.map((layer) => ({
      ...layer,
      hOut: layer.hOut * 2 ** 25,
      wOut: layer.wOut * 2 ** 25,
    }));
    const exact = ({ hOut, wOut, cIn, cOut, kernel }: ConvLayer): bigint =>
      [hOut, wOut, cIn, cOut, kernel, kernel].map(BigInt).reduce((a, b) => a * b);
    const bigPart = makePart<ConvLayer, Count>(isSameCount, exact);
    expect(observePart(bigPart, huge, (layer) => 2n * exact(layer))).toEqual([
      { kind: "factor", factor: "2" },
    ]);
    expect(observePart(bigPart, huge, (layer) => 2n * exact(layer) + 1n)).not.toContainEqual(
      expect.objectContaining({ kind: "factor" }),
    );
  });

  test("one case that does not fit is enough to say nothing of the kind", () => {
    const observed = observeMacs((layer) => 2 * macs(layer) + (layer.kernel === 4 ? 1 : 0));
    expect(observed.map((one) => one.kind)).not.toContain("factor");
  });
});

describe("fields of an object", () => {
  interface Sizes {
    readonly kb: number;
    readonly mb: number;
  }
  const sizes = makePart<{ n: number }, Sizes>(
    (expected, came) => isClose(expected.kb, came.kb, 1e-9) && isClose(expected.mb, came.mb, 1e-9),
    ({ n }) => ({ kb: n / 1024, mb: n / 1024 ** 2 }),
  );
  const inputs = [10, 2000, 77777, 1e9].map((n) => ({ n }));

  test("one field off by a factor is named, the right one is not", () => {
    const observed = observePart(sizes, inputs, ({ n }) => ({ kb: n / 1024, mb: n / 1024 / 1000 }));
    expect(observed).toEqual([{ kind: "factor", factor: "1024/1000", field: "mb" }]);
  });

  test("all fields off by the same factor are one observation", () => {
    const observed = observePart(sizes, inputs, ({ n }) => ({ kb: n / 128, mb: (8 * n) / 1024 ** 2 }));
    expect(observed).toEqual([{ kind: "factor", factor: "8" }]);
  });

  test("a factor in one field is not told when another field is unexplained", () => {
    expect(observePart(sizes, inputs, ({ n }) => ({ kb: n / 128, mb: Math.sqrt(n) }))).toEqual([]);
  });
});

test("a list off by a factor is told", () => {
  const curve = makePart<{ sizes: number[] }, readonly number[]>(
    (expected, came) => expected.every((value, at) => isClose(value, came[at] ?? Number.NaN, 1e-9)),
    ({ sizes }) => sizes.map(Math.sqrt),
  );
  const observed = observePart(curve, [{ sizes: [1, 2, 3] }, { sizes: [5] }], ({ sizes }) =>
    sizes.map((size) => 4 * Math.sqrt(size)),
  );
  expect(observed).toEqual([{ kind: "factor", factor: "4" }]);
});

describe("a dimension of the input", () => {
  test.each<[string, (layer: ConvLayer) => Count, Observation]>([
    [
      "one output row too many",
      (l) => (macs(l) / l.hOut) * (l.hOut + 1),
      { kind: "shifted-dimension", dimension: "hOut", by: 1 },
    ],
    [
      "a border around the output",
      (l) => macs({ ...l, hOut: l.hOut + 2, wOut: l.wOut + 2 }),
      { kind: "shifted-dimension", dimension: "hOut and wOut", by: 2 },
    ],
    ["quadratic in cOut", (l) => macs(l) * l.cOut, { kind: "extra-factor", dimension: "cOut", times: 1 }],
    ["k for k squared", (l) => macs(l) / l.kernel, { kind: "extra-factor", dimension: "kernel", times: -1 }],
    [
      "no kernel at all",
      (l) => macs(l) / l.kernel ** 2,
      { kind: "extra-factor", dimension: "kernel", times: -2 },
    ],
    [
      "hIn for hOut",
      (l) => (macs(l) / l.hOut) * l.hIn,
      { kind: "exchanged-dimension", used: "hIn", expected: "hOut" },
    ],
  ])("%s", (_, answer, expected) => {
    expect(observeMacs(answer)[0]).toEqual(expected);
  });

  const tensors: readonly Tensor[] = [
    [1, 8],
    [2, 8],
    [5, 8],
    [5, 20],
  ].map((shape) => ({ shape, data: new Float32Array(0) }));
  const rows = makePart<Tensor, Count>(isSameCount, ({ shape: [b = 0, n = 0] }) => b * (45 * n - 1));

  test("independent of the batch", () => {
    const [first] = observePart(rows, tensors, ({ shape }) => 45 * (shape[1] ?? 0) - 1);
    expect(first).toEqual({ kind: "independent-of", dimension: "batch" });
  });

  test("one pair of equal answers alone shows no independence: a rounding may hide the difference", () => {
    const pair = tensors.slice(0, 2);
    expect(observePart(rows, pair, () => 0)).toContainEqual({ kind: "constant", isRightOnNotebook: false });
    const rounded = observePart(
      rows,
      [...pair, ...tensors.slice(3)],
      ({ shape: [b = 0, n = 0] }) => Math.ceil(b / 2) * (n + 1) + 7,
    );
    expect(rounded.map(({ kind }) => kind)).not.toContain("independent-of");
  });

  test("quadratic where it should be linear, by inputs that differ in one dimension only", () => {
    const observed = observePart(rows, tensors, ({ shape: [b = 0, n = 0] }) => 3 * b ** 2 * n ** 3);
    expect(observed).toContainEqual({ kind: "growth", dimension: "batch", expected: 1, came: 2 });
  });

  test("quadratic where it should be linear, by a fit through random inputs", () => {
    const random = createRandom("fit", "observe");
    const draw = () => ({ batch: random.integer(2, 900), width: random.integer(2, 900) });
    const inputs = Array.from({ length: 8 }, draw);
    const bytes = makePart<ReturnType<typeof draw>, Count>(
      isSameCount,
      ({ batch, width }) => 4 * batch * width,
    );
    const observed = observePart(bytes, inputs, ({ batch, width }) => 7 * batch ** 2 * width + batch);
    expect(observed).toEqual([
      {
        kind: "formula",
        terms: [
          { coefficient: 7, powers: { batch: 2, width: 1 } },
          { coefficient: 1, powers: { batch: 1 } },
        ],
      },
      { kind: "growth", dimension: "batch", expected: 1, came: 2 },
    ]);
  });
});

describe("constants, and answers right here and there", () => {
  test("hard-coding the notebook's number is told apart from another constant", () => {
    const [copied] = observeMacs(() => 186624);
    const [other] = observeMacs(() => 5);
    expect(copied).toEqual({ kind: "constant", isRightOnNotebook: true });
    expect(other).toEqual({ kind: "constant", isRightOnNotebook: false });
    expect([copied, other].map((one) => one !== undefined && isEvidenceOfHardCoding(one))).toEqual([
      true,
      false,
    ]);
  });

  test("a table of public numbers is evidence, a formula that is right elsewhere too is none", () => {
    const table = observeMacs((l) => (l.hIn === 11 ? 186624 : l.hIn));
    expect(table).toEqual([{ kind: "right-on-public-only" }, { kind: "partly-right", right: 1, cases: 6 }]);
    const formula = observeMacs((l) => l.hOut * l.wOut * l.cIn ** 2 * l.kernel ** 2);
    expect(formula.some(isEvidenceOfHardCoding)).toBe(false);
  });

  test("a condition that holds exactly where the answers are right is named", () => {
    const observed = observeMacs((l) => (l.stride === 1 ? macs(l) : 17 * l.hIn + 1));
    expect(observed).toEqual([
      { kind: "right-where", condition: "stride = 1" },
      { kind: "partly-right", right: 3, cases: 6 },
    ]);
  });

  test("two dimensions that must be equal are named", () => {
    const observed = observeMacs((l) => (l.cIn === l.cOut ? macs(l) : 17 * l.hIn + 1));
    expect(observed[0]).toEqual({ kind: "right-where", condition: "cIn = cOut" });
  });

  test("dimensions that are equal by chance are no condition", () => {
    const changed = layers.map((layer, index) => ({ ...layer, kernel: index < 3 ? layer.stride : 9 }));
    const observed = observePart(part, changed, (l) => (l.kernel === l.stride ? macs(l) : 17 * l.hIn + 1));
    expect(observed).toEqual([{ kind: "partly-right", right: 3, cases: 6 }]);
  });
});

test("fewer than two trials show nothing", () => {
  expect(observePart(part, layers.slice(0, 1), () => 1)).toEqual([]);
});

test("answers without numbers are only counted", () => {
  const words = makePart<ConvLayer, string>(
    (expected, came) => expected === came,
    (l) => (l.cIn > 9 ? "memory" : "compute"),
  );
  expect(observePart(words, layers, (l) => (l.hIn === 11 || l.hIn === 20 ? "memory" : "compute"))).toEqual([
    { kind: "partly-right", right: 3, cases: 6 },
  ]);
});

test.each<Observation>([
  { kind: "constant", isRightOnNotebook: true },
  { kind: "factor", factor: "2" },
  { kind: "factor", factor: "17/3", field: "nMB" },
  { kind: "offset", offset: "-1" },
  { kind: "offset", offset: "1", field: "total" },
  { kind: "shifted-dimension", dimension: "hOut", by: -1 },
  { kind: "extra-factor", dimension: "batch", times: 1 },
  { kind: "extra-factor", dimension: "batch", times: -2 },
  { kind: "exchanged-dimension", used: "cIn", expected: "cOut" },
  { kind: "independent-of", dimension: "batch" },
  { kind: "growth", dimension: "batch", expected: 1, came: 0 },
  { kind: "growth", dimension: "batch", expected: 2, came: 3 },
  { kind: "right-where", condition: "stride = 1" },
  { kind: "right-on-public-only" },
  { kind: "partly-right", right: 1, cases: 9 },
])("$kind is said in a whole sentence", (observation) => {
  expect(describeObservation(observation, english)).toMatch(/^Y?.{20,}[.?]$/);
  expect(describeObservation(observation, english)).not.toMatch(/undefined|NaN|\[object/);
});
