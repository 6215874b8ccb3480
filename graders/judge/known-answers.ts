/**
 * What every vector of a model answers to the hidden inputs of a part, counted once per batch: judging is a look-up.
 * Vectors that look at the student's own work, or hold a number to be solved for, are not in here.
 */
import type { ChoiceModel } from "../contract/choice";
import type { Earlier } from "../contract/earlier";
import { AnswerIndex } from "./answer-index";
import { listVectors, type Vector } from "./vectors";

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
  /** Places of the reference and of the vectors with a single deviation. */
  readonly singles: readonly number[];
  /** So many of the first are accepted whole. */
  readonly countPlain: number;
  private readonly answers = new Map<number, unknown>();
  private readonly indices = new Map<number, AnswerIndex>();

  /** @param inputs of the part's cases, in their order */
  constructor(
    private readonly model: ChoiceModel,
    private readonly inputs: readonly unknown[],
  ) {
    this.vectors = listVectors(model).filter((one) => !one.looksBack && one.solved === undefined);
    const lesser = this.vectors.findIndex(({ slips, credit }) => slips > 0 || credit !== "1");
    this.countPlain = lesser < 0 ? this.vectors.length : lesser;
    this.singles = this.vectors.flatMap((one, place) => (one.deviations.length > 1 ? [] : [place]));
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
    return this.getIndex(at).find(came);
  }

  /** @param at which input */
  prepareIndex(at: number): void {
    if (at < this.inputs.length) this.getIndex(at);
  }

  private getIndex(at: number): AnswerIndex {
    const known = this.indices.get(at);
    if (known !== undefined) return known;
    const answers = this.vectors.map((_, place) => this.getAnswer(place, at));
    const index = new AnswerIndex(this.model, answers);
    this.indices.set(at, index);
    return index;
  }
}
