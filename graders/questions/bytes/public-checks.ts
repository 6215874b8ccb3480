/** What a student can check alone about Task 1: the published digest of "abc", and how the three amounts hang together. */
import { getField, isClose, isSameCount, readCountField, readReal } from "../../contract/answers";
import type { PublicCheck } from "../../contract/question";
import type { Value } from "../../contract/value";

/** The published SHA-256 digest of "abc" starts with ba7816bf8f. */
const bytesOfAbc = 0xba7816bf8f;

export const publicChecks: readonly PublicCheck[] = [
  {
    id: "three-numbers",
    says: "the answer holds three numbers: nBytes, nKB and nMB",
    calls: [{ export: "nameBytes", args: ["abc"] }],
    findMismatch: ([amount]) =>
      ["nBytes", "nKB", "nMB"].every((field) => readCountField(amount, field).ok)
        ? null
        : "an object with the numbers nBytes, nKB and nMB",
  },
  {
    id: "digest",
    says: 'the SHA-256 digest of "abc" starts with ba7816bf8f',
    calls: [{ export: "nameBytes", args: ["abc"] }],
    findMismatch: ([amount]) => {
      const nBytes = readCountField(amount, "nBytes");
      return nBytes.ok && isSameCount(bytesOfAbc, nBytes.answer)
        ? null
        : "0xba7816bf8f bytes for the name abc";
    },
  },
  {
    id: "smaller-numbers",
    says: "a bigger unit gives a smaller number, and both steps are the same",
    calls: [{ export: "nameBytes", args: ["abc"] }],
    findMismatch: ([amount]) => {
      const [bytes, kilobytes, megabytes] = ["nBytes", "nKB", "nMB"].map((field) => read(amount, field));
      const [first, second] = [divide(bytes, kilobytes), divide(kilobytes, megabytes)];
      return first > 1 && isClose(first, second, 1e-8)
        ? null
        : "nBytes / nKB and nKB / nMB above 1 and equal to each other, with the fractions kept";
    },
  },
  {
    id: "as-typed",
    says: "a name counts exactly as typed: abc, Abc, abc with a blank before it, and é in its two Unicode forms",
    calls: ["abc", "Abc", " abc", "\u00e9", "e\u0301"].map((name) => ({ export: "nameBytes", args: [name] })),
    findMismatch: (amounts) => {
      const numbers = amounts.map((amount) => read(amount, "nBytes"));
      return new Set(numbers).size === numbers.length ? null : "five different numbers of bytes";
    },
  },
];

function read(amount: Value, field: string): number {
  const real = readReal(getField(amount, field));
  return real.ok ? real.answer : Number.NaN;
}

function divide(a: number | undefined, b: number | undefined): number {
  return (a ?? Number.NaN) / (b ?? Number.NaN);
}
