/** Points only for what is known: an error carries forward only if it is the error that was judged. */
import { countParameters } from "../../../reference/convnextv2/parameters";
import type { ConvNeXtV2, PReLULinear, Tensor } from "../../contract/value";
import { planQuestions } from "../../judge/plan";
import {
  bytesOf,
  countNonPositive,
  type FitModel,
  fake,
  fakeFlops,
  type Gpu,
  judge,
  macs,
  searchBatch,
  seeds,
} from "../../testing/attempts";
import { findQuestions } from "../../testing/find-questions";
import { type Implementation, judgeImplementation } from "../../testing/judge-implementation";

describe.each(seeds)("under seed %s", (seed) => {
  test("a PReLU that counts calls finds no order to count on", () => {
    const counting = (): Implementation => {
      let calls = 0;
      const preluFlops = (x: Tensor) => (calls++ < 17 ? countNonPositive(x) : fake(x));
      return { preluFlops, modelFlops: fakeFlops };
    };
    const got = judge(["prelu", "model-flops"], counting, seed);
    expect([got.prelu, got["model-flops"]]).toEqual([
      expect.stringMatching(/^0 /),
      expect.stringMatching(/^0 /),
    ]);
  });

  test("a PReLU that is right on its own inputs and something else on those of the model carries nothing", () => {
    const own = new Set(
      planQuestions(findQuestions(...["prelu"]), seed).calls.map(({ args: [x] }) =>
        (x as Tensor).data.join(),
      ),
    );
    const branching = (): Implementation => ({
      preluFlops: (x: Tensor) => (own.has(x.data.join()) ? countNonPositive(x) : fake(x)),
      modelFlops: fakeFlops,
    });
    expect(judge(["prelu", "model-flops"], branching, seed)).toEqual({
      prelu: "1 graded",
      "model-flops": "0 pending_manual",
    });
  });

  test("FLOP that follow from an own PReLU where they are judged, and are anything elsewhere, carry nothing", () => {
    const write = (x: Tensor, m: PReLULinear) => `${x.shape} ${m.inFeatures} ${m.outFeatures} ${x.data}`;
    const own = new Set(
      planQuestions(findQuestions(...["model-flops"]), seed).calls.flatMap(
        ({ export: name, args: [x, m] }) =>
          name === "modelFlops" ? write(x as Tensor, m as PReLULinear) : [],
      ),
    );
    const loose = (): Implementation => {
      const preluFlops = (x: Tensor) => 3 * countNonPositive(x);
      const modelFlops = (x: Tensor, m: PReLULinear) =>
        (own.has(write(x, m)) ? 1 : 1e9) * (2 * macs(x, m) + preluFlops(x));
      const boundBy = (x: Tensor, m: PReLULinear, { peakFlops, bandwidth }: Gpu) =>
        modelFlops(x, m) / bytesOf(4)(x.shape[0] ?? 0, m) >= peakFlops / bandwidth ? "compute" : "memory";
      return { preluFlops, modelFlops, modelBytes: bytesOf(4), boundBy };
    };
    const got = judge(["prelu", "model-flops", "model-bytes", "bound"], loose, seed);
    expect([got["model-flops"], got.bound]).toEqual(["1 graded", "0 pending_manual"]);
  });

  test("a PReLU so large that the linear layer vanishes beside it carries nothing", () => {
    const huge = (): Implementation => ({
      preluFlops: (x: Tensor) => 1e300 * x.data.length,
      modelFlops: (x: Tensor, m: PReLULinear) => 1e300 * x.data.length + 2 * macs(x, m),
    });
    expect(judge(["prelu", "model-flops"], huge, seed)["model-flops"]).toMatch(/^0 /);
  });

  test("what follows from an unlisted formula of the inputs is carried in full", () => {
    const flops = (x: Tensor, m: PReLULinear) => 6 * macs(x, m) + 3 * countNonPositive(x);
    const flopsOf = (b: number, m: PReLULinear) =>
      6 * b * m.inFeatures * m.outFeatures + 1.5 * b * m.inFeatures;
    const bytes = (b: number, m: PReLULinear) => bytesOf(4)(b, m) + 4 * (m.inFeatures + m.outFeatures + b);
    const honest = (): Implementation => ({
      preluFlops: countNonPositive,
      modelFlops: flops,
      modelBytes: bytes,
      optimalBatchSize: searchBatch(flopsOf, bytes),
    });
    const got = judge(["prelu", "model-flops", "model-bytes", "optimal-batch"], honest, seed);
    expect(got["model-flops"]).toMatch(/^0 /);
    expect(got["optimal-batch"]).toBe("1 graded");
  });

  test("what follows from counts that nothing explains is worth half, and goes to a person", () => {
    const scramble = (...numbers: number[]) => 1 + (numbers.reduce((a, b) => (a * 31 + b * 17) % 101, 7) % 5);
    const flops = (b: number, m: PReLULinear) =>
      2 * b * m.inFeatures * m.outFeatures * scramble(m.inFeatures, m.outFeatures);
    const bytes = (b: number, m: PReLULinear) => bytesOf(4 * scramble(m.outFeatures, m.inFeatures))(b, m);
    const made = (): Implementation => ({
      preluFlops: countNonPositive,
      modelFlops: (x: Tensor, m: PReLULinear) => flops(x.shape[0] ?? 0, m),
      modelBytes: bytes,
      optimalBatchSize: searchBatch(flops, bytes),
    });
    const got = judge(["prelu", "model-flops", "model-bytes", "optimal-batch"], made, seed);
    expect(got["optimal-batch"]).toBe("0.5 pending_manual");
  });

  test("an estimate that ignores the model carries nothing into the largest batch", () => {
    const empty = (): Implementation => ({
      adamMemory: (_: unknown, batchSize: number) => ({ total: batchSize }),
      maxBatchSize: (_: unknown, gpu: { readonly memory: number }) => gpu.memory,
    });
    expect(judge(["adam-peak", "max-batch"], empty, seed)["max-batch"]).toMatch(/^0 /);
  });

  test("an estimate so large that nothing ever fits carries half at most, however none is written", () => {
    const swallowing = (): Implementation => ({
      adamMemory: (m: { readonly params: number }, b: number) => ({
        total: 2 ** 18 * m.params + 2 ** 37 * b,
      }),
      maxBatchSize: (m: { readonly params: number }) => (m.params > 5e7 ? 0n : 0),
    });
    expect(judge(["adam-peak", "max-batch"], swallowing, seed)["max-batch"]).toMatch(/^0 /);
  });

  test("an estimate that is neither bytes of a number nor activations carries half of the largest batch", () => {
    const made = (): Implementation => ({
      adamMemory: ({ params }: FitModel, b: number) => ({ total: params + b }),
      maxBatchSize: ({ params }: FitModel, { memory }: { readonly memory: number }) =>
        Math.max(0, memory - params),
    });
    expect(judge(["adam-peak", "max-batch"], made, seed)["max-batch"]).toBe("0.5 pending_manual");
  });

  test("FLOP twenty times too many carry half, whether PReLU is answered or left out", () => {
    const flops = (b: number, m: PReLULinear) => 20 * b * m.inFeatures * m.outFeatures;
    const made = (): Implementation => ({
      modelFlops: (x: Tensor, m: PReLULinear) => flops(x.shape[0] ?? 0, m),
      modelBytes: bytesOf(4),
      optimalBatchSize: searchBatch(flops, bytesOf(4)),
    });
    const ids = ["prelu", "model-flops", "model-bytes", "optimal-batch"];
    const half = "0.5 pending_manual";
    expect(judge(ids, made, seed)["optimal-batch"]).toBe(half);
    expect(judge(ids, () => ({ ...made(), preluFlops: countNonPositive }), seed)["optimal-batch"]).toBe(half);
  });

  const isLater = ({ data: all }: Tensor): boolean => {
    const [a, b] = all;
    return all.every((v) => Math.abs(v) === 0.5) || (a === -1.25 && b === 2.5) || (a === 1.5 && b === -0.5);
  };

  test("a PReLU that its words explain, and that is another where it is built upon, carries nothing", () => {
    const preluFlops = (x: Tensor) => (isLater(x) ? 3e6 : 2) * x.data.length;
    const modelFlops = (x: Tensor, m: PReLULinear) => 2 * macs(x, m) + preluFlops(x);
    const elsewhere = (): Implementation => ({
      preluFlops,
      modelFlops,
      modelBytes: bytesOf(4),
      boundBy: (_x: Tensor, _m: PReLULinear, gpu: Gpu) =>
        gpu.peakFlops / gpu.bandwidth < 1e6 ? "compute" : "memory",
    });
    const explanations = { prelu: "PReLU is max(0, y) + a * min(0, y), so two operations for each entry." };
    const questions = findQuestions("prelu", "model-flops", "model-bytes", "bound");
    const verdicts = judgeImplementation(questions, elsewhere(), { seed, explanations });
    const points = verdicts.map((one) => (one.status === "not_graded" ? one.status : one.points));
    // Their FLOP earn nothing, and leave one word: half of the bound, and a person looks.
    expect(points).toEqual(["0.5", "0", "1", "0.5"]);
  });

  test("a peak that earns nothing carries no activations", () => {
    type Event = { readonly bytes: number; readonly category: string };
    const sum = (events: readonly Event[], is: (event: Event) => boolean) =>
      events.filter(is).reduce((all, { bytes }) => all + Math.abs(bytes), 0);
    const worthless = (): Implementation => ({
      forwardMemory: (events: readonly Event[]) => {
        const all = sum(events, () => true);
        const held = sum(events, ({ category }) => ["parameter", "input"].includes(category));
        return { peakBytes: all, activationBytes: all - held };
      },
    });
    expect(judge(["forward-profile"], worthless, seed)["forward-profile"]).toMatch(/^0 /);
  });

  test.each([
    ["gigabytes", 1e9, 1],
    ["gigabytes with a slip", 1e9, 2],
  ])("an estimate in %s is no number of bytes to divide a GPU's bytes by", (_, unit, samples) => {
    const total = ({ params, activationBytesPerSample }: FitModel, b: number) =>
      (16 * params + samples * b * activationBytesPerSample) / unit;
    const mixedUp = (): Implementation => ({
      adamMemory: (m: FitModel, b: number) => ({
        weights: (4 * m.params) / unit,
        gradients: (4 * m.params) / unit,
        moments: (8 * m.params) / unit,
        activations: (samples * b * m.activationBytesPerSample) / unit,
        total: total(m, b),
      }),
      maxBatchSize: (m: FitModel, gpu: { readonly memory: number }) => {
        const perSample = total(m, 2) - total(m, 1);
        return Math.max(0, Math.floor((gpu.memory - (total(m, 1) - perSample)) / perSample));
      },
    });
    expect(judge(["adam-peak", "max-batch"], mixedUp, seed)["max-batch"]).toMatch(/^0 /);
  });

  test("four bytes for each of a number of parameters that nothing explains earn half", () => {
    const silly = (): Implementation => ({
      modelMemory: ({ dims }: { readonly dims: readonly number[] }) => {
        const params = 9 * dims.reduce((sum, one) => sum + one, 0) ** 2;
        return { params, bytes: 4 * params };
      },
    });
    expect(judge(["parameters"], silly, seed).parameters).toBe("0.5 pending_manual");
  });

  const gpuBatch = (m: { readonly params: number }, gpu: { readonly memory: number }, rest: number) =>
    Math.max(0, gpu.memory - (m.params % rest));

  test.each([
    ["that its own question cannot read", { weights: "?" }, 1009],
    ["beside four right parts", undefined, Number.MAX_SAFE_INTEGER],
  ])("a total of nothing, %s, carries half of the largest batch", (_, parts, rest) => {
    const silly = (): Implementation => ({
      adamMemory: (m: { readonly params: number; readonly activationBytesPerSample: number }, b: number) => ({
        ...(parts ?? {
          weights: 4 * m.params,
          gradients: 4 * m.params,
          moments: 8 * m.params,
          activations: b * m.activationBytesPerSample,
        }),
        total: b + (m.params % rest),
      }),
      maxBatchSize: (m: { readonly params: number }, gpu: { readonly memory: number }) =>
        gpuBatch(m, gpu, rest),
    });
    expect(judge(["adam-peak", "max-batch"], silly, seed)["max-batch"]).toBe("0.5 pending_manual");
  });

  test("a PReLU that is not answered yet where it is judged carries half", () => {
    const own = new Set(
      planQuestions(findQuestions("prelu"), seed).calls.map(({ args: [x] }) => (x as Tensor).data.join()),
    );
    const late = (): Implementation => ({
      preluFlops: (x: Tensor) => {
        if (own.has(x.data.join())) throw new Error("preluFlops: not answered yet");
        return fake(x);
      },
      modelFlops: fakeFlops,
    });
    expect(judge(["prelu", "model-flops"], late, seed)["model-flops"]).not.toMatch(/^1 /);
  });
});

