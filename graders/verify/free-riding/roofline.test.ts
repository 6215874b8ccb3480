/** Points only for what is known: counts so chosen that curve, bound and optimum follow from anything. */
import type { PReLULinear, Tensor } from "../../contract/value";
import { bytesOf, countNonPositive, type Gpu, judge, macs, searchBatch, seeds } from "../../testing/attempts";
import type { Implementation } from "../../testing/judge-implementation";

describe.each(seeds)("under seed %s", (seed) => {
  test.each([
    ["without end", (sizes: readonly number[]) => sizes.map(() => 10n ** 399n)],
    ["nothing", (sizes: readonly number[]) => sizes.map(() => 0)],
  ])("a curve that is %s earns nothing, beside whatever bytes", (_, intensityCurve) => {
    const empty = (): Implementation => ({
      modelFlops: (x: Tensor, m: PReLULinear) => 2 * macs(x, m),
      modelBytes: (b: number, m: PReLULinear) => 1e6 * m.inFeatures * (m.outFeatures + 3 * b),
      intensityCurve,
    });
    expect(judge(["intensity-plot"], empty, seed)["intensity-plot"]).toMatch(/^0 /);
  });

  test("bytes so many that no batch is ever compute bound carry half at most", () => {
    const swallowing = (): Implementation => ({
      preluFlops: countNonPositive,
      modelFlops: (x: Tensor, m: PReLULinear) => 2 * macs(x, m) + countNonPositive(x),
      modelBytes: (b: number, m: PReLULinear) => 1 + 1000 * (b * m.inFeatures * m.outFeatures - 1),
      boundBy: (_: Tensor, m: PReLULinear) => (m.inFeatures === 1 ? "compute" : "memory"),
    });
    expect(judge(["prelu", "model-flops", "model-bytes", "bound"], swallowing, seed).bound).toMatch(
      /^0(?:\.5)? (?:graded|pending_manual)$/,
    );
  });

  test("the unfused curve a second time, beside nonsense for bytes, shows nothing of fusing", () => {
    const curve = (sizes: readonly number[], m: PReLULinear) =>
      sizes.map((b) => (b * (2 * m.inFeatures * m.outFeatures + m.inFeatures / 2)) / bytesOf(4)(b, m));
    const copied = (): Implementation => ({
      intensityCurve: curve,
      fusedIntensityCurve: curve,
      fusedModelBytes: (b: number) => b,
    });
    expect(judge(["intensity-plot", "fused"], copied, seed).fused).toMatch(/^0 /);
  });

  const ofUnfused =
    (modelBytes: (b: number, m: PReLULinear) => number, less: number) => (): Implementation => {
      const bytes = bytesOf(4);
      const flops = (b: number, m: PReLULinear) => b * (2 * m.inFeatures * m.outFeatures + m.inFeatures / 2);
      return {
        modelBytes,
        fusedModelBytes: (b: number, m: PReLULinear) => bytes(b, m) - less,
        fusedIntensityCurve: (sizes: readonly number[], m: PReLULinear) =>
          sizes.map((b) => flops(b, m) / bytes(b, m)),
        fusedOptimalBatchSize: searchBatch(flops, bytes),
      };
    };

  test.each([
    ["four bytes less", ofUnfused(bytesOf(4), 4)],
    ["beside a bias", ofUnfused((b, m) => bytesOf(4)(b, m) + 4 * m.outFeatures, 0)],
    ["beside no bytes at all", ofUnfused(() => 0, 0)],
  ])("the unfused model under the names of the fused one, %s, is not fused", (_, unfused) => {
    expect(Number(judge(["model-bytes", "fused"], unfused, seed).fused?.split(" ")[0])).toBeLessThanOrEqual(
      0.55,
    );
  });

  test("FLOP that triple with the signs of the input let no guess of the optimum follow", () => {
    const wide = (): Implementation => ({
      modelFlops: (x: Tensor, m: PReLULinear) => 2 * macs(x, m) + 4 * m.outFeatures * countNonPositive(x),
      optimalBatchSize: (m: PReLULinear, gpu: Gpu) => {
        const twice = (2 * gpu.peakFlops) / gpu.bandwidth;
        return twice > Math.min(m.inFeatures, m.outFeatures / 3) ? null : Math.max(1, Math.ceil(twice));
      },
    });
    expect(judge(["model-flops", "optimal-batch"], wide, seed)["optimal-batch"]).toMatch(/^0 /);
  });

  test.each([60, 10])(
    "FLOP %i times too many leave a few small numbers to guess: half, and a person",
    (times) => {
      const flops = (b: number, m: PReLULinear) =>
        b * (2 * times * m.inFeatures * m.outFeatures + m.inFeatures / 2);
      const inflated = (): Implementation => ({
        preluFlops: countNonPositive,
        modelFlops: (x: Tensor, m: PReLULinear) => 2 * times * macs(x, m) + countNonPositive(x),
        optimalBatchSize: searchBatch(flops, bytesOf(4)),
      });
      const got = judge(["prelu", "model-flops", "optimal-batch"], inflated, seed);
      expect(got["optimal-batch"]).toBe("0.5 pending_manual");
    },
  );

  test("FLOP or bytes that leave one word, or no optimum, for all that is drawn carry half, explained or not", () => {
    const least =
      (ridge: number, word: unknown, other: unknown) => (_x: unknown, model: unknown, gpu?: Gpu) => {
        const { peakFlops, bandwidth } = gpu ?? (model as Gpu);
        return peakFlops / bandwidth < ridge ? word : other;
      };
    const added = (): Implementation => ({
      modelFlops: (_: Tensor, m: PReLULinear) => m.inFeatures + m.outFeatures,
      boundBy: least(0.04, "compute", "memory"),
    });
    expect(judge(["model-flops", "bound"], added, seed).bound).toBe("0.5 pending_manual");
    const tiny = (): Implementation => ({
      modelFlops: (x: Tensor, m: PReLULinear) => macs(x, m) / 4,
      modelBytes: (b: number, m: PReLULinear) => 5 * bytesOf(4)(b, m) - 20,
      optimalBatchSize: least(0.2, 64, null),
    });
    const got = judge(["model-flops", "model-bytes", "optimal-batch"], tiny, seed)["optimal-batch"];
    expect(got).toMatch(/^0(?:\.5)? /);
  });

  test("FLOP and bytes with one quotient for every model carry half: a threshold on the ridge is a guess", () => {
    const alike = (): Implementation => ({
      modelFlops: (x: Tensor, m: PReLULinear) => 2 * (x.shape[0] ?? 0) * (m.inFeatures + m.outFeatures),
      modelBytes: (b: number, m: PReLULinear) => 4 * b * (m.inFeatures + m.outFeatures),
      boundBy: (_x: Tensor, _m: PReLULinear, { peakFlops, bandwidth }: Gpu) =>
        peakFlops / bandwidth < 0.5 ? "compute" : "memory",
      optimalBatchSize: (_: PReLULinear, { peakFlops, bandwidth }: Gpu) =>
        peakFlops / bandwidth <= 0.5 ? 1 : null,
    });
    const got = judge(["model-flops", "model-bytes", "bound", "optimal-batch"], alike, seed);
    expect([got.bound, got["optimal-batch"]]).toEqual([
      expect.stringMatching(/^0(?:\.5)? /),
      expect.stringMatching(/^0(?:\.5)? /),
    ]);
  });

  test.each<[string, (b: number, m: PReLULinear) => number]>([
    ["grows", (b, m) => 1e9 * b * m.inFeatures],
    ["is level", (_, m) => 100 * m.inFeatures],
    ["falls", (b, m) => (1e3 * m.outFeatures) / b],
  ])("a curve that %s and is nowhere near an intensity earns nothing", (_, at) => {
    const shaped = (): Implementation => ({
      intensityCurve: (sizes: readonly number[], m: PReLULinear) => sizes.map((b) => at(b, m)),
    });
    expect(judge(["intensity-plot"], shaped, seed)["intensity-plot"]).toMatch(/^0 /);
  });

  test("fixed inputs looked up and one number for all others are no bound", () => {
    const ladders = ["8x30x10", "8x32x24", "20x12x16"];
    const fixed = ["1x64x32", "64x64x32", "64x256x256", "3x5x7", "1x1x1", ...ladders];
    const looked = (x: Tensor, m: PReLULinear, { peakFlops, bandwidth }: Gpu): string => {
      const [b = 0] = x.shape;
      const flops = 2 * macs(x, m) + countNonPositive(x);
      const isFixed = fixed.includes(`${b}x${m.inFeatures}x${m.outFeatures}`);
      return peakFlops / bandwidth <= (isFixed ? flops / bytesOf(4)(b, m) : 1.5) ? "compute" : "memory";
    };
    expect(judge(["bound"], () => ({ boundBy: looked }), seed).bound).toMatch(/^0 /);
  });

  test("bytes in MB are no excuse for a constant word", () => {
    const mega = (): Implementation => ({
      modelFlops: (x: Tensor, m: PReLULinear) => 2 * macs(x, m) + countNonPositive(x),
      modelBytes: (b: number, m: PReLULinear) => bytesOf(4)(b, m) / 1e6,
      boundBy: (_x: Tensor, _m: PReLULinear, gpu: Gpu) => (gpu.peakFlops > 1e18 ? "memory" : "compute"),
    });
    expect(judge(["model-flops", "model-bytes", "bound"], mega, seed).bound).toMatch(/^0 /);
  });
});

