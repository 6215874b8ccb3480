/** Hidden ridges are no check of formulas: who has seen all of them cannot tell the right one from its neighbours. */
import type { PReLULinear, Tensor } from "../../contract/value";
import { nameStream } from "../../judge/plan";
import { createRandom } from "../../judge/random";
import type { Gpu } from "../../testing/attempts";
import { findQuestions } from "../../testing/find-questions";

/** How often each tensor crosses the bus. */
interface Formula {
  readonly inputs: number;
  readonly outputs: number;
  readonly weights: number;
}

/** A place where a program may meet a ridge; no batch: the limit of all of them. */
interface Seen {
  readonly model: PReLULinear;
  readonly batchSize: number;
  readonly ridge: number;
}

const questions = findQuestions("bound", "optimal-batch", "fused");
const seeds = Array.from({ length: 60 }, (_, at) => `ridges-${at}`);
/** Passes over the inputs more or fewer than go. */
const others = [-1, -0.5, 0, 0.5, 1];
/** From one ridge to the next, in logarithms. */
const step = Math.log(1.15 / 0.87);

const intensityOf = ({ inputs, outputs, weights }: Formula, { model, batchSize }: Seen): number => {
  const { inFeatures: i, outFeatures: o } = model;
  const flops = 2 * i * o + i / 2;
  const bytes = 4 * (inputs * i + outputs * o + (weights * i * o) / batchSize);
  return flops / bytes;
};
const ratios = (formula: Formula, seen: readonly Seen[]): readonly number[] =>
  seen.map((one) => one.ridge / intensityOf(formula, one));

/** What of all that is drawn comes to the functions of a name. */
type Hidden = Readonly<Record<string, readonly Seen[]>>;

const names = ["boundBy", "optimalBatchSize", "fusedBoundBy", "fusedOptimalBatchSize"];

function draw(seed: string): Hidden {
  const seen = (name: string): readonly Seen[] =>
    questions.flatMap((question) =>
      question.parts.flatMap((part) => {
        if (part.kind !== "call" || part.export !== name) return [];
        const cases = part.cases(createRandom(seed, nameStream(question, part)));
        return cases.flatMap(({ source, input }) => (source === "random" ? [read(input)] : []));
      }),
    );
  return Object.fromEntries(names.map((name) => [name, seen(name)]));
}

function read(input: unknown): Seen {
  const { x, model, gpu } = input as { readonly x?: Tensor; readonly model: PReLULinear; readonly gpu: Gpu };
  const batchSize = x === undefined ? Number.POSITIVE_INFINITY : (x.shape[0] ?? 0);
  return { model, batchSize, ridge: gpu.peakFlops / gpu.bandwidth };
}

const drawn = seeds.map(draw);

/** What somebody may look for, the smaller the better: each knows where ridges once lay. */
type Statistic = (formula: Formula, seen: readonly Seen[]) => number;
const mean = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0) / all.length;
const besideMiddle: Statistic = (formula, seen) =>
  mean(
    ratios(formula, seen).map((one) => {
      const place = Math.log(one) / step;
      return Math.min(0.12, Math.abs(place - Math.floor(place) - 0.5)) ** 2;
    }),
  );
const farFromAll: Statistic = (formula, seen) =>
  -ratios(formula, seen).reduce((least, one) => Math.min(least, Math.abs(Math.log(one))), 1);
const besideShares: Statistic = (formula, seen) => {
  const shares = [0.185, 0.245, 0.325, 0.395, 0.635, 0.705, 0.785, 0.91, 1.225, 1.825];
  const miss = (one: number): number => Math.min(...shares.map((share) => Math.abs(one - share)));
  return mean(ratios(formula, seen).map((one) => Math.min(0.03, miss(one))));
};
/** Seven percent beside the least and the most that one sample of a small model can have. */
const besideSample: Statistic = ({ inputs, outputs, weights }, seen) =>
  mean(
    seen.flatMap(({ model: { inFeatures: i, outFeatures: o }, ridge }) => {
      if (i * o > 20) return [];
      const elements = inputs * i + outputs * o + weights * i * o;
      const below = ridge / (((2 * i - 1) * o) / (4 * (elements + 1)));
      const above = ridge / ((2 * i * o + i) / (4 * elements));
      return [Math.min(0.03, Math.abs(below - 0.93), Math.abs(above - 1.07))];
    }),
  );

/** The share of seeds under which a test puts the right formula before all others, ties shared. */
function countWins(name: string, statistic: Statistic): number {
  const right = name.startsWith("fused") ? 1 : 3;
  const wins = drawn.map((hidden) => {
    const seen = hidden[name] ?? [];
    const find = (more: number): number => statistic({ inputs: right + more, outputs: 1, weights: 1 }, seen);
    const found = others.map(find);
    const best = Math.min(...found);
    const winners = found.filter((one) => one <= best + 1e-12);
    return find(0) <= best + 1e-12 ? 1 / winners.length : 0;
  });
  return mean(wins);
}

test.each<[string, string, Statistic]>(
  names.flatMap((name): [string, string, Statistic][] => [
    ["in the middle of a step", name, besideMiddle],
    ["far from all", name, farFromAll],
    ["at shares of the limit", name, besideShares],
    ["beside a single sample", name, besideSample],
  ]),
)(
  "ridges that are looked for %s put the right passes of %s first about as often as chance",
  (_, name, statistic) => {
    expect(drawn.every((hidden) => (hidden[name]?.length ?? 0) > 10)).toBe(true);
    expect(countWins(name, statistic)).toBeLessThanOrEqual(1 / others.length + 0.2);
  },
);
