/** A part declared by choices: its options with their words, and one function that multiplies them out. */
import type {
  AnswerPair,
  ChoiceModel,
  ChoiceTable,
  Collision,
  Effects,
  Exception,
  Interval,
  Option,
  Options,
} from "../../contract/choice";
import type { Earlier } from "../../contract/earlier";
import { comparePoints } from "../../contract/points";
import type { CallPart, Reading, ReadingSentences, RuleReading, Trial } from "../../contract/question";
import { solveNumber } from "../../contract/solve-number";

export interface ChoicePlan<Input, Answer, Table extends ChoiceTable>
  extends Omit<CallPart<Input, Answer>, "kind" | "readings" | "model"> {
  /** All first options together: their name, and what a student reads. */
  readonly reference: { readonly id: string; readonly says: string };
  readonly choices: Table;
  answer(input: Input, effects: Effects<Table>, earlier: Earlier): Answer | undefined;
  solve?(input: Input, effects: Effects<Table>, came: Answer, earlier: Earlier): Interval | undefined;
  solveTogether?(trials: readonly Trial<Input, Answer>[], effects: Effects<Table>): Interval | undefined;
  areAlike?(pairs: readonly AnswerPair<Answer>[]): boolean;
  isBlind?(effects: Effects<Table>, earlier: Earlier): boolean;
  /** Where options together are worth something else than the product of their credits. */
  readonly exceptions?: readonly Exception[];
  /** Options that no hidden input can tell from better ones. */
  readonly collisions?: readonly Collision[];
  /** What no vector of options can be. Tried where none explains the answers. */
  readonly rules?: readonly (RuleReading<Input, Answer> & ReadingSentences)[];
  /** The number that answers are looked up by; left out: the answer, or the first number in it. */
  probe?(answer: Answer): number;
  /** As a share; left out: what doubles lose in arithmetic. */
  readonly probeTolerance?: number;
}

/** A part with what its student reads, by reading, for the question's feedback. */
export interface ChoicePart<Input, Answer> extends CallPart<Input, Answer> {
  readonly model: ChoiceModel<Input, Answer>;
  readonly words: Readonly<Record<string, ReadingSentences>>;
}

/** Options in their order: what the reference does first. */
export function choose<Effect>(
  reference: Option<Effect>,
  ...others: readonly Option<Effect>[]
): Options<Effect> {
  return [reference, ...others];
}

/** What the option of this name does. @throws for a name that none of them has */
export function effectOf<Effect>(options: Options<Effect>, id: string): Effect {
  const option = options.find((one) => one.id === id);
  if (option === undefined) throw new Error(`expected one of ${options.map((one) => one.id)}, got ${id}`);
  return option.effect;
}

/** What options that cost credit do: neither conventions nor own numbers, though these are not what the reference does. */
export const listSlips = (options: Options<unknown>): ReadonlySet<unknown> =>
  new Set(options.filter(({ credit }) => credit !== undefined).map(({ effect }) => effect));

export function makeChoicePart<Input, Answer, Table extends ChoiceTable>(
  plan: ChoicePlan<Input, Answer, Table>,
): ChoicePart<Input, Answer> {
  const { reference, choices, rules = [], answer, solve, solveTogether, areAlike, isBlind, ...rest } = plan;
  const { exceptions = [], collisions = [], probe = findNumber, probeTolerance = 1e-9, ...part } = rest;
  const model: ChoiceModel<Input, Answer> = {
    referenceId: reference.id,
    choices,
    exceptions,
    collisions,
    answer: (input, effects, earlier) => answer(input, effects as Effects<Table>, earlier),
    ...(solve === undefined
      ? {}
      : {
          solve: (input, effects, came, earlier) => solve(input, effects as Effects<Table>, came, earlier),
        }),
    ...(solveTogether === undefined
      ? {}
      : { solveTogether: (trials, effects) => solveTogether(trials, effects as Effects<Table>) }),
    ...(areAlike === undefined ? {} : { areAlike }),
    ...(isBlind === undefined
      ? {}
      : { isBlind: (effects, earlier) => isBlind(effects as Effects<Table>, earlier) }),
    probe,
    probeTolerance,
  };
  return {
    ...part,
    kind: "call",
    model,
    readings: [...listSingles(model), ...rules],
    words: listWords(plan),
  };
}

/** What is to be said about the parts of a question, for its feedback; one key per part and reading. */
export function collectWords(
  parts: readonly { readonly id: string; readonly words: Readonly<Record<string, ReadingSentences>> }[],
): Readonly<Record<string, ReadingSentences>> {
  return Object.fromEntries(
    parts.flatMap(({ id, words }) =>
      Object.entries(words).map(([reading, said]): [string, ReadingSentences] => [`${id}/${reading}`, said]),
    ),
  );
}

function listWords<Input, Answer, Table extends ChoiceTable>({
  reference,
  choices,
  rules = [],
}: ChoicePlan<Input, Answer, Table>): Readonly<Record<string, ReadingSentences>> {
  const options = Object.values(choices).flatMap(([, ...others]) => others);
  const entries = [...options, ...rules].map(({ id, says = "", hint }): [string, ReadingSentences] => [
    id,
    { says, ...(hint === undefined ? {} : { hint }) },
  ]);
  return Object.fromEntries([[reference.id, { says: reference.says }], ...entries]);
}

/** The reference, and every other option by itself. */
function listSingles<Input, Answer>(model: ChoiceModel<Input, Answer>): readonly Reading<Input, Answer>[] {
  const effects = Object.fromEntries(
    Object.entries(model.choices).map(([choice, [reference]]) => [choice, reference.effect]),
  );
  const reference: Reading<Input, Answer> = {
    id: model.referenceId,
    kind: "reference",
    credit: "1",
    by: "value",
    answer: (input, earlier) => model.answer(input, effects, earlier),
  };
  const others = Object.entries(model.choices).flatMap(([choice, [, ...options]]) =>
    options.map((option) => makeSingle(model, { ...effects, [choice]: option.effect }, option)),
  );
  return [reference, ...others];
}

function makeSingle<Input, Answer>(
  model: ChoiceModel<Input, Answer>,
  effects: Readonly<Record<string, unknown>>,
  option: Option,
): Reading<Input, Answer> {
  const { id, credit = "1", source, isOwn, byWords, wantsWords, solved } = option;
  const accepted = isOwn ? "carried" : "convention";
  const base = {
    id,
    kind:
      comparePoints(credit, "1") < 0 ? ("misconception" as const) : (accepted as "carried" | "convention"),
    credit,
    ...(source === undefined ? {} : { source }),
    ...(byWords === undefined ? {} : { byWords }),
    ...(wantsWords === undefined ? {} : { wantsWords }),
  };
  if (solved === undefined) {
    return { ...base, by: "value", answer: (input, earlier) => model.answer(input, effects, earlier) };
  }
  return {
    ...base,
    by: "rule",
    accepts: (trials: readonly Trial<Input, Answer>[]) =>
      solveNumber(model as ChoiceModel, effects, solved, trials) !== undefined,
  };
}

/** The answer, or the first number in its list or fields. */
function findNumber(answer: unknown): number {
  if (typeof answer === "number" || typeof answer === "bigint") return Number(answer);
  if (typeof answer !== "object" || answer === null) return Number.NaN;
  for (const value of Object.values(answer)) {
    const number = findNumber(value);
    if (!Number.isNaN(number)) return number;
  }
  return Number.NaN;
}