describe("what is not known is not paid for: words for devices, two constants", () => {
  const curve = (sizes: readonly number[], m: PReLULinear) =>
    sizes.map((b) => (b * (2 * m.inFeatures * m.outFeatures + m.inFeatures / 2)) / bytesOf(4)(b, m));
  const right = { x: { title: "batch size" }, y: { title: "FLOP per byte" } };
  const draw =
    (chart: { x?: object; y?: object; mark?: object; color?: object; more?: (b: number) => object }) =>
    (sizes: readonly number[], m: PReLULinear) => ({
      data: {
        values: curve(sizes, m).flatMap((ai, at) => {
          const b = sizes[at] ?? 0;
          return [{ b, ai, line: "own" }, ...(chart.more === undefined ? [] : [chart.more(b)])];
        }),
      },
      mark: { type: "line", ...chart.mark },
      encoding: {
        x: { field: "b", type: "quantitative", ...right.x, ...chart.x },
        y: { field: "ai", type: "quantitative", ...right.y, ...chart.y },
        ...chart.color,
      },
    });

  const byLine = { color: { field: "line", type: "nominal" } };
  const besideIt = (b: number) => ({ b: b + 1e-9, ai: 0.01 * (1 + (b % 4)), line: "other" });

  test.each<[string, string, Parameters<typeof draw>[0]]>([
    ["a chart as it should be", "2", {}],
    ["a chart in white", "1", { mark: { color: "white" } }],
    ["a chart of gaps", "1", { mark: { strokeDash: [0, 900] } }],
    ["a frame beside the curve", "1", { x: { scale: { domain: [1e6, 2e6] } } }],
    ["a scale on which all is one", "1", { y: { scale: { type: "pow", exponent: 0 } } }],
    ["a zigzag between the points", "1", { more: (b) => ({ b: b * 1.01, ai: 1e6 }) }],
    ["a lower line a hair's breadth beside", "1", { more: besideIt, color: byLine }],
    ["intensities as names", "1.75", { y: { type: "nominal" } }],
    ["titles of no word", "1.75", { x: { title: "0" }, y: { title: "0" } }],
    ["titles swapped", "1.75", { x: right.y, y: right.x }],
  ])("%s: %s of 2", (_, points, chart) => {
    const plotting = (): Implementation => ({ intensityCurve: curve, intensityPlot: draw(chart) });
    const got = judge(["intensity-plot"], plotting, "one")["intensity-plot"];
    expect(got).toMatch(new RegExp(`^${points} `));
  });

  test.each(seeds)("a curve that has nothing but a shape carries half of its drawing: seed %s", (seed) => {
    const shaped = (sizes: readonly number[], m: PReLULinear) =>
      sizes.map((b) => b * (0.4 + m.outFeatures / 1000));
    const chart = (sizes: readonly number[], m: PReLULinear) => ({
      data: { values: shaped(sizes, m).map((ai, at) => ({ b: sizes[at] ?? 0, ai })) },
      mark: "line",
      encoding: {
        x: { field: "b", type: "quantitative", ...right.x },
        y: { field: "ai", type: "quantitative", ...right.y },
      },
    });
    const got = judge(["intensity-plot"], () => ({ intensityCurve: shaped, intensityPlot: chart }), seed);
    expect(got["intensity-plot"]).toBe("0.75 pending_manual");
  });

  test.each(seeds)("FLOP over whatever bytes are no sign of fusing: seed %s", (seed) => {
    const flops = (b: number, m: PReLULinear) => b * (2 * m.inFeatures * m.outFeatures + m.inFeatures / 2);
    const invented = (): Implementation => ({
      preluFlops: countNonPositive,
      modelFlops: (x: Tensor, m: PReLULinear) => 2 * macs(x, m) + countNonPositive(x),
      modelBytes: bytesOf(4),
      fusedModelBytes: (b: number, m: PReLULinear) => flops(b, m) / (m.inFeatures + b),
      fusedIntensityCurve: (sizes: readonly number[], m: PReLULinear) => sizes.map((b) => m.inFeatures + b),
    });
    const got = judge(["prelu", "model-flops", "model-bytes", "fused"], invented, seed);
    expect(Number(got.fused?.split(" ")[0])).toBeLessThanOrEqual(0.4);
  });

  test.each(seeds)('"compute" for every device but an absurd one earns nothing: seed %s', (seed) => {
    const word = (_x: unknown, _m: unknown, { peakFlops }: Gpu) => (peakFlops > 1e18 ? "memory" : "compute");
    const got = judge(["bound", "fused"], () => ({ boundBy: word, fusedBoundBy: word }), seed);
    expect([got.bound, got.fused]).toEqual([expect.stringMatching(/^0 /), expect.stringMatching(/^0 /)]);
  });

  test.each(seeds)("two constants and null are no search: seed %s", (seed) => {
    const least = (_: unknown, { peakFlops, bandwidth }: Gpu) =>
      peakFlops / bandwidth <= 0.1 ? 1 : peakFlops / bandwidth === 0.5 ? 2 : null;
    const answers = () => ({ optimalBatchSize: least, fusedOptimalBatchSize: least });
    const got = judge(["optimal-batch", "fused"], answers, seed);
    expect([got["optimal-batch"], got.fused]).toEqual([
      expect.stringMatching(/^0 /),
      expect.stringMatching(/^0 /),
    ]);
  });
});
