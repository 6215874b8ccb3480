/** For tests: everybody who answers a question by accepted options, as functions in this process. */
import type { ChoiceModel } from "../contract/choice";
import { nothingEarlier } from "../contract/nothing-earlier";
import type { CallPart, Question } from "../contract/question";
import type { Value } from "../contract/value";
import { listVectors, type Vector } from "../judge/vectors";
import { pickInside } from "../questions/kit/roofline/curve-answer";
import type { Implementation } from "./judge-implementation";

export interface AcceptedAnswers {
  /** Ids of the options, joined; "" for what the reference does. */
  readonly name: string;
  readonly implementation: Implementation;
}

/** The field of an object that a part judges, where its answer is a number alone. */
const fields: Readonly<Record<string, string>> = {
  "parameters/params": "params",
  "parameters/bytes": "bytes",
  "forward-profile/peak": "peakBytes",
  "forward-profile/activations": "activationBytes",
};
/** A chart is no number; samples stand for it. */
const withoutAnswers = ["intensity-plot/plot", "fused/flops"];
/** The whole form is asked for by the checks alone. */
const refused = ["total-by-itself"];

/** Options of the first part that has them, together with the same options of the other parts. */
export function listAccepted(question: Question): readonly AcceptedAnswers[] {
  return listAnswers(question, isAccepted);
}

/** The same of a single slip each, beside what is accepted. */
export function listSlips(question: Question): readonly AcceptedAnswers[] {
  return listAnswers(
    question,
    ({ slips, deviations, isOwn, looksBack, solved }) =>
      slips === 1 && deviations.length === 1 && !isOwn && !looksBack && solved === undefined,
  );
}

function listAnswers(question: Question, isMeant: (vector: Vector) => boolean): readonly AcceptedAnswers[] {
  const parts = question.parts.flatMap((part) => (part.kind === "call" && part.model ? [part] : []));
  const judged = parts.filter(({ id }) => !withoutAnswers.includes(`${question.id}/${id}`));
  const vectors = judged.flatMap((part) => listVectors(part.model as ChoiceModel).filter(isMeant));
  const byName = new Map(vectors.map((vector) => [Object.values(vector.picks).join("+"), vector]));
  return [...byName].map(([name, { picks }]) => ({
    name,
    implementation: withChart(mergeParts(question.id, judged, picks)),
  }));
}

/** A curve comes with its chart. */
function withChart(implementation: Implementation): Implementation {
  const { intensityCurve } = implementation as Readonly<Record<string, Curve | undefined>>;
  if (intensityCurve === undefined) return implementation;
  const intensityPlot = (batchSizes: readonly number[], model: unknown) => {
    const values = intensityCurve(batchSizes, model);
    return {
      data: { values: batchSizes.map((batch, at) => ({ batch, intensity: values[at] ?? Number.NaN })) },
      mark: "line",
      encoding: {
        x: { field: "batch", type: "quantitative", title: "batch size" },
        y: { field: "intensity", type: "quantitative", title: "intensity (FLOP per byte)" },
      },
    };
  };
  return { ...implementation, intensityPlot };
}

type Curve = (batchSizes: readonly number[], model: unknown) => readonly number[];

function isAccepted({ share, isOwn, looksBack, solved, deviations }: Vector): boolean {
  const isPlain = !isOwn && !looksBack && solved === undefined;
  return share === 1 && isPlain && !deviations.some(({ option }) => refused.includes(option.id));
}

function mergeParts(id: string, parts: readonly CallPart[], picks: Vector["picks"]): Implementation {
  const names = [...new Set(parts.map((part) => part.export))];
  return Object.fromEntries(
    names.map((name) => {
      const own = parts.filter((part) => part.export === name);
      const answer = (...args: readonly unknown[]): Value =>
        merge(own.map((part) => answerPart(id, part, picks, args)));
      return [name, answer];
    }),
  );
}

/** One value, or objects as one. */
function merge(values: readonly Value[]): Value {
  const [first, ...more] = values;
  return more.length === 0 ? first : (Object.assign({}, ...values) as Value);
}

function answerPart(id: string, part: CallPart, picks: Vector["picks"], args: readonly unknown[]): Value {
  const input = findInput(part, args);
  // What makes no difference to one part does to another: additions are none of the MACs.
  const names = Object.keys(picks);
  const answers = [names, ...names.map((_, at) => names.slice(at + 1)), ...names.map((one) => [one]), []].map(
    (kept) => answerWith(part, Object.fromEntries(kept.map((name) => [name, picks[name] ?? ""])), input),
  );
  const told = tell(answers.find((one) => one !== undefined));
  const field = fields[`${id}/${part.id}`];
  return field === undefined ? told : { [field]: told };
}

function answerWith(part: CallPart, picks: Vector["picks"], input: unknown): unknown {
  const { choices, answer } = part.model as ChoiceModel;
  const effects = Object.entries(choices).map(([choice, options]) => {
    const picked = options.find((one) => one.id === picks[choice]) ?? options[0];
    return [choice, picked.effect];
  });
  return answer(input, Object.fromEntries(effects), nothingEarlier);
}

const inputNames: Readonly<Record<string, readonly string[]>> = {
  maxBatchSize: ["model", "gpu"],
  boundBy: ["x", "model", "gpu"],
  fusedBoundBy: ["x", "model", "gpu"],
  optimalBatchSize: ["model", "gpu"],
  fusedOptimalBatchSize: ["model", "gpu"],
  checkEstimate: ["events", "estimate"],
};

function findInput(part: CallPart, args: readonly unknown[]): unknown {
  const names = inputNames[part.export];
  if (names !== undefined) return Object.fromEntries(names.map((name, at) => [name, args[at]]));
  return part.inputOf === undefined ? args[0] : part.inputOf(args);
}

/** A value that reads as this answer. */
function tell(answer: unknown): Value {
  if (typeof answer !== "object" || answer === null) return answer as Value;
  if (Array.isArray(answer)) return answer.map(pickInside);
  const one = answer as Readonly<Record<string, unknown>>;
  if ("told" in one) return one.told as Value;
  if ("bound" in one) return one.bound as Value;
  if ("actual" in one) return { actualBytes: tell(one.actual), relativeError: tell(one.error) };
  if ("from" in one) return one.from === Number.POSITIVE_INFINITY ? null : (one.from as number);
  if ("value" in one) return one.value as Value;
  return "count" in one ? (one.count as Value) : (one as Value);
}
