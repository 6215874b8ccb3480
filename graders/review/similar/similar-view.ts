/** The page of what is the same or reads alike, as plain data. Pure. */
import { cleanLine } from "../../report/foreign-text";
import type { Work } from "./class-work";
import type { SimilarPair, SimilarSide } from "./fingerprints";
import { listSharedRare, type RareAnswers } from "./rare-answers";
import type { SameWork } from "./same-work";

export interface SimilarFacts {
  readonly assignmentTitle: string;
  readonly works: readonly Work[];
  readonly absent: readonly string[];
  readonly same: SameWork;
  readonly pairs: readonly SimilarPair[];
  readonly rare: RareAnswers;
  readonly nameOf: (submission: string) => string;
}

export interface SimilarView {
  readonly assignmentTitle: string;
  readonly compared: number;
  /** In one line; empty for nobody. */
  readonly absent: string;
  readonly sameFiles: readonly string[];
  readonly sameTokens: readonly string[];
  readonly pairs: readonly PairView[];
}

interface PairView {
  readonly title: string;
  readonly percent: string;
  readonly longest: number;
  /** Titles of questions, in one line; empty for none. */
  readonly rare: string;
  readonly sides: readonly SideView[];
}

interface SideView {
  readonly who: string;
  readonly lines: readonly { readonly text: string; readonly isShared: boolean }[];
  readonly isCut: boolean;
}

export function viewSimilar({
  works,
  absent,
  same,
  pairs,
  rare,
  nameOf,
  ...facts
}: SimilarFacts): SimilarView {
  const texts = new Map(works.map(({ id, text }) => [id, text]));
  const name = (id: string): string => cleanLine(nameOf(id));
  const list = (group: readonly string[]): string => group.map(name).join(", ");
  return {
    assignmentTitle: facts.assignmentTitle,
    compared: works.length,
    absent: list(absent),
    sameFiles: same.files.map(list),
    sameTokens: same.tokens.map(list),
    pairs: pairs.map(({ left, right, share, longest }) => ({
      title: `${name(left.id)} · ${name(right.id)}`,
      percent: `${Math.round(share * 100)} %`,
      longest,
      rare: listSharedRare(rare, left.id, right.id).join(", "),
      sides: [left, right].map((side) => viewSide(side, texts.get(side.id) ?? "", name)),
    })),
  };
}

const mostLines = 600;
const longestLine = 400;

function viewSide({ id, lines }: SimilarSide, text: string, name: (id: string) => string): SideView {
  const all = text.split("\n");
  return {
    who: name(id),
    lines: all.slice(0, mostLines).map((line, at) => ({
      text: line.slice(0, longestLine),
      isShared: lines.has(at),
    })),
    isCut: all.length > mostLines,
  };
}