/** Everything else that could explain them is tried before they carry nothing: of the longest searches, one seed does. */
describe(`under seed ${seeds[0]}`, () => {
  const [seed = ""] = seeds;

  test("a curve that its words explain, and that is another where the chart asks for it, carries nothing", () => {
    const other = (): Implementation => ({
      modelFlops: (x: Tensor, m: PReLULinear) => macs(x, m),
      modelBytes: (_: number, m: PReLULinear) => m.inFeatures * m.outFeatures,
      intensityCurve: (sizes: readonly number[], m: PReLULinear) =>
        sizes.map((b) => (sizes.length === 2 ? m.inFeatures : b)),
      intensityPlot: (sizes: readonly number[]) => ({
        data: { values: sizes.map((b) => ({ b, ai: b })) },
        mark: "line",
        encoding: { x: { field: "b", title: "batch size" }, y: { field: "ai", title: "FLOP per byte" } },
      }),
    });
    const explanations = {
      "intensity-plot": "It grows in proportion to the batch since all samples share the weights.",
    };
    const questions = findQuestions("model-flops", "model-bytes", "intensity-plot");
    const plot = judgeImplementation(questions, other(), { seed, explanations }).at(-1);
    const parts = plot !== undefined && "parts" in plot ? plot.parts : [];
    expect(parts.map(({ id, points }) => [id, points])).toEqual([
      ["curve", "0.5"],
      ["plot", "0"],
    ]);
  });

  test("an estimate by own bytes per parameter that is another one for the largest batch carries nothing", () => {
    const own = new Set(
      planQuestions(findQuestions("adam-peak"), seed).calls.map(({ args }) => JSON.stringify(args)),
    );
    const branching = (): Implementation => ({
      modelMemory: (arch: ConvNeXtV2) => {
        const params = Number(countParameters(arch));
        return { params, bytes: 8 * params };
      },
      adamMemory: (m: FitModel, b: number) => {
        const weights = 8 * m.params;
        const parts = {
          weights,
          gradients: weights,
          moments: 2 * weights,
          activations: b * m.activationBytesPerSample,
        };
        const isOwn = own.has(JSON.stringify([m, b]));
        return { ...parts, total: isOwn ? 4 * weights + parts.activations : b + (m.params % 1009) };
      },
      maxBatchSize: (m: FitModel, gpu: { readonly memory: number }) => gpu.memory - (m.params % 1009),
    });
    const got = judge(["parameters", "adam-peak", "max-batch"], branching, seed);
    expect([got["adam-peak"], got["max-batch"]]).toEqual(["1 graded", expect.stringMatching(/^0 /)]);
  });
});
