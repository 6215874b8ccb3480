/** Which works read alike though names, texts, formatting and the order of functions differ; the one doorway to dolos. */
import type { Work } from "./class-work";
import type { Token } from "./tokens";

export interface SimilarPair {
  readonly left: SimilarSide;
  readonly right: SimilarSide;
  /** Of the fingerprints of both, those that stand in both: 0 to 1. */
  readonly share: number;
  /** Tokens of the longest run that stands in both. */
  readonly longest: number;
}

export interface SimilarSide {
  readonly id: string;
  /** Lines that stand in the other one as well, from 0. */
  readonly lines: ReadonlySet<number>;
}

export interface SimilarRequest {
  readonly works: readonly Work[];
  /** Tokens of what everybody was given: never counted. */
  readonly given: readonly (readonly Token[])[];
  readonly mostPairs: number;
}

/** It comes as an ES module only; a real import() is how CommonJS loads one. */
const loadDolos = () => import("@dodona/dolos-core");
type Dolos = Awaited<ReturnType<typeof loadDolos>>;
type TokenizedFile = InstanceType<Dolos["TokenizedFile"]>;
type Pair = InstanceType<Dolos["Pair"]>;

/** Tokens of one fingerprint; of so many in a row one is kept. */
const run = { tokens: 20, window: 8 } as const;
/** Pairs of places grow with the square: of what stands in one work more often than this, the rest is left out. */
const mostRepeats = 3;
/** What stands in more works than these is how everybody writes it. */
const commonShare = 0.1;
const fewestCommon = 4;
const leastShare = 0.25;

/** The most alike first; nothing below a quarter. */
export async function findSimilar({
  works,
  given,
  mostPairs,
}: SimilarRequest): Promise<readonly SimilarPair[]> {
  const { File, FingerprintIndex, Region, TokenizedFile } = await loadDolos();
  const tokenize = (id: string, all: readonly Token[]): TokenizedFile => {
    const tokens = dropRepeats(all);
    const places = tokens.map(({ start, end }) => new Region(start.line, start.column, end.line, end.column));
    return new TokenizedFile(
      new File(id, ""),
      tokens.map(({ shape }) => shape),
      places,
    );
  };
  const common = Math.max(fewestCommon, Math.ceil(works.length * commonShare));
  const index = new FingerprintIndex(run.tokens, run.window, false, common);
  for (const [at, tokens] of given.entries()) index.addIgnoredFile(tokenize(`given ${at}`, tokens));
  const files = works.map(({ id, tokens }) => tokenize(id, tokens));
  index.addFiles(files);
  return listCandidates(index.sharedFingerprints())
    .map(([left, right]) => index.getPair(left, right))
    .filter(({ similarity }) => similarity >= leastShare)
    .sort((a, b) => b.similarity - a.similarity || b.longest - a.longest)
    .slice(0, mostPairs)
    .map(describePair);
}

/** Without tokens at which a run begins that stood there a few times before. */
function dropRepeats(tokens: readonly Token[]): readonly Token[] {
  const counts = new Map<string, number>();
  const shapes = tokens.map(({ shape }) => shape);
  return tokens.filter((_, at) => {
    const begun = shapes.slice(at, at + run.tokens).join(" ");
    const count = (counts.get(begun) ?? 0) + 1;
    counts.set(begun, count);
    return count <= mostRepeats;
  });
}

/** Comparing everybody with everybody would take minutes in a large class: who shares nothing is not compared. */
const mostCandidates = 2000;

interface Shared {
  readonly ignored: boolean;
  files(): readonly TokenizedFile[];
}

function listCandidates(shared: readonly Shared[]): readonly (readonly [TokenizedFile, TokenizedFile])[] {
  const counts = new Map<string, { readonly pair: readonly [TokenizedFile, TokenizedFile]; count: number }>();
  for (const one of shared) {
    if (one.ignored) continue;
    const files = [...one.files()].sort((a, b) => a.id - b.id);
    for (const [at, left] of files.entries())
      for (const right of files.slice(at + 1)) {
        const key = `${left.id} ${right.id}`;
        const before = counts.get(key);
        if (before === undefined) counts.set(key, { pair: [left, right], count: 1 });
        else before.count += 1;
      }
  }
  const most = [...counts.values()].sort((a, b) => b.count - a.count).slice(0, mostCandidates);
  return most.map(({ pair }) => pair);
}

function describePair(pair: Pair): SimilarPair {
  const fragments = pair.buildFragments();
  const left = new Set(fragments.flatMap(({ leftSelection }) => listLines(leftSelection)));
  const right = new Set(fragments.flatMap(({ rightSelection }) => listLines(rightSelection)));
  const longest = fragments.reduce(
    (most, { pairs }) => Math.max(most, (pairs.at(-1)?.left.stop ?? 0) - (pairs[0]?.left.start ?? 0) + 1),
    0,
  );
  return {
    left: { id: pair.leftFile.path, lines: left },
    right: { id: pair.rightFile.path, lines: right },
    share: pair.similarity,
    longest,
  };
}

function listLines({
  startRow,
  endRow,
}: {
  readonly startRow: number;
  readonly endRow: number;
}): readonly number[] {
  return Array.from({ length: endRow - startRow + 1 }, (_, at) => startRow + at);
}
