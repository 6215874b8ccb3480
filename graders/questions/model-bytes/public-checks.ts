/** What a student can check alone about the bytes moved: properties that every way of counting has. */
import { readReal } from "../../contract/answers";
import type { PublicCheck } from "../../contract/question";
import type { Value } from "../../contract/value";

const model = { inFeatures: 6, outFeatures: 10 };
const ask = (batchSize: number) => ({ export: "modelBytes", args: [batchSize, model] });

function readAll(answers: readonly Value[]): readonly number[] {
  return answers.map((answer) => {
    const read = readReal(answer);
    return read.ok ? read.answer : Number.NaN;
  });
}

export const publicChecks: readonly PublicCheck[] = [
  {
    id: "positive-number",
    says: "the bytes of a 6 → 10 model at batch size 2 are a positive number",
    calls: [ask(2)],
    findMismatch: (answers) => (readAll(answers).every((bytes) => bytes > 0) ? null : "a positive number"),
  },
  {
    id: "grows-evenly",
    says: "every further sample adds the same number of bytes",
    calls: [ask(1), ask(2), ask(3)],
    findMismatch: (answers) => {
      const [one = Number.NaN, two = Number.NaN, three = Number.NaN] = readAll(answers);
      const isEven = two > one && Math.abs(three - two - (two - one)) <= 1e-9 * three;
      return isEven ? null : "the same increase from 1 to 2 samples as from 2 to 3";
    },
  },
  {
    id: "first-sample",
    says: "the first sample moves more than each further one: what is read once, however many samples there are?",
    calls: [ask(1), ask(2)],
    findMismatch: (answers) => {
      const [one = Number.NaN, two = Number.NaN] = readAll(answers);
      return one > (two - one) * (1 + 1e-9) ? null : "less than twice the bytes for two samples";
    },
  },
];
