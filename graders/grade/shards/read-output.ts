/** An output folder of one part of a class, as it lies there; nothing in it is changed. */
import { existsSync } from "node:fs";
import { UsageError } from "../../contract/faults";
import type { SubmissionRecord } from "../../contract/record";
import type { RosterMatch } from "../../contract/roster";
import { outputFiles } from "../../records/output-files";
import { openStore } from "../../records/store";
import { refuseWorking } from "../lock";
import { readRosterIfThere } from "../take-roster";
import { readShardFile, type ShardFile } from "./shard-file";

/** Records, and where they lie: as it was typed. */
export interface RecordsOfFolder {
  readonly folder: string;
  readonly records: readonly SubmissionRecord[];
}

export interface ShardOutput extends RecordsOfFolder {
  readonly file: ShardFile;
  /** Of the whole class; undefined when the part was graded without a roster. */
  readonly roster: RosterMatch | undefined;
}

/** @throws UsageError when there is no such folder, a grader works there, or what lies there cannot be read */
export async function readOutput(folder: string): Promise<ShardOutput> {
  if (!existsSync(folder)) throw new UsageError(`${folder}: expected the output of one part, got no folder`);
  await refuseWorking(folder);
  const file = await readShardFile(folder);
  if (file === null) {
    throw new UsageError(
      `${folder}: expected the output of npm run grade -- --shard or npm run worker, got no ${outputFiles.shard.path}; run it first`,
    );
  }
  const { records, unreadable } = await openStore(folder).readAll();
  if (unreadable.size > 0) {
    throw new UsageError(
      `${[...unreadable.values()].join("; ")}; run that part again, and it is graded anew`,
    );
  }
  return { folder, file, records, roster: await readRosterIfThere(folder, outputFiles.shardRoster) };
}
