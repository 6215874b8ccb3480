/** `staff/weights.json`: which questions count otherwise for this class, kept until something else is said. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { UsageError } from "../../contract/faults";
import type { QuestionWeight } from "../../contract/question-weight";
import { parseJson, SchemaError } from "../../contract/schemas/ajv";
import schema from "../../contract/schemas/weights.schema.json";
import { describeError, hasErrorCode } from "../../contract/thrown";
import { compileKept } from "../../validators/kept-validators";
import { outputFiles } from "../output-files";
import { writeTextFile } from "../text-file";

const weightsSchema = compileKept<{
  readonly schemaVersion: "1.0";
  readonly weights: readonly QuestionWeight[];
}>(schema);

/** Undefined where nothing was ever said. @throws UsageError for a file that cannot be read: points depend on it */
export async function readSaidWeights(outFolder: string): Promise<readonly QuestionWeight[] | undefined> {
  const path = join(outFolder, outputFiles.weights.path);
  try {
    return weightsSchema.check(parseJson(await readFile(path, "utf8"), path), path).weights;
  } catch (error) {
    if (hasErrorCode(error, "ENOENT")) return undefined;
    throw new UsageError(error instanceof SchemaError ? error.message : `${path}: ${describeError(error)}`);
  }
}

/** None where nothing was ever said. @throws as {@link readSaidWeights} */
export async function readWeights(outFolder: string): Promise<readonly QuestionWeight[]> {
  return (await readSaidWeights(outFolder)) ?? [];
}

/** What is said now takes the place of what was said; nothing said leaves it. @throws UsageError; WriteFault */
export async function takeWeights(
  outFolder: string,
  said: readonly QuestionWeight[] | undefined,
): Promise<readonly QuestionWeight[]> {
  const before = await readWeights(outFolder);
  if (said === undefined || JSON.stringify(said) === JSON.stringify(before)) return before;
  const text = JSON.stringify({ schemaVersion: "1.0", weights: said }, null, 2);
  await writeTextFile(join(outFolder, outputFiles.weights.path), `${text}\n`);
  return said;
}
