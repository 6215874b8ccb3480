/** Answers to one case by a number that equal ones share nearly, so that judging looks up instead of comparing all. */
import type { ChoiceModel } from "../contract/choice";

export class AnswerIndex {
  /** The numbers, rising, and the places of their answers. */
  private readonly probes: Float64Array;
  private readonly places: readonly number[];
  /** Places of answers without such a number. */
  private readonly others: readonly number[];

  /** @param answers by place; `undefined` where there is none */
  constructor(
    private readonly model: ChoiceModel,
    answers: readonly unknown[],
  ) {
    const rows: { probe: number; place: number }[] = [];
    const others: number[] = [];
    answers.forEach((answer, place) => {
      if (answer === undefined) return;
      const probe = model.probe(answer);
      if (Number.isNaN(probe)) others.push(place);
      else rows.push({ probe, place });
    });
    rows.sort((a, b) => a.probe - b.probe || a.place - b.place);
    this.probes = Float64Array.from(rows, (row) => row.probe);
    this.places = rows.map((row) => row.place);
    this.others = others;
  }

  /** Places of what may be this answer, rising. */
  find(came: unknown): readonly number[] {
    const probe = this.model.probe(came);
    if (Number.isNaN(probe)) return this.others;
    const slack = Math.abs(probe) * this.model.probeTolerance;
    const from = findFirst(this.probes, probe - slack);
    let to = from;
    while (to < this.probes.length && (this.probes[to] ?? Number.NaN) <= probe + slack) to++;
    return [...this.places.slice(from, to), ...this.others].sort((a, b) => a - b);
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
