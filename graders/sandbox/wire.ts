/** The text form of values that cross the border, both ways: JSON, with tagged objects for what JSON lacks. */
import type { Call } from "../contract";
import { GraderFault } from "../contract";

/** A call with its arguments as text. Equal export and equal text mean: the same call. */
export interface EncodedCall {
  readonly export: string;
  readonly argsText: string;
}

/** Encodes once per batch, not once per submission. */
export function encodeCall(call: Call): EncodedCall {
  return { export: call.export, argsText: encodeArgs(call.args) };
}

/**
 * Canonical text of arguments: equal values give equal text, whatever the order of their keys. Tensors travel as
 * base64, or as a repeated tile where the data repeat one.
 *
 * @throws GraderFault for what is no plain data (a function, a Date …)
 */
export function encodeArgs(args: readonly unknown[]): string {
  throw new GraderFault(`not built yet: ${args.length}`);
}
