/** Points only for what is known: of parameters and memory, an error carries forward only if it is the error that was judged. */
import { countParameters } from "../../../reference/convnextv2/parameters";
import type { ConvNeXtV2 } from "../../contract/value";
import { planQuestions } from "../../judge/plan";
import { type FitModel, judge, seeds } from "../../testing/attempts";
import { findQuestions } from "../../testing/find-questions";
import type { Implementation } from "../../testing/judge-implementation";

describe.each(seeds)("under seed %s", (seed) => {
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
});

/** Everything else that could explain them is tried before they carry nothing: of the longest searches, one seed does. */
describe(`under seed ${seeds[0]}`, () => {
  const [seed = ""] = seeds;

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
