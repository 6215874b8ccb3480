import { countParameters } from "../../../reference/convnextv2/parameters";
import type { ConvNeXtV2 } from "../../contract/value";
import { judgePartOf } from "../../testing/judge-implementation";
import { question } from "./question";

/** Code as students write it; deviations add up or multiply, whichever is better for them. */
describe("two deviations together", () => {
  const classifier = (arch: ConvNeXtV2) => BigInt((arch.dims.at(-1) ?? 0) + 1) * BigInt(arch.numClasses);
  const perBlock = (arch: ConvNeXtV2, times: bigint) =>
    arch.dims.reduce((sum, c, stage) => sum + times * BigInt(c * (arch.depths[stage] ?? 0)), 0n);
  const withoutGrn = (arch: ConvNeXtV2) => countParameters(arch) - perBlock(arch, 8n);
  const withoutHead = (arch: ConvNeXtV2) => countParameters(arch) - classifier(arch);
  const withoutBoth = (arch: ConvNeXtV2) => withoutGrn(arch) - classifier(arch);
  const inMillions = (count: (arch: ConvNeXtV2) => bigint) => (arch: ConvNeXtV2) =>
    Number((Number(count(arch)) / 1e6).toFixed(2));
  type Fields = (arch: ConvNeXtV2) => unknown;

  test.each<[string, "params" | "bytes", number, string, Fields]>([
    [
      "GRN forgotten, rounded, told",
      "params",
      0.75,
      "rounded to 0.01 M",
      (arch) => ({ params: inMillions(withoutGrn)(arch), bytes: 0 }),
    ],
    [
      "its bytes",
      "bytes",
      1,
      "rounded",
      (arch) => ({ params: inMillions(withoutGrn)(arch), bytes: 4e6 * inMillions(withoutGrn)(arch) }),
    ],
    [
      "GRN forgotten, rounded silently",
      "params",
      0.5625,
      "",
      (arch) => ({ params: inMillions(withoutGrn)(arch), bytes: 0 }),
    ],
    [
      "GRN and classifier forgotten",
      "params",
      0.375,
      "",
      (arch) => ({ params: withoutBoth(arch), bytes: 0 }),
    ],
    [
      "for 1000 classes, GRN forgotten",
      "params",
      0.375,
      "",
      (arch) => ({ params: withoutGrn({ ...arch, numClasses: 1000 }), bytes: 0 }),
    ],
    [
      "bytes in place, without the classifier",
      "bytes",
      0.5,
      "",
      (arch) => ({ bytes: 4n * withoutHead(arch) }),
    ],
    [
      "bytes in place, without GRN, in MiB",
      "bytes",
      0.75,
      "",
      (arch) => ({ bytes: Number(4n * withoutGrn(arch)) / 2 ** 20 }),
    ],
    [
      "bytes of an own count in half precision, in MB",
      "bytes",
      0.25,
      "",
      (arch) => ({ params: withoutHead(arch), bytes: Number(2n * withoutHead(arch)) / 1e6 }),
    ],
    [
      "bytes of an own count before it was rounded silently",
      "bytes",
      1,
      "",
      (arch) => ({
        params: Math.round(Number(withoutHead(arch)) / 1e6) * 1e6,
        bytes: 4n * withoutHead(arch),
      }),
    ],
    [
      "such a count, cut off",
      "params",
      0.375,
      "",
      (arch) => ({ params: Math.floor(Number(withoutHead(arch)) / 1e6) * 1e6, bytes: 0 }),
    ],
    [
      "bytes in GB with two decimals, in half precision",
      "bytes",
      0.1875,
      "",
      (arch) => ({ bytes: (Number(2n * countParameters(arch)) / 1e9).toFixed(2) }),
    ],
    [
      "bytes in MB with three digits, without GRN",
      "bytes",
      0.75,
      "",
      (arch) => ({ bytes: (Number(4n * withoutGrn(arch)) / 1e6).toPrecision(3) }),
    ],
    ["bits of a count without GRN", "bytes", 0.1875, "", (arch) => ({ bytes: 32n * withoutGrn(arch) })],
  ])("%s earn %s %d", (_, part, fair, explanation, modelMemory) => {
    const explanations = { parameters: explanation };
    const { points } = judgePartOf([question], { modelMemory }, { part, explanations });
    expect(Number(points)).toBeCloseTo(fair, 6);
  });
});
