/** Validators that a program carries in itself: it then needs neither all of ajv nor a place to keep code in. */
import { createHash } from "node:crypto";
import { bringValidators, type Validate, writeValidator } from "../contract/schemas/ajv";

/** The code of one, by the digest of its schema. */
export interface CarriedValidator {
  readonly schemaDigest: string;
  readonly code: string;
}

/** For a program to carry. */
export function writeCarried(schema: object): CarriedValidator {
  return { schemaDigest: digestSchema(schema), code: writeValidator(schema) };
}

type LoadValidator = (module: { exports: unknown }) => void;

const carried = new Map<string, () => Validate>();

/** @param load runs the code */
export function carryValidator(schemaDigest: string, load: LoadValidator): void {
  const holder: { exports: unknown } = { exports: null };
  carried.set(schemaDigest, () => {
    if (holder.exports === null) load(holder);
    return holder.exports as Validate;
  });
  bringValidators((schema) => carried.get(digestSchema(schema))?.() ?? null);
}

/**
 * Loads what is carried while there is nothing else to do, and has it compiled, which the engine puts off until it is
 * called: the first document would wait for both.
 */
export function loadCarried(): void {
  for (const load of carried.values()) load()(null);
}

function digestSchema(schema: object): string {
  return createHash("sha256").update(JSON.stringify(schema)).digest("hex");
}
