/** The distribution of totals as geometry for an SVG: templates place, they do not reckon. Pure. */
import type { Bin } from "./statistics";

const barWidth = 44;
const gap = 6;
const plotHeight = 120;
const topMargin = 18;
const bottomMargin = 36;

export interface HistogramView {
  readonly width: number;
  readonly height: number;
  readonly baseline: number;
  readonly axisY: number;
  readonly axisX: number;
  readonly axisTitle: string;
  /** The whole picture in words: "0–2: 1, 2–4: 0, …". */
  readonly description: string;
  readonly bars: readonly BarView[];
}

export interface BarView {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly centre: number;
  readonly countY: number;
  readonly count: number;
  readonly labelY: number;
  readonly label: string;
}

export function drawHistogram(bins: readonly Bin[], axisTitle: string): HistogramView {
  const most = Math.max(1, ...bins.map((bin) => bin.count));
  const baseline = topMargin + plotHeight;
  const width = bins.length * (barWidth + gap) + gap;
  return {
    width,
    height: baseline + bottomMargin,
    baseline,
    axisX: width / 2,
    axisY: baseline + bottomMargin - 4,
    axisTitle,
    description: bins.map((bin) => `${nameBin(bin)}: ${bin.count}`).join(", "),
    bars: bins.map((bin, index) =>
      drawBar(bin, index, Math.round((plotHeight * bin.count) / most), baseline),
    ),
  };
}

function drawBar(bin: Bin, index: number, height: number, baseline: number): BarView {
  const x = gap + index * (barWidth + gap);
  return {
    x,
    y: baseline - height,
    width: barWidth,
    height,
    centre: x + barWidth / 2,
    countY: baseline - height - 5,
    count: bin.count,
    labelY: baseline + 14,
    label: nameBin(bin),
  };
}

function nameBin({ from, to }: Bin): string {
  return `${from}–${to}`;
}
