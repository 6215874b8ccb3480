import fc from "fast-check";
import { drawHistogram } from "./histogram";
import { countTotals, formatMean, formatMedian } from "./statistics";

describe("mean and median", () => {
  test.each([
    [[], null, null],
    [["6"], "6.00", "6.00"],
    [["0", "22"], "11.00", "11.00"],
    [["1", "2", "10"], "4.33", "2.00"],
    [["10", "9", "2"], "7.00", "9.00"],
    [["0.25", "0.5"], "0.38", "0.38"],
  ])("of %j are %s and %s", (totals, mean, median) => {
    expect(formatMean(totals)).toBe(mean);
    expect(formatMedian(totals)).toBe(median);
  });
});

describe("countTotals", () => {
  test("makes eleven bins of two for 22 points; an edge counts above it, full marks in the last bin", () => {
    const bins = countTotals(["0", "1.9999", "2", "20", "22"], "22");
    expect(bins.map((bin) => bin.count)).toEqual([2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 2]);
    expect(bins[0]).toEqual({ from: 0, to: 2, count: 2 });
    expect(bins.at(-1)).toEqual({ from: 20, to: 22, count: 2 });
  });

  test("counts everybody once, in at most twelve bins up to the maximum", () => {
    const max = fc.integer({ min: 1, max: 2000 });
    fc.assert(
      fc.property(max, fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (maxPoints, shares) => {
        const bins = countTotals(
          shares.map((share) => (share * maxPoints).toFixed(2)),
          String(maxPoints),
        );
        expect(bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(shares.length);
        expect(bins.length).toBeLessThanOrEqual(12);
        expect(bins.at(-1)?.to).toBe(maxPoints);
      }),
    );
  });

  test("survives an assignment without points", () => {
    expect(countTotals(["0"], "0").reduce((sum, bin) => sum + bin.count, 0)).toBe(1);
  });
});

describe("drawHistogram", () => {
  const bins = [
    { from: 0, to: 2, count: 1 },
    { from: 2, to: 4, count: 4 },
  ];

  test("says the picture in words", () => {
    expect(drawHistogram(bins, "points").description).toBe("0–2: 1, 2–4: 4");
  });

  test("draws bars as high as their counts, standing on the line and inside the frame", () => {
    const { bars, baseline, width, height } = drawHistogram(bins, "points");
    const [low, high] = bars;
    expect((high?.height ?? 0) / (low?.height ?? 1)).toBe(4);
    for (const bar of bars) {
      expect(bar.y + bar.height).toBe(baseline);
      expect(bar.countY).toBeGreaterThan(0);
      expect(bar.x + bar.width).toBeLessThan(width);
      expect(bar.labelY).toBeLessThan(height);
    }
  });

  test("draws an empty class as an empty line", () => {
    expect(drawHistogram([{ from: 0, to: 1, count: 0 }], "points").bars[0]?.height).toBe(0);
  });
});
