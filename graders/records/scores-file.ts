/** Writes and reads `scores.json`, checked against its schema both ways. */
import { readFile } from "node:fs/promises";
import { GraderFault, UsageError } from "../contract/faults";
import { compileSchema, parseJson, SchemaError } from "../contract/schemas/ajv";
import schema from "../contract/schemas/scores.schema.json";
import { describeError } from "../contract/thrown";
import type { ScoreDocument } from "./scores-document";
import { writeTextFile } from "./text-file";

const scoresSchema = compileSchema<ScoreDocument>(schema);

/** @throws GraderFault when the document does not fit its schema: we made it, so we are wrong; WriteFault */
export async function writeScores(path: string, scores: ScoreDocument): Promise<void> {
  try {
    await writeTextFile(path, `${JSON.stringify(scoresSchema.check(scores, path), null, 2)}\n`);
  } catch (error) {
    throw error instanceof SchemaError ? new GraderFault(error.message) : error;
  }
}

/** @throws UsageError naming the file and what is wrong with it */
export async function readScores(path: string): Promise<ScoreDocument> {
  try {
    return scoresSchema.check(parseJson(await readFile(path, "utf8"), path), path);
  } catch (error) {
    if (error instanceof SchemaError) throw new UsageError(error.message);
    throw new UsageError(`${path}: expected a score document, got ${describeError(error)}`);
  }
}
