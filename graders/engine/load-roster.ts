/** Writes and reads `roster.json`, which joins names to pseudonyms; checked against its schema both ways. */
import { readFile } from "node:fs/promises";
import { GraderFault } from "../contract";
import { parseJson, SchemaError } from "../schema/ajv";
import { rosterSchema } from "../schema/documents";
import { describeError } from "./plan";
import type { RosterDocument, Student } from "./roster";
import { UsageError } from "./usage-error";
import { writeFileWhole } from "./write-file";

/** @throws GraderFault when the students do not fit the schema, or the disk refuses */
export async function writeRoster(path: string, students: readonly Student[]): Promise<void> {
  const roster: RosterDocument = { schemaVersion: "1.0", students };
  try {
    await writeFileWhole(path, `${JSON.stringify(rosterSchema.check(roster, path), null, 2)}\n`);
  } catch (error) {
    if (error instanceof SchemaError) throw new GraderFault(error.message);
    throw new GraderFault(`${path}: could not be written: ${describeError(error)}`);
  }
}

/** @throws UsageError naming the file and what is wrong with it */
export async function readRoster(path: string): Promise<readonly Student[]> {
  try {
    return rosterSchema.check(parseJson(await readFile(path, "utf8"), path), path).students;
  } catch (error) {
    if (error instanceof SchemaError) throw new UsageError(error.message);
    throw new UsageError(`${path}: expected a roster document, got ${describeError(error)}`);
  }
}
