/** Writes and reads `roster.json`: who handed in what. It alone joins names to pseudonyms; checked both ways. */
import type { RosterMatch } from "../contract/roster";
import schema from "../contract/schemas/roster.schema.json";
import { compileKept } from "../validators/kept-validators";
import { readDocument, writeDocument } from "./document-file";

/** MAJOR.MINOR of roster.schema.json. */
const rosterVersion = "1.0";

export interface RosterDocument extends RosterMatch {
  readonly schemaVersion: typeof rosterVersion;
}

const rosterSchema = compileKept<RosterDocument>(schema);

/** @throws GraderFault when the match does not fit the schema; WriteFault when the disk refuses */
export async function writeRoster(path: string, match: RosterMatch): Promise<void> {
  await writeDocument(rosterSchema, path, { schemaVersion: rosterVersion, ...match });
}

/** @throws UsageError naming the file and what is wrong with it */
export async function readRoster(path: string): Promise<RosterMatch> {
  return readDocument(rosterSchema, path, "a roster document");
}
