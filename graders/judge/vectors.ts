/** The vectors of a model: one option of every choice, with at most two slips among them. */
import type { ChoiceModel, Exception, Option, Picks } from "../contract/choice";
import { comparePoints, multiplyCredits } from "../contract/points";
import type { ReadingKind } from "../contract/question";
import { remember, rememberTexts } from "../contract/remember";

export interface Vector {
  readonly picks: Picks;
  readonly effects: Readonly<Record<string, unknown>>;
  readonly deviations: readonly Deviation[];
  readonly slips: number;
  readonly credit: string;
  /** The credit as a number, to compare by. */
  readonly share: number;
  readonly kind: ReadingKind;
  /** The choice whose number is solved for. */
  readonly solved?: string;
  /** Holds numbers of the student's own earlier functions. */
  readonly isOwn: boolean;
  /** Is worked out for every submission. */
  readonly looksBack: boolean;
}

export interface Deviation {
  readonly choice: string;
  readonly option: Option;
}

const mostSlips = 2;

/** Best first: by credit, then by slips, then as few deviations as possible, then in the order declared. */
export const listVectors = remember((model: ChoiceModel): readonly Vector[] => {
  const names = Object.keys(model.choices);
  let partial: readonly (readonly Deviation[])[] = [[]];
  for (const choice of names) {
    const others = model.choices[choice]?.slice(1) ?? [];
    partial = partial.flatMap((deviations) => [
      deviations,
      ...others.flatMap((option) => extend(deviations, { choice, option })),
    ]);
  }
  return partial.map((deviations) => makeVector(model, deviations)).sort(compareVectors);
});

function extend(deviations: readonly Deviation[], next: Deviation): (readonly Deviation[])[] {
  const all = [...deviations, next];
  return isTooMuch(all) ? [] : [all];
}

function isTooMuch(deviations: readonly Deviation[]): boolean {
  const solved = deviations.filter(({ option }) => option.solved !== undefined);
  return countSlips(deviations) > mostSlips || solved.length > 1;
}

/** The vector with these options besides the first of every other choice. */
export function findVector(model: ChoiceModel, picks: Picks): Vector | undefined {
  const deviations = Object.entries(model.choices).flatMap(([choice, [, ...others]]): Deviation[] =>
    others.flatMap((option) => (option.id === picks[choice] ? [{ choice, option }] : [])),
  );
  const isWhole = deviations.length === Object.keys(picks).length && !isTooMuch(deviations);
  return isWhole ? makeVector(model, deviations) : undefined;
}

export const isSlip = remember(({ credit = "1" }: Option): boolean => comparePoints(credit, "1") < 0);

function countSlips(deviations: readonly Deviation[]): number {
  return deviations.filter(({ option }) => isSlip(option)).length;
}

/** Tens of thousands are made before the first answer is judged, so that nothing here makes lists of entries. */
function makeVector(model: ChoiceModel, deviations: readonly Deviation[]): Vector {
  const effects: Record<string, unknown> = { ...getPlainEffects(model) };
  const picks: Record<string, string> = {};
  for (const { choice, option } of deviations) {
    effects[choice] = option.effect;
    picks[choice] = option.id;
  }
  const slips = countSlips(deviations);
  const isOwn = deviations.some(({ option }) => option.isOwn === true);
  const solved = deviations.find(({ option }) => option.solved !== undefined)?.choice;
  const convention = isOwn ? "carried" : "convention";
  const credit = weigh(model.exceptions, deviations, picks);
  return {
    picks,
    effects,
    deviations,
    slips,
    credit,
    share: Number(credit),
    kind: slips > 0 ? "misconception" : deviations.length > 0 ? convention : "reference",
    ...(solved === undefined ? {} : { solved }),
    isOwn,
    looksBack: isOwn || deviations.some(({ option }) => option.looksBack === true),
  };
}

const getPlainEffects = remember(({ choices }: ChoiceModel) =>
  Object.fromEntries(Object.entries(choices).map(([choice, [reference]]) => [choice, reference.effect])),
);

/** The product of the credits; options that an exception speaks of count together, once. */
function weigh(exceptions: readonly Exception[], deviations: readonly Deviation[], picks: Picks): string {
  const exception = exceptions.find(({ when }) => {
    for (const choice in when) if (picks[choice] !== when[choice]) return false;
    return true;
  });
  const rest = deviations.filter(({ choice }) => exception === undefined || !(choice in exception.when));
  const credits = rest.map(({ option }) => option.credit ?? "1");
  return multiply((exception === undefined ? credits : [exception.credit, ...credits]).join(" "));
}

/** Thousands of vectors have a few dozen sets of credits. */
const multiply = rememberTexts((credits) => multiplyCredits(credits.split(" ").filter(Boolean)));

export function compareVectors(a: Vector, b: Vector): number {
  return (
    b.share - a.share ||
    a.slips - b.slips ||
    Number(a.looksBack) - Number(b.looksBack) ||
    Number(a.solved !== undefined) - Number(b.solved !== undefined) ||
    a.deviations.length - b.deviations.length
  );
}
