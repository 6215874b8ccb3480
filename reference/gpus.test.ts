import { fractionToNumber } from "./fraction";
import type { GpuKey } from "./gpus";
import { gpus } from "./gpus";
import { ridgePoint } from "./roofline";

describe("gpus", () => {
  const ridges: [GpuKey, string][] = [
    ["t4", "25.3"],
    ["p100", "12.7"],
    ["v100", "17.4"],
    ["rtx2080Ti", "21.8"],
    ["rtx3060", "35.4"],
    ["rtx3070", "45.3"],
    ["rtx3090", "38.0"],
    ["rtx4090", "81.9"],
    ["a100At40GB", "12.5"],
    ["a100Sxm80", "9.6"],
    ["a100Pcie80", "10.1"],
    ["h100Sxm", "20.0"],
    ["l4", "101.0"],
  ];

  test.each(ridges)("%s has its ridge at %s FLOP per byte", (key, ridge) => {
    expect(fractionToNumber(ridgePoint(gpus[key])).toFixed(1)).toBe(ridge);
  });

  test("every GPU has its ridge checked", () => {
    expect(ridges.map(([key]) => key).sort()).toEqual(Object.keys(gpus).sort());
  });

  // Cores and boost clock in MHz; a fused multiply-add is 2 FLOP.
  test.each([
    ["t4", 2560, 1590],
    ["p100", 3584, 1303],
    ["v100", 5120, 1530],
    ["rtx2080Ti", 4352, 1545],
    ["rtx3060", 3584, 1777],
    ["rtx3070", 5888, 1725],
    ["rtx3090", 10_496, 1695],
    ["rtx4090", 16_384, 2520],
    ["l4", 7424, 2040],
    ["a100At40GB", 6912, 1410],
    ["a100Sxm80", 6912, 1410],
    ["a100Pcie80", 6912, 1410],
    ["h100Sxm", 16_896, 1980],
  ] as const)("%s: the peak is 2 FLOP per core and cycle, rounded", (key, cores, megahertz) => {
    const peakFlops = 2 * cores * megahertz * 1e6;
    expect(Math.abs(gpus[key].peakFlops / peakFlops - 1)).toBeLessThan(0.006);
  });

  test("the driver never offers more than the label says", () => {
    for (const { memory, nominalMemory } of Object.values(gpus)) {
      expect(memory).toBeLessThanOrEqual(nominalMemory);
      expect(memory).toBeGreaterThan(0.93 * nominalMemory);
    }
  });

  test("figures are whole numbers and names are unique", () => {
    const known = Object.values(gpus);
    expect(
      known.every((gpu) => Number.isSafeInteger(gpu.peakFlops) && Number.isSafeInteger(gpu.bandwidth)),
    ).toBe(true);
    expect(new Set(known.map(({ name }) => name)).size).toBe(known.length);
  });
});
