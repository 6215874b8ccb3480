/** What a student can check alone about PReLU: properties of the count on small matrices. */
import { readCount } from "../../contract/answers";
import type { PublicCheck } from "../../contract/question";
import type { Call, Value } from "../../contract/value";

function ask(rows: number, ...values: readonly number[]): Call {
  const shape = [rows, values.length / rows];
  return { export: "preluFlops", args: [{ shape, data: Float32Array.from(values) }] };
}

function read(value: Value): number {
  const count = readCount(value);
  return count.ok ? Number(count.answer) : Number.NaN;
}

export const publicChecks: readonly PublicCheck[] = [
  {
    id: "all-negative",
    says: "a row of three negative entries takes three operations",
    calls: [ask(1, -1, -2, -3)],
    findMismatch: ([count]) => (read(count) === 3 ? null : "3"),
  },
  {
    id: "not-zero",
    says: "the count is not 0 unless all entries are positive (the notebook's own assertion)",
    calls: [ask(2, 4, -4, 5, 6)],
    findMismatch: ([count]) => (read(count) > 0 ? null : "a count above 0"),
  },
  {
    id: "order-is-irrelevant",
    says: "the order of the entries does not matter",
    calls: [ask(2, 4, -4, 0, 6), ask(2, 0, 6, 4, -4)],
    findMismatch: ([one, other]) => (read(one) === read(other) ? null : "the same count for both"),
  },
  {
    id: "every-row",
    says: "three equal rows take three times as many operations as one",
    calls: [ask(1, 4, -4, 5, -6), ask(3, 4, -4, 5, -6, 4, -4, 5, -6, 4, -4, 5, -6)],
    findMismatch: ([one, three]) => (read(three) === 3 * read(one) ? null : "three times the count"),
  },
  {
    id: "zero-is-not-positive",
    says: "an entry of 0 takes as many operations as a negative one: the definition says where it belongs",
    calls: [ask(1, 0, 0), ask(1, -1, -1)],
    findMismatch: ([zeros, negatives]) =>
      read(zeros) === read(negatives) ? null : "the same count for both",
  },
  {
    id: "passed-on",
    says: "an entry that is passed on as it is takes no operation",
    calls: [ask(1, -1, -2), ask(1, -1, 3, -2, 5, 7)],
    findMismatch: ([without, withPositive]) =>
      read(without) === read(withPositive) ? null : "the same count with three positive entries more",
  },
  {
    id: "at-most-one-each",
    says: "no entry takes more than one operation",
    calls: [ask(2, 4, -4, 0, 6, -1, -2)],
    findMismatch: ([count]) => (read(count) <= 6 ? null : "at most 6 for 6 entries"),
  },
];
