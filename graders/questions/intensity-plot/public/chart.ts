/** What a chart spec says, by its names in Vega-Lite, and what is judged of it. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Whether a reader can tell what is drawn: titled, a title left out, or titles, numbers or a scale that mislead. */
export type Legibility = "titled" | "untitled" | "unclear";

/** What a plot shows. A series is one line, or the points of one colour. */
export interface Plot {
  readonly series: readonly (readonly Point[])[];
  /** With the batch size across as asked, or with axes swapped: the titles must be those of what is drawn. */
  readonly axes: Readonly<Record<"across" | "swapped", Legibility>>;
}

/** How something looks. */
export type Looks = Readonly<Record<string, unknown>>;
export type Axis = "x" | "y";
export type Row = Readonly<Record<string, number | string | boolean | null>>;

type Text = string | readonly string[];

export interface Scale {
  readonly type?: string;
  readonly exponent?: number;
  readonly constant?: number;
  readonly domain?: readonly (number | string)[];
  readonly domainMin?: number;
  readonly domainMax?: number;
}

export interface Channel {
  readonly field?: string;
  readonly type?: string;
  readonly title?: Text | null;
  readonly axis?: ({ readonly title?: Text | null } & Looks) | null;
  readonly scale?: Scale;
  readonly sort?: unknown;
}

/** A field that splits the points into lines, or one look for all. */
interface Splitter {
  readonly field?: string;
  readonly value?: unknown;
}

export interface Encoding {
  readonly x?: Channel | null;
  readonly y?: Channel | null;
  readonly color?: Splitter;
  readonly shape?: Splitter;
  readonly strokeDash?: Splitter;
  readonly detail?: Splitter;
  readonly size?: Splitter;
  readonly opacity?: Splitter;
}

export type Mark = string | ({ readonly type: string } & Looks);

export interface Unit {
  readonly mark?: Mark;
  readonly data?: { readonly values: readonly Row[] };
  readonly encoding?: Encoding;
  readonly view?: Looks;
}

export interface PlotSpec extends Unit {
  readonly layer?: readonly Unit[];
  readonly background?: unknown;
  readonly config?: Looks;
  readonly width?: unknown;
  readonly height?: unknown;
}
