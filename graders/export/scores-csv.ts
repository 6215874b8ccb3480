/** The score document as a table for people. Pure. */

import { GraderFault } from "../contract";
import type { ScoreDocument } from "../engine/scores";

/** RFC 4180, with a BOM; cells that a spreadsheet would run as a formula are made inert. */
export function formatScoresCsv(scores: ScoreDocument): string {
  throw new GraderFault(`not built yet: ${scores.submissions.length}`);
}
