/** How a student mends what could not be run, in their own lines. Pure. */
import type { SubmissionRecord } from "../contract/record";
import type { Sentences } from "../wording/sentences-shape";
import { cleanBlock, cleanLine } from "./foreign-text";
import { Sentence } from "./leaves";

export interface MendingView {
  readonly steps: readonly Sentence[];
  /** The file that the lines are of; null when no place is known. */
  readonly path: string | null;
  readonly lines: readonly LineView[];
}

export interface LineView {
  readonly number: number;
  readonly text: string;
  readonly isNamed: boolean;
}

/** Null for what was run. */
export function viewMending({ ungradable }: SubmissionRecord, { mending }: Sentences): MendingView | null {
  if (ungradable === undefined) return null;
  const { cause, says, excerpt } = ungradable;
  const named = says.code === "does-not-compile-at" ? says.line : undefined;
  return {
    steps: [...mending[cause], mending.last].map((text) => new Sentence(text)),
    path: excerpt === undefined ? null : cleanLine(excerpt.path),
    lines: (excerpt?.lines ?? []).map((text, at) => {
      const number = (excerpt?.from ?? 1) + at;
      return { number, text: cleanBlock(text), isNamed: number === named };
    }),
  };
}
