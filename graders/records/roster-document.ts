/** Writes and reads `roster.json`: who handed in what. It alone joins names to pseudonyms; checked both ways. */
import { readFile } from "node:fs/promises";
import { GraderFault, UsageError } from "../contract/faults";
import type { RosterMatch } from "../contract/roster";
import { compileSchema, parseJson, SchemaError } from "../contract/schemas/ajv";
import schema from "../contract/schemas/roster.schema.json";
import { describeError } from "../contract/thrown";
import { writeTextFile } from "./text-file";

/** MAJOR.MINOR of roster.schema.json. */
const rosterVersion = "1.0";

export interface RosterDocument extends RosterMatch {
  readonly schemaVersion: typeof rosterVersion;
}

const rosterSchema = compileSchema<RosterDocument>(schema);

/** @throws GraderFault when the match does not fit the schema; WriteFault when the disk refuses */
export async function writeRoster(path: string, match: RosterMatch): Promise<void> {
  try {
    const roster = rosterSchema.check({ schemaVersion: rosterVersion, ...match }, path);
    await writeTextFile(path, `${JSON.stringify(roster, null, 2)}\n`);
  } catch (error) {
    throw error instanceof SchemaError ? new GraderFault(error.message) : error;
  }
}

/** @throws UsageError naming the file and what is wrong with it */
export async function readRoster(path: string): Promise<RosterMatch> {
  try {
    return rosterSchema.check(parseJson(await readFile(path, "utf8"), path), path);
  } catch (error) {
    if (error instanceof SchemaError) throw new UsageError(error.message);
    throw new UsageError(`${path}: expected a roster document, got ${describeError(error)}`);
  }
}
