/** `staff/regrades.jsonl`: a line for every time that marks were judged again, only ever added to. */
import schema from "../contract/schemas/regrade.schema.json";
import { createLineFile, type ReadLines } from "./line-file";
import { outputFiles } from "./output-files";

/** MAJOR.MINOR of regrade.schema.json. */
export const regradeVersion = "1.0";

/** Exact decimals by question id; null where there are no points. */
export type PointsByQuestion = Readonly<Record<string, string | null>>;

export interface ReplacedRecord {
  readonly submission: string;
  /** Of the record that was replaced: its file in `history/` begins with it. RFC 3339, UTC. */
  readonly gradedAt: string;
  readonly rubricDigest: string;
  readonly seedDigest: string;
  /** False where the answers on record were judged again. */
  readonly wasRun: boolean;
  /** As judged, without what people decided. */
  readonly before: PointsByQuestion;
  readonly now: PointsByQuestion;
}

export interface RegradeLine {
  readonly schemaVersion: typeof regradeVersion;
  /** RFC 3339, UTC. */
  readonly at: string;
  readonly by: string;
  readonly why: string;
  readonly rubricDigest: string;
  readonly seedDigest: string;
  readonly replaced: readonly ReplacedRecord[];
}

const file = createLineFile<RegradeLine>({
  file: outputFiles.regrades,
  schema,
  holds: "what was judged again",
  advice: "the records are as they say themselves",
});

/** @throws UsageError as `LineFile.read` */
export function readRegrades(outFolder: string): Promise<ReadLines<RegradeLine>> {
  return file.read(outFolder);
}

/** @throws WriteFault and GraderFault as `LineFile.append` */
export function appendRegrades(outFolder: string, lines: readonly RegradeLine[]): Promise<void> {
  return file.append(outFolder, lines);
}
