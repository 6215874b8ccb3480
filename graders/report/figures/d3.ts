/** Scales and shapes: the one doorway to d3. */
import { scaleLinear, scaleLog } from "d3-scale";
import { area, line } from "d3-shape";

/** From a domain to a range, with round values of the domain to mark. */
export interface Scale {
  place(value: number): number;
  readonly ticks: readonly number[];
}

export type Interval = readonly [from: number, to: number];

/** From the least to the most of some numbers. */
export function findExtent(values: readonly number[]): Interval {
  return values.reduce<Interval>(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
}

/** @param count of ticks, about */
export function makeLinearScale(domain: Interval, range: Interval, count: number): Scale {
  const scale = scaleLinear().domain(domain).range(range);
  return { place: (value) => round(scale(value)), ticks: scale.ticks(count) };
}

/** @param domain above zero; the ticks are powers of ten */
export function makeLogScale(domain: Interval, range: Interval): Scale {
  const scale = scaleLog().domain(domain).range(range);
  const [from, to] = domain.map(Math.log10) as [number, number];
  const first = Math.ceil(from - slack);
  const count = Math.floor(to + slack) - first + 1;
  const ticks = Array.from({ length: Math.max(0, count) }, (_, at) => 10 ** (first + at));
  return { place: (value) => round(scale(value)), ticks };
}

/** What a logarithm loses. */
const slack = 1e-9;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Between two levels at one place. */
export interface Band {
  readonly x: number;
  readonly low: number;
  readonly high: number;
}

/** Path through points. */
export function traceLine(points: readonly Point[]): string {
  const trace = line<Point>(
    ({ x }) => x,
    ({ y }) => y,
  );
  return trace([...points]) ?? "";
}

/** Path around bands. */
export function traceArea(bands: readonly Band[]): string {
  const trace = area<Band>(
    ({ x }) => x,
    ({ low }) => low,
    ({ high }) => high,
  );
  return trace([...bands]) ?? "";
}

/** A tenth of a unit of the drawing is finer than a screen shows. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
