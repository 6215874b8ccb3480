/** Points only for what is known: silence where a slip would show earns no more than the slip. */

import { nothingEarlier } from "../../contract/nothing-earlier";
import type { CallPart, Question } from "../../contract/question";
import type { Gpu as Device, ModelMemory, PReLULinear } from "../../contract/value";
import type { PartVerdict } from "../../contract/verdict";
import { type PlannedPart, planQuestions } from "../../judge/plan";
import { createRandom } from "../../judge/random";
import { listVectors } from "../../judge/vectors";
import { assignment } from "../../questions/efficient-deep-learning";
import { type AcceptedAnswers, listAccepted, listSlips } from "../../testing/accepted-answers";
import { bytesOf, type Gpu, judge, searchBatch } from "../../testing/attempts";
import { findQuestions } from "../../testing/find-questions";
import { type Implementation, judgeLast } from "../../testing/judge-implementation";

const seed = "silence";
const write = (value: unknown): string =>
  JSON.stringify(value, (_, one) => (typeof one === "bigint" ? Number(one) : one)) ?? "";

/** Right, and an error wherever that is not what the slip would have answered. */
function keepSilent(right: Implementation, slip: Implementation): Implementation {
  const answer =
    (name: string) =>
    (...args: never[]): unknown => {
      const [a, b] = [right[name]?.(...args), slip[name]?.(...args)];
      if (write(a) !== write(b)) throw new Error("one or the other");
      return a;
    };
  return Object.fromEntries(Object.keys(right).map((name) => [name, answer(name)]));
}

/** Of how many cases a part has no answer: a few, or so many that nothing would be forgiven. */
function isSilentInFew({ part, cases }: PlannedPart & { kind: "call" }, silent: Implementation): boolean {
  const lost = cases.filter(({ call: { args } }) => {
    try {
      silent[part.export]?.(...(args as never[]));
      return false;
    } catch {
      return true;
    }
  });
  return lost.length > 0 && lost.length * 4 <= cases.length;
}

function findRewarded(question: Question): { readonly tried: number; readonly found: readonly string[] } {
  const [right] = listAccepted(question);
  const [planned] = planQuestions([question], seed).questions;
  if (right === undefined || planned?.kind !== "planned") return { tried: 0, found: [] };
  const parts = planned.parts.flatMap((one) => (one.kind === "call" ? [one] : []));
  const slips = listSlips(question).filter(({ implementation }) =>
    parts.some((part) => isSilentInFew(part, keepSilent(right.implementation, implementation))),
  );
  return { tried: slips.length, found: slips.flatMap((slip) => compare(question, right, slip)) };
}

function compare(question: Question, right: AcceptedAnswers, slip: AcceptedAnswers): readonly string[] {
  const judgeParts = (one: Implementation): readonly PartVerdict[] =>
    judgeLast([question], one, { seed }).parts;
  const slipped = judgeParts(slip.implementation);
  const silent = judgeParts(keepSilent(right.implementation, slip.implementation));
  return silent.flatMap(({ id, points, finding }, at) => {
    const isSpoilt = finding.kind === "explained" && finding.spoilt !== undefined;
    const isMore = isSpoilt && Number(points) > Number(slipped[at]?.points);
    return isMore
      ? [`${question.id}/${id}: silence for ${slip.name}: ${points} of ${slipped[at]?.points}`]
      : [];
  });
}

const hasModel = ({ parts }: Question): boolean =>
  parts.some((part) => part.kind === "call" && (part as CallPart).model !== undefined);

test("silence on the inputs that tell a slip apart is worth no more than the slip", () => {
  const all = assignment.questions.filter(hasModel).map(findRewarded);
  expect(all.reduce((count, { tried }) => count + tried, 0)).toBeGreaterThan(10);
  expect(all.flatMap(({ found }) => found)).toEqual([]);
});

test.each([64, 128, 500, 1000])(
  "a search that ends at %p is worth no more where it throws than where it says none",
  (end) => {
    const flops = (b: number, m: PReLULinear) => b * m.inFeatures * (2 * m.outFeatures + 0.5);
    const fusedBytes = (b: number, m: PReLULinear) => bytesOf(4)(b, m) - 8 * b * m.inFeatures;
    const search = (bytes: typeof flops, last: () => null) => (m: PReLULinear, gpu: Gpu) => {
      const found = searchBatch(flops, bytes)(m, gpu);
      return found !== null && found > end ? last() : found;
    };
    const judgeEnd = (last: () => null): readonly number[] => {
      const answer = {
        optimalBatchSize: search(bytesOf(4), last),
        fusedOptimalBatchSize: search(fusedBytes, last),
      };
      const earned = judge(["optimal-batch", "fused"], () => answer, seed);
      return Object.values(earned).map((one) => Number(one.split(" ")[0]));
    };
    const thrown = judgeEnd(() => {
      throw new Error("the search has ended");
    });
    const told = judgeEnd(() => null);
    expect(told[0]).toBeGreaterThan(0);
    for (const [at, points] of thrown.entries()) expect(points).toBeLessThanOrEqual(told[at] ?? 0);
  },
);

