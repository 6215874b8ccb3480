/** The vectors of a model: one option of every choice, with at most two slips among them. */
import type { ChoiceModel, Exception, Option, Picks } from "../contract/choice";
import { comparePoints, multiplyCredits } from "../contract/points";
import type { ReadingKind } from "../contract/question";
import { remember, rememberTexts } from "../contract/remember";

export interface Vector {
  readonly picks: Picks;
  readonly effects: Readonly<Record<string, unknown>>;
  readonly deviations: readonly Deviation[];
  /** How many deviations. */
  readonly size: number;
  readonly slips: number;
  readonly credit: string;
  /** The credit as a number, to compare by. */
  readonly share: number;
  readonly kind: ReadingKind;
  /** The deviation that holds a number to be solved for. */
  readonly solved: Deviation | undefined;
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
  let combined: Combination[] = [new Combination(model)];
  for (const choice of Object.keys(model.choices)) {
    const steps = listSteps(model, choice);
    const longer: Combination[] = [];
    for (const one of combined) {
      longer.push(one);
      for (const step of steps) if (one.hasRoomFor(step)) longer.push(new Combination(model, one, step));
    }
    combined = longer;
  }
  return sortByGroups(combined);
});

/** Hundreds of thousands fall into a few hundred groups that compare as one. */
function sortByGroups(vectors: readonly Vector[]): readonly Vector[] {
  const byShare = new Map<number, Map<number, [Vector, ...Vector[]]>>();
  for (const one of vectors) {
    const groups = byShare.get(one.share) ?? new Map<number, [Vector, ...Vector[]]>();
    byShare.set(one.share, groups);
    const flags = 2 * Number(one.looksBack) + Number(one.solved !== undefined);
    const key = (one.size * (mostSlips + 1) + one.slips) * 4 + flags;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [one]);
    else known.push(one);
  }
  const groups = [...byShare.values()].flatMap((one) => [...one.values()]);
  return groups.sort(([a], [b]) => compareVectors(a, b)).flat();
}

/** The vector with these options besides the first of every other choice. */
export function findVector(model: ChoiceModel, picks: Picks): Vector | undefined {
  let found = new Combination(model);
  for (const choice of Object.keys(model.choices)) {
    const step = listSteps(model, choice).find(({ option }) => option.id === picks[choice]);
    if (step === undefined) continue;
    if (!found.hasRoomFor(step)) return undefined;
    found = new Combination(model, found, step);
  }
  return found.size === Object.keys(picks).length ? found : undefined;
}

export const isSlip = remember(({ credit = "1" }: Option): boolean => comparePoints(credit, "1") < 0);

/** One deviation more. */
interface Step extends Deviation {
  readonly slips: number;
  /** Exceptions that speak of it, in the order declared. */
  readonly exceptions: readonly Exception[];
}

const getSteps = remember(({ choices, exceptions }: ChoiceModel) => {
  const list = (choice: string): readonly Step[] =>
    (choices[choice] ?? []).slice(1).map((option) => ({
      choice,
      option,
      slips: isSlip(option) ? 1 : 0,
      exceptions: exceptions.filter(({ when }) => when[choice] === option.id),
    }));
  return new Map(Object.keys(choices).map((choice) => [choice, list(choice)]));
});

const listSteps = (model: ChoiceModel, choice: string): readonly Step[] => getSteps(model).get(choice) ?? [];

/**
 * A vector and one deviation more. Hundreds of thousands are made before the first answer is judged: what few of them
 * are asked for is made then.
 */
class Combination implements Vector {
  readonly slips: number = 0;
  readonly size: number = 0;
  readonly credit: string = "1";
  readonly share: number = 1;
  readonly solved: Deviation | undefined;
  readonly isOwn: boolean = false;
  readonly looksBack: boolean = false;
  private readonly exception: Exception | undefined;
  private made: Pick<Vector, "deviations" | "effects" | "picks"> | undefined;

  constructor(
    private readonly model: ChoiceModel,
    private readonly before?: Combination,
    private readonly last?: Step,
  ) {
    if (before === undefined || last === undefined) return;
    const { option } = last;
    this.slips = before.slips + last.slips;
    this.size = before.size + 1;
    this.solved = option.solved === undefined ? before.solved : last;
    this.isOwn = before.isOwn || option.isOwn === true;
    this.looksBack = before.looksBack || option.isOwn === true || option.looksBack === true;
    this.exception = this.findException(before, last);
    const isAsBefore = this.exception === undefined && option.credit === undefined;
    this.credit = isAsBefore ? before.credit : this.weigh();
    this.share = isAsBefore ? before.share : Number(this.credit);
  }

  hasRoomFor({ slips, option }: Step): boolean {
    return this.slips + slips <= mostSlips && !(this.solved !== undefined && option.solved !== undefined);
  }

  get kind(): ReadingKind {
    if (this.slips > 0) return "misconception";
    if (this.size === 0) return "reference";
    return this.isOwn ? "carried" : "convention";
  }

  get deviations(): readonly Deviation[] {
    return this.spell().deviations;
  }

  get effects(): Vector["effects"] {
    return this.spell().effects;
  }

  get picks(): Picks {
    return this.spell().picks;
  }

  private spell(): Pick<Vector, "deviations" | "effects" | "picks"> {
    if (this.made !== undefined) return this.made;
    const deviations: Deviation[] = [];
    const effects: Record<string, unknown> = { ...getPlainEffects(this.model) };
    const picks: Record<string, string> = {};
    for (const step of this.listSteps()) {
      deviations.push(step);
      effects[step.choice] = step.option.effect;
      picks[step.choice] = step.option.id;
    }
    this.made = { deviations, effects, picks };
    return this.made;
  }

  /** In the order of the choices. */
  private listSteps(): readonly Step[] {
    const steps: Step[] = [];
    for (let one: Combination | undefined = this; one?.last !== undefined; one = one.before)
      steps.push(one.last);
    return steps.reverse();
  }

  /** The first declared of those that hold. */
  private findException(before: Combination, { exceptions }: Step): Exception | undefined {
    const found = exceptions.find(({ when }) => this.holds(when));
    if (found === undefined || before.exception === undefined) return found ?? before.exception;
    const place = (one: Exception): number => this.model.exceptions.indexOf(one);
    return place(found) < place(before.exception) ? found : before.exception;
  }

  private holds(when: Picks): boolean {
    let count = 0;
    for (let one: Combination | undefined = this; one?.last !== undefined; one = one.before)
      if (when[one.last.choice] === one.last.option.id) count++;
    return count === Object.keys(when).length;
  }

  /** The product of the credits; options that an exception speaks of count together, once. */
  private weigh(): string {
    let credits = this.exception?.credit ?? "";
    for (const { choice, option } of this.listSteps())
      if (option.credit !== undefined && !(this.exception !== undefined && choice in this.exception.when))
        credits += ` ${option.credit}`;
    return multiply(credits);
  }
}

const getPlainEffects = remember(({ choices }: ChoiceModel) =>
  Object.fromEntries(Object.entries(choices).map(([choice, [reference]]) => [choice, reference.effect])),
);

/** Thousands of vectors have a few dozen sets of credits. */
const multiply = rememberTexts((credits) => multiplyCredits(credits.split(" ").filter(Boolean)));

export function compareVectors(a: Vector, b: Vector): number {
  return (
    b.share - a.share ||
    a.slips - b.slips ||
    Number(a.looksBack) - Number(b.looksBack) ||
    Number(a.solved !== undefined) - Number(b.solved !== undefined) ||
    a.size - b.size
  );
}
