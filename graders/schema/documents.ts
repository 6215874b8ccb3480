/** The documents we write and read, each bound to its schema. */
import type { SubmissionRecord } from "../engine/record";
import type { RosterDocument } from "../engine/roster-document";
import type { ScoreDocument } from "../engine/scores";
import { compileSchema } from "./ajv";
import record from "./record.schema.json";
import roster from "./roster.schema.json";
import scores from "./scores.schema.json";

export const recordSchema = compileSchema<SubmissionRecord>(record);
export const scoresSchema = compileSchema<ScoreDocument>(scores);
export const rosterSchema = compileSchema<RosterDocument>(roster);
