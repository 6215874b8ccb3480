/** Random inputs beyond the hidden cases of a seed: on these two functions are called the same, or told apart. */

import type { CallPart, Question } from "../../contract/question";
import type { Call } from "../../contract/value";
import { nameStream } from "../../judge/plan";
import { createRandom } from "../../judge/random";
import type { Loaded } from "./load-modules";
import { spellOutcome } from "./outcome-text";

/** Calls, and what the unchanged functions give. */
interface Drawn {
  readonly calls: readonly Call[];
  readonly expected: readonly string[];
}

/** Seeds to draw from; a part draws several inputs per seed. */
const seeds = Array.from({ length: 200 }, (_, index) => `extra-${index + 1}`);
/** Values in the inputs of one part, as far as memory goes: recordings are long, the data of tensors is dense. */
const mostValues = 300_000;
/** Asked at once: few, so that a difference is found soon. */
const chunkSize = 100;

export class RandomInputs {
  readonly #known = new Map<string, Drawn>();

  constructor(readonly original: Loaded) {}

  /** True when a function differs from the original on one of them. */
  hasDifference(question: Question, changed: Loaded): boolean {
    const { calls, expected } = this.#get(question);
    for (let from = 0; from < calls.length; from += chunkSize) {
      const came = changed.callAll(calls.slice(from, from + chunkSize)).map(spellOutcome);
      if (came.some((text, index) => text !== expected[from + index])) return true;
    }
    return false;
  }

  list(question: Question): readonly Call[] {
    return this.#get(question).calls;
  }

  #get(question: Question): Drawn {
    const known = this.#known.get(question.id) ?? this.#draw(question);
    this.#known.set(question.id, known);
    return known;
  }

  #draw(question: Question): Drawn {
    const calls = question.parts.flatMap((part) => (part.kind === "call" ? drawCalls(question, part) : []));
    return { calls, expected: this.original.callAll(calls).map(spellOutcome) };
  }
}

/** As many as the seeds give, but no more values than fit into memory together. */
function drawCalls(question: Question, part: CallPart): readonly Call[] {
  const calls: Call[] = [];
  let values = 0;
  for (const seed of seeds) {
    const cases = part.cases(createRandom(seed, nameStream(question, part)));
    const drawn = cases.filter((one) => one.source === "random").map(({ input }) => part.args(input));
    calls.push(...drawn.map((args) => ({ export: part.export, args })));
    values += drawn.reduce<number>((sum, args) => sum + countValues(args), 0);
    if (values > mostValues) break;
  }
  return calls;
}

function countValues(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength / 64;
  if (typeof value !== "object" || value === null) return 1;
  return Object.values(value).reduce<number>((sum, item) => sum + countValues(item), 0);
}
