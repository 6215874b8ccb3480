/** What a student can check alone about the model's FLOP: properties that every way of counting has. */
import { readReal } from "../../contract/answers";
import type { PublicCheck } from "../../contract/question";
import type { Value } from "../../contract/value";

const model = { inFeatures: 3, outFeatures: 2 };
const row = [1, -2, 3];
const ask = (rows: number) => ({
  export: "modelFlops",
  args: [
    { shape: [rows, 3], data: Float32Array.from(Array.from({ length: rows }, () => row).flat()) },
    model,
  ],
});

function readAll(answers: readonly Value[]): readonly number[] {
  return answers.map((answer) => {
    const read = readReal(answer);
    return read.ok ? read.answer : Number.NaN;
  });
}

export const publicChecks: readonly PublicCheck[] = [
  {
    id: "positive-number",
    says: "the FLOP of a 3 → 2 model on one sample are a positive number",
    calls: [ask(1)],
    findMismatch: (answers) => (readAll(answers).every((flops) => flops > 0) ? null : "a positive number"),
  },
  {
    id: "same-rows",
    says: "four equal samples cost twice as much as two",
    calls: [ask(2), ask(4)],
    findMismatch: (answers) => {
      const [two = Number.NaN, four = Number.NaN] = readAll(answers);
      return four === 2 * two ? null : "2 times the FLOP of two samples";
    },
  },
  {
    id: "one-more-output",
    says: "one more output of the linear layer takes multiplications and additions: more than one operation per input",
    calls: [ask(1), { ...ask(1), args: [ask(1).args[0], { ...model, outFeatures: 3 }] }],
    findMismatch: (answers) => {
      const [fewer = Number.NaN, more = Number.NaN] = readAll(answers);
      return more - fewer > model.inFeatures ? null : "more than 3 further operations for 3 inputs";
    },
  },
];
