/** A text without what was copied from another: the question's own words are no explanation of an answer. */
import { normalise } from "../contract/normalise";

export interface CopyRemover {
  /** Without what stands in a row elsewhere. */
  removeRuns(text: string): string;
  /** The same, and nothing where all that is left are a question's own words in another order. */
  removeCopied(text: string): string;
}

/** Texts that may have been copied from. */
export interface Copyable {
  readonly sources: readonly string[];
  /** Words in a row that nobody writes again by chance. */
  readonly run: number;
  /** Where all words of a longer text stand in one of them, it is that one in another order. */
  readonly inAnyOrder?: true;
}

/** Fewer different words are a remark, and may be anybody's. */
const fewestReordered = 6;

/** @param copyable read once for all texts */
export function makeCopyRemover(...copyable: readonly Copyable[]): CopyRemover {
  const known = copyable.map(({ sources, run }) => ({
    run,
    runs: new Set(
      sources.flatMap((source) =>
        listRuns(
          listTelling(split(source).map(fold)).map(({ word }) => word),
          run,
        ),
      ),
    ),
  }));
  const vocabularies = copyable.flatMap(({ sources, inAnyOrder }) =>
    inAnyOrder === true ? sources.map((source) => new Set(split(source).map(fold))) : [],
  );
  const isReordered = (own: string): boolean => {
    const spelled = new Set(listTelling(split(own).map(fold)).map(({ word }) => word));
    return (
      spelled.size >= fewestReordered &&
      vocabularies.some((known) => [...spelled].every((word) => known.has(word)))
    );
  };
  return {
    removeRuns,
    removeCopied: (text) => {
      const own = removeRuns(text);
      // What is calculated has few words, and its letters are the question's.
      return calculates.test(text) || !isReordered(own) ? own : "";
    },
  };

  function removeRuns(text: string): string {
    const words = split(text);
    const folded = words.map(fold);
    const telling = listTelling(folded);
    const spelled = telling.map(({ word }) => word);
    const copied = new Set(
      known.flatMap(({ run, runs }) => listCopied(spelled, run, runs)).map((place) => telling[place]?.at),
    );
    const isOwn = (_: string, at: number): boolean => !copied.has(at) && folded[at] !== folded[at - 1];
    const isWhole = copied.size === 0 && show(text).length < longestShown;
    return isWhole ? text.slice(0, longestRead) : words.filter(isOwn).join(" ");
  }
}

const calculates = /[=≈⇒]/;

/** Words with their places; numbers, and words said twice, part no run of words. */
function listTelling(words: readonly string[]): readonly { readonly word: string; readonly at: number }[] {
  return words
    .map((word, at) => ({ word, at }))
    .filter(({ word, at }) => !/^\p{N}/u.test(word) && word !== words[at - 1]);
}

/** Places of words that stand in a run which is known. */
function listCopied(words: readonly string[], run: number, runs: ReadonlySet<string>): readonly number[] {
  return words.flatMap((_, at) =>
    at + run <= words.length && runs.has(words.slice(at, at + run).join(" "))
      ? Array.from({ length: run }, (_, next) => at + next)
      : [],
  );
}

/** Cut first, and again: one character may become eighteen. */
const show = (text: string): string => normalise(text.slice(0, longestRead), "NFKC").slice(0, longestShown);

/** Words and numbers, as they are written; what cannot be seen, and hyphens in a word, do not part them. */
function split(text: string): readonly string[] {
  const shown = show(text).replace(/\p{Cf}|(?<=\p{L})[-‐‑](?=\p{L})/gu, "");
  return shown.match(/\p{L}[\p{L}\p{M}\p{N}]*|\p{N}+/gu) ?? [];
}

/** As much as a student's text may be long. */
const longestRead = 65_536;
/** Of it, as it shows. */
const longestShown = 2 * longestRead;

/** Letters of other scripts that look like Latin ones. */
const latin = new Map([..."аеорсухіјѕԁһνοιαρτκ"].map((one, at) => [one, "aeopcyxijsdhvoiaptk"[at] ?? one]));

/** Most words of the texts that are known beforehand are plain already. */
const isPlain = (word: string): boolean => /^[\x21-\x7e]*$/.test(word);

function fold(word: string): string {
  if (isPlain(word)) return word.toLowerCase();
  const plain = normalise(word.toLowerCase(), "NFD").replace(/\p{M}/gu, "");
  return [...plain].map((one) => latin.get(one) ?? one).join("");
}

function listRuns(words: readonly string[], run: number): readonly string[] {
  return words
    .slice(0, Math.max(0, words.length - run + 1))
    .map((_, at) => words.slice(at, at + run).join(" "));
}
