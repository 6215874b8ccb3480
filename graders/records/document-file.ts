/** JSON documents of an output folder, checked against their schema both ways. */
import { readFile } from "node:fs/promises";
import { GraderFault, UsageError } from "../contract/faults";
import { type CompiledSchema, parseJson, SchemaError } from "../contract/schemas/ajv";
import { describeError } from "../contract/thrown";
import { isThere } from "./if-there";
import { writeTextFile } from "./text-file";

/** @throws GraderFault when it does not fit: we made it, so we are wrong */
export function checkOwn<T>(schema: CompiledSchema<T>, value: unknown, path: string): T {
  try {
    return schema.check(value, path);
  } catch (error) {
    throw error instanceof SchemaError ? new GraderFault(error.message) : error;
  }
}

/** @throws GraderFault when it does not fit; WriteFault */
export async function writeDocument<T>(schema: CompiledSchema<T>, path: string, value: T): Promise<void> {
  await writeTextFile(path, `${JSON.stringify(checkOwn(schema, value, path), null, 2)}\n`);
}

/** @param holds "a score document" @throws UsageError naming the file and what is wrong with it */
export async function readDocument<T>(schema: CompiledSchema<T>, path: string, holds: string): Promise<T> {
  try {
    return schema.check(parseJson(await readFile(path, "utf8"), path), path);
  } catch (error) {
    if (error instanceof SchemaError) throw new UsageError(error.message);
    throw new UsageError(`${path}: expected ${holds}, got ${describeError(error)}`);
  }
}

/** Null where there is none. @throws as {@link readDocument} */
export async function readDocumentIfThere<T>(
  schema: CompiledSchema<T>,
  path: string,
  holds: string,
): Promise<T | null> {
  return isThere(path) ? readDocument(schema, path, holds) : null;
}
