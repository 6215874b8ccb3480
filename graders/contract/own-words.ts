/** A text without what was copied from another: the question's own words are no explanation of an answer. */

export type RemoveCopied = (text: string) => string;

/** Texts that may have been copied from. */
export interface Copyable {
  readonly sources: readonly string[];
  /** Words in a row that nobody writes again by chance. */
  readonly run: number;
}

/** @param copyable read once for all texts */
export function makeCopyRemover(...copyable: readonly Copyable[]): RemoveCopied {
  const known = copyable.map(({ sources, run }) => ({
    run,
    runs: new Set(sources.flatMap((source) => listRuns(split(source), run))),
  }));
  return (text) => {
    const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => word);
    const spelled = words.map((word) => word.toLowerCase());
    const copied = new Set(known.flatMap(({ run, runs }) => listCopied(spelled, run, runs)));
    return copied.size === 0 ? text : words.filter((_, at) => !copied.has(at)).join(" ");
  };
}

/** Places of words that stand in a run which is known. */
function listCopied(words: readonly string[], run: number, runs: ReadonlySet<string>): readonly number[] {
  return words.flatMap((_, at) =>
    at + run <= words.length && runs.has(words.slice(at, at + run).join(" "))
      ? Array.from({ length: run }, (_, next) => at + next)
      : [],
  );
}

function split(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function listRuns(words: readonly string[], run: number): readonly string[] {
  return words
    .slice(0, Math.max(0, words.length - run + 1))
    .map((_, at) => words.slice(at, at + run).join(" "));
}
