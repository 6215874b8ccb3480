/** Jupyter notebooks of format 4: the part of them that is written here, and that is read from students. */

export interface Cell {
  /** Letters, digits, "-" and "_"; unique in the notebook. */
  readonly id: string;
  readonly kind: "markdown" | "code";
  readonly source: string;
  /** Absent where there are none. */
  readonly tags?: readonly string[];
  /** Whether it keeps a copy of its source, so that what a student writes into it can be told from that. */
  readonly isCopied?: true;
}

/** What Deno's kernel writes of itself. Other kernels for TypeScript run the same cells. */
const denoMetadata = {
  kernelspec: { display_name: "Deno", language: "typescript", name: "deno" },
  language_info: {
    codemirror_mode: "typescript",
    file_extension: ".ts",
    mimetype: "text/x.typescript",
    name: "typescript",
    nbconvert_exporter: "script",
    pygments_lexer: "typescript",
  },
} as const;

/** Text of a notebook with TypeScript cells that were never run. */
export function writeNotebook(cells: readonly Cell[]): string {
  const written = cells.map(({ id, kind, source, tags, isCopied }) => {
    const metadata = {
      ...(tags === undefined ? {} : { tags }),
      ...(isCopied === true ? { ridgepoint: { handedOut: splitLines(source) } } : {}),
    };
    const common = { cell_type: kind, id, metadata, source: splitLines(source) };
    return kind === "code" ? { ...common, execution_count: null, outputs: [] } : common;
  });
  const notebook = { cells: written, metadata: denoMetadata, nbformat: 4, nbformat_minor: 5 };
  return `${JSON.stringify(notebook, null, 1)}\n`;
}

/** Lines with their ends, as the format wants them. */
function splitLines(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Nobody writes more of them, and each is looked at several times. */
export const mostCells = 10_000;

/** What a notebook holds, or null when the text is none of format 4. */
export interface ReadNotebook {
  /** "typescript", "python"; null when it does not say. */
  readonly language: string | null;
  /** One more than it may have, where it has more. */
  readonly cells: readonly ReadCell[];
}

export interface ReadCell {
  /** "" where it has none. */
  readonly id: string;
  readonly kind: string;
  readonly source: string;
  readonly tags: readonly string[];
  /** What stood in it when it was handed out, where it says so. */
  readonly handedOut: string | null;
}

/** Nothing of it is believed: a student, or any program, wrote the file. */
export function readNotebook(text: string): ReadNotebook | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return null;
  }
  const cells = get(parsed, "cells");
  if (get(parsed, "nbformat") !== 4 || !Array.isArray(cells)) return null;
  const metadata = get(parsed, "metadata");
  const language =
    get(get(metadata, "language_info"), "name") ?? get(get(metadata, "kernelspec"), "language");
  // What there is besides is not even copied: a file of some megabytes may list millions.
  const first = cells.slice(0, mostCells + 1);
  return { language: typeof language === "string" ? language : null, cells: first.map(readCell) };
}

function readCell(cell: unknown): ReadCell {
  const [kind = ""] = listTexts(get(cell, "cell_type"));
  const source = listTexts(get(cell, "source")).join("");
  const metadata = get(cell, "metadata");
  const handedOut = listTexts(get(get(metadata, "ridgepoint"), "handedOut"));
  const [id = ""] = listTexts(get(cell, "id"));
  return {
    id,
    kind,
    source,
    tags: listTexts(get(metadata, "tags")),
    handedOut: handedOut.length === 0 ? null : handedOut.join(""),
  };
}

/** A text, or those in a list; whatever else stands there may be nested as deep as somebody likes. */
function listTexts(value: unknown): readonly string[] {
  return [value].flat().filter((one) => typeof one === "string");
}

function get(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key];
}
