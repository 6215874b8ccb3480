/** The three amounts of an answer to Task 1: how they are read and compared. */
import { type Count, getField, isClose, isSameCount, readCountField, readReal } from "../../contract/answers";
import type { Read } from "../../contract/question";
import type { Value } from "../../contract/value";

/** An amount of memory in three units. Who leaves `nBytes` out is judged by the conversion alone. */
export interface Amount {
  readonly nBytes: Count | undefined;
  readonly nKB: number;
  readonly nMB: number;
}

const relativeTolerance = 1e-9;
/** For numbers that show no or one decimal only: good enough where it changes nothing that matters. */
const coarseTolerance = 1e-6;

export function readAmount(value: Value): Read<Amount> {
  const nKB = readUnit(value, "nKB", "nKiB");
  if (!nKB.ok) return nKB;
  const nMB = readUnit(value, "nMB", "nMiB");
  if (!nMB.ok) return nMB;
  const bytes = getField(value, "nBytes");
  const nBytes = bytes === undefined ? undefined : readReal(bytes);
  if (nBytes?.ok === false)
    return { ok: false, came: { code: "returned-in-field", came: nBytes.came, name: "nBytes" } };
  return {
    ok: true,
    answer: { nBytes: nBytes?.answer, nKB: Number(nKB.answer), nMB: Number(nMB.answer) },
  };
}

/** An amount by its documented name, or by the one the binary unit has. */
function readUnit(value: Value, name: string, binaryName: string): Read<Count> {
  const isBinary = getField(value, name) === undefined && getField(value, binaryName) !== undefined;
  return readCountField(value, isBinary ? binaryName : name);
}

export function isSameAmount(expected: Amount, came: Amount): boolean {
  return (
    (expected.nBytes === undefined ||
      came.nBytes === undefined ||
      isSameCount(expected.nBytes, came.nBytes)) &&
    isSameConversion(expected.nKB, came.nKB) &&
    isSameConversion(expected.nMB, came.nMB)
  );
}

/**
 * True within 1e-9 of the expected number, or when it is that number rounded or cut to the decimals shown: two or more,
 * or fewer where the error stays within 1e-6.
 */
function isSameConversion(expected: number, came: number): boolean {
  if (isClose(expected, came, relativeTolerance)) return true;
  const decimals = countDecimals(came);
  if (decimals < 2 && isClose(expected, came, coarseTolerance)) return true;
  return Math.abs(came - expected) <= 10 ** -Math.max(2, decimals);
}

/** Decimals a number shows in its shortest form; 20 stands for more. */
function countDecimals(value: number): number {
  for (let decimals = 0; decimals < 20; decimals++) {
    if (Number(value.toFixed(decimals)) === value) return decimals;
  }
  return 20;
}
