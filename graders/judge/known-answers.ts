/**
 * What every vector of a model answers to the hidden inputs of a part, counted once per batch: judging is a look-up.
 * Vectors that look at the student's own work, or hold a number to be solved for, are not in here.
 */
import type { ChoiceModel } from "../contract/choice";
import type { Earlier } from "../contract/earlier";
import { listVectors, type Vector } from "./vectors";

/** Vectors by the number that their answer to one input has. */
interface Index {
  readonly probes: Float64Array;
  /** Places in the list of vectors, in the order of `probes`. */
  readonly places: readonly number[];
  /** Places of vectors whose answer has no such number. */
  readonly others: readonly number[];
}

/** Vectors that stand by themselves must not look at a student's work: their answers are shared by all. */
const nobody: Earlier = {
  answer: refuse,
  reading: refuse,
  explanation: refuse,
};

function refuse(): never {
  throw new RangeError("an option without isOwn or looksBack looked at the student's own work");
}

export class KnownAnswers {
  readonly vectors: readonly Vector[];
  private readonly answers = new Map<number, unknown>();
  private readonly indices = new Map<number, Index>();

  /** @param inputs of the part's cases, in their order */
  constructor(
    private readonly model: ChoiceModel,
    private readonly inputs: readonly unknown[],
  ) {
    this.vectors = listVectors(model).filter((one) => !one.looksBack && one.solved === undefined);
  }

  /** @param at which input */
  getAnswer(place: number, at: number): unknown {
    const key = place * this.inputs.length + at;
    if (this.answers.has(key)) return this.answers.get(key);
    const effects = this.vectors[place]?.effects ?? {};
    const answer = this.model.answer(this.inputs[at], effects, nobody);
    this.answers.set(key, answer);
    return answer;
  }

  /** Places of the vectors that may have answered so to this input, best vector first. */
  findCandidates(at: number, came: unknown): readonly number[] {
    const { probes, places, others } = this.getIndex(at);
    const probe = this.model.probe(came);
    if (Number.isNaN(probe)) return others;
    const slack = Math.abs(probe) * this.model.probeTolerance;
    const from = findFirst(probes, probe - slack);
    let to = from;
    while (to < probes.length && (probes[to] ?? Number.NaN) <= probe + slack) to++;
    return [...places.slice(from, to), ...others].sort((a, b) => a - b);
  }

  private getIndex(at: number): Index {
    const index = this.indices.get(at) ?? this.makeIndex(at);
    this.indices.set(at, index);
    return index;
  }

  private makeIndex(at: number): Index {
    const rows: { probe: number; place: number }[] = [];
    const others: number[] = [];
    this.vectors.forEach((_, place) => {
      const answer = this.getAnswer(place, at);
      if (answer === undefined) return;
      const probe = this.model.probe(answer);
      if (Number.isNaN(probe)) others.push(place);
      else rows.push({ probe, place });
    });
    rows.sort((a, b) => a.probe - b.probe || a.place - b.place);
    return {
      probes: Float64Array.from(rows, (row) => row.probe),
      places: rows.map((row) => row.place),
      others,
    };
  }
}

/** Place of the first number that is not below the bound; numbers rise. */
function findFirst(numbers: Float64Array, bound: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? Number.NaN) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