test.each(["s1", "s2", "s3", "s4", "sa"])(
  "a bias in FLOP and bytes is no graded point more where wide layers throw: %s",
  (drawn) => {
    const curve =
      (bytes: (b: number, m: PReLULinear) => number) => (sizes: readonly number[], m: PReLULinear) =>
        sizes.map(
          (b) => (b * (2 * m.inFeatures * m.outFeatures + 0.3 * m.inFeatures + m.outFeatures)) / bytes(b, m),
        );
    const intensityCurve = curve((b, m) => bytesOf(4)(b, m) + 4 * m.outFeatures);
    const silent: typeof intensityCurve = (sizes, m) => {
      if (m.outFeatures > 4.9 * m.inFeatures) throw new Error("so many outputs");
      return intensityCurve(sizes, m);
    };
    const [answered, hidden] = [intensityCurve, silent].map(
      (one) =>
        judge(["intensity-plot"], () => ({ intensityCurve: one }), drawn)["intensity-plot"]?.split(" ") ?? [],
    );
    expect(Number(answered?.[0])).toBeGreaterThan(0);
    if (hidden?.[1] === "graded") expect(Number(hidden[0])).toBeLessThanOrEqual(Number(answered?.[0]));
  },
);

const kept: Readonly<Record<string, (memory: number) => number>> = {
  "a mebibyte": () => 2 ** 20,
  "half a gibibyte": () => 2 ** 29,
  "a thousandth": (memory) => memory / 1000,
  "a tenth": (memory) => memory / 10,
  "a hundredth and 64 mebibytes": (memory) => memory / 100 + 2 ** 26,
};
const copies = [2, 3] as const;
const cases = Object.entries(kept).flatMap(([name, room]) => copies.map((few) => [few, name, room] as const));

test.each(cases)(
  "%p copies are worth no more where memory is tight and nothing said, beside %s",
  (few, _, room) => {
    const count =
      (least: number) =>
      ({ params, activationBytesPerSample }: ModelMemory, { memory }: Device): number => {
        const left = memory - room(memory);
        const samples = Math.floor((left - 4 * few * params) / activationBytesPerSample);
        return left < 4 * least * params ? 0 : Math.max(0, samples);
      };
    const slip = { maxBatchSize: count(0) };
    const points = [slip, keepSilent({ maxBatchSize: count(4) }, slip)].map((one) =>
      Number(judge(["max-batch"], () => one, seed)["max-batch"]?.split(" ")[0]),
    );
    expect(points[0]).toBeGreaterThan(0);
    expect(points[1]).toBeLessThanOrEqual(points[0] ?? 0);
  },
);

test("in the largest batch, silence for any slips at once is worth no more, or a person looks", () => {
  const [question] = findQuestions("max-batch");
  const [planned] = planQuestions([question as Question], seed).questions;
  const one = planned?.kind === "planned" ? planned.parts[0] : undefined;
  if (one?.kind !== "call" || one.part.model === undefined) throw new Error("expected a part with choices");
  const { model } = one.part;
  const vectors = listVectors(model).filter(
    ({ solved, looksBack, picks }) =>
      solved === undefined && !looksBack && picks.noneFits === undefined && picks.search === undefined,
  );
  const random = createRandom(seed, "pairs");
  const draw = <Item>(items: readonly Item[]): Item => items[random.integer(0, items.length - 1)] as Item;
  const better = vectors.slice(0, vectors.length / 6);
  let tried = 0;
  const found: string[] = [];
  for (let draws = 0; draws < 30_000 && tried < 150; draws++) {
    const [right, slip, [name, room]] = [draw(better), draw(vectors), draw(Object.entries(kept))];
    const answer = (vector: typeof slip) => ({
      maxBatchSize: (about: ModelMemory, gpu: Device): unknown => {
        const input = { model: about, gpu: { ...gpu, memory: gpu.memory - room(gpu.memory) } };
        return model.answer(input, vector.effects, nothingEarlier);
      },
    });
    const slipped = answer(slip);
    const silent = keepSilent(answer(right), slipped);
    if (slip.share >= right.share || !isSilentInFew(one, silent)) continue;
    tried++;
    const [honest, kind] = [slipped, silent].map((work) => judgeLast([question as Question], work, { seed }));
    const isMore = Number(kind?.points) > Number(honest?.points) && kind?.status === "graded";
    if (isMore) found.push(`${JSON.stringify(right.picks)} for ${JSON.stringify(slip.picks)} beside ${name}`);
  }
  expect(tried).toBeGreaterThan(30);
  expect(found).toEqual([]);
}, 120_000);
