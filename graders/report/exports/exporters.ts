/** The documents made of a class's scores, one line each. A new one needs its entry in the map of output files as well. */
import type { RosterMatch } from "../../contract/roster";
import { type OutputFile, outputFiles } from "../../records/output-files";
import type { ScoreDocument } from "../../records/scores-document";
import { formatGradebook } from "./gradebook";
import { formatScoresCsv } from "./scores-csv";

export interface Exporter {
  readonly file: OutputFile;
  /** The whole text of the file. @param roster names; a file that students may read must not use it */
  format(scores: ScoreDocument, roster?: RosterMatch): string;
}

export const exporters: readonly Exporter[] = [
  { file: outputFiles.scoresTable, format: formatScoresCsv },
  { file: outputFiles.gradebook, format: formatGradebook },
];
