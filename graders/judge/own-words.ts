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
  const isWholeSentence = knowSentences(copyable.flatMap(({ sources }) => sources));
  const isReordered = knowVocabularies(copyable);
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
      known
        .flatMap(({ run, runs }) => listCopied(spelled, run, runs))
        .map((place) => telling[place]?.at ?? 0),
    );
    addScraps(copied, listPlaces(text), { folded: words.map(foldNames), isWholeSentence });
    const isOwn = (_: string, at: number): boolean => !copied.has(at) && folded[at] !== folded[at - 1];
    const isWhole = copied.size === 0 && show(text).length < longestShown;
    return isWhole ? text.slice(0, longestRead) : words.filter(isOwn).join(" ");
  }
}

/** Whether all words of a longer text stand in one of those that may be in another order. */
function knowVocabularies(copyable: readonly Copyable[]): (own: string) => boolean {
  const vocabularies = copyable.flatMap(({ sources, inAnyOrder }) =>
    inAnyOrder === true ? sources.map((source) => new Set(split(source).map(fold))) : [],
  );
  return (own) => {
    const spelled = new Set(listTelling(split(own).map(fold)).map(({ word }) => word));
    return (
      spelled.size >= fewestReordered &&
      vocabularies.some((known) => [...spelled].every((word) => known.has(word)))
    );
  };
}

interface Sentences {
  readonly folded: readonly string[];
  readonly isWholeSentence: (words: readonly string[]) => boolean;
}

/** @param copied places of words that stand in runs that are known; the others are added */
function addScraps(
  copied: Set<number>,
  sentences: readonly (readonly number[])[],
  { folded, isWholeSentence }: Sentences,
): void {
  const list = (places: readonly number[]): readonly string[] => places.map((at) => folded[at] ?? "");
  const take = (isTaken: (places: readonly number[]) => boolean): void => {
    for (const places of sentences.filter(isTaken)) for (const at of places) copied.add(at);
  };
  // What is left of a sentence that was copied is no other one.
  take(
    (places) =>
      2 * places.filter((at) => copied.has(at)).length >= places.length || isWholeSentence(list(places)),
  );
  // Nor are the scraps of a page: beside what was copied, only whole sentences are anybody's own.
  if (2 * copied.size > folded.length)
    take((places) => places.some((at) => copied.has(at)) || listTelling(list(places)).length < fewestBeside);
}

/** Words of a sentence beside what was copied. */
const fewestBeside = 5;

/** Of the words of each sentence, in their order. */
function listPlaces(text: string): readonly (readonly number[])[] {
  let next = 0;
  return cutSentences(show(text)).map((sentence) => {
    const first = next;
    next += splitShown(sentence).length;
    return Array.from({ length: next - first }, (_, at) => first + at);
  });
}

const calculates = /[=≈⇒]/;

/** Words with their places; numbers, names of code, and words said twice, part no run of words. */
function listTelling(words: readonly string[]): readonly { readonly word: string; readonly at: number }[] {
  return words
    .map((word, at) => ({ word, at }))
    .filter(({ word, at }) => word !== "" && !/^\p{N}/u.test(word) && word !== words[at - 1]);
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
const show = (text: string): string =>
  normalise(text.slice(0, longestRead).replace(blank, " "), "NFKC").slice(0, longestShown);
/** As a page's source has them between words. */
const blank = /&(?:nbsp|ensp|emsp|thinsp|#160|#xa0);/giu;

/** Words and numbers, as they are written; what cannot be seen, and hyphens in a word, do not part them. */
function split(text: string): readonly string[] {
  return splitShown(show(text));
}

function splitShown(shownText: string): readonly string[] {
  const shown = shownText.replace(/\p{Cf}|(?<=\p{L})[-‐‑](?=\p{L})/gu, "");
  return shown.match(/\p{L}[\p{L}\p{M}\p{N}]*|\p{N}+/gu) ?? [];
}

const cutSentences = (text: string): readonly string[] => text.split(/[\r\n|]+|(?<=[.!?:;…])\s+/);
/** Where something is filled in. */
const places = /\{\w{1,40}\}/g;

/** Fewer words are anybody's; more of them are found as runs. */
const whole = { fewest: 3, most: 12 } as const;
/** Words that may stand beside a known sentence without making it one's own: "Task 5", an id, "1 point". */
const mostBeside = 3;

/** Whether all words of a sentence but a few stand in sentences that are known, however short. */
function knowSentences(sources: readonly string[]): (words: readonly string[]) => boolean {
  const all = new Set(
    sources
      .flatMap((source) => cutSentences(show(source)))
      .flatMap((sentence) => [...sentence.split(places), sentence.replace(places, " ")])
      .map((sentence) => listTelling(splitShown(sentence).map(foldNames)).map(({ word }) => word))
      .filter(({ length }) => length >= whole.fewest && length <= whole.most)
      .map((words) => words.join(" ")),
  );
  return (words) => {
    const spelled = listTelling(words).map(({ word }) => word);
    if (spelled.length > whole.most + mostBeside) return false;
    let best = 0;
    for (let from = 0; from < spelled.length; from++)
      for (let to = Math.min(spelled.length, from + whole.most); to - from > best; to--)
        if (all.has(spelled.slice(from, to).join(" "))) best = to - from;
    return best >= whole.fewest && spelled.length - best <= mostBeside && spelled.length < 2 * best;
  };
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

/** What a page fills in is mostly a name of the code, which is no word of a sentence. */
const foldNames = (word: string): string => (/^\p{Ll}+\p{Lu}/u.test(word) ? "" : fold(word));

function listRuns(words: readonly string[], run: number): readonly string[] {
  return words
    .slice(0, Math.max(0, words.length - run + 1))
    .map((_, at) => words.slice(at, at + run).join(" "));
}
