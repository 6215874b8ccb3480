/** Records anew and holds the result against what is stored and against the model. */

import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Comparison, comparePeak } from "../../reference/recordings/agreement";
import {
  findStoredRecording,
  listRecordings,
  listStoredRecordings,
  readRecording,
} from "../../reference/recordings/catalogue";
import type { Recording, StoredVariant } from "../../reference/recordings/recordings";
import { type RunProgram, runProgram } from "./python";

/** A fresh recording: against the model, and whether its events are the stored ones. */
export interface FreshComparison extends Comparison {
  readonly isAsStored: boolean;
}

/** @throws Error when the recorder fails, with the end of what it said */
export function recordAnew(
  python: string,
  recorder: string,
  names: readonly string[],
  run: RunProgram = runProgram,
): FreshComparison[] {
  const folder = mkdtempSync(join(tmpdir(), "ridgepoint-recordings-"));
  try {
    const { exitCode, stderr } = run(python, [recorder, "--out", folder, "--only", names.join(",")]);
    if (exitCode !== 0) throw new Error(`${python} ${recorder} failed:\n${stderr.slice(-2000)}`);
    return readFresh(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readFresh(folder: string): FreshComparison[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".json") && name !== "family.json");
  return files.flatMap((name) => {
    const fresh: StoredVariant = JSON.parse(readFileSync(join(folder, name), "utf8"));
    return listStoredRecordings(fresh).flatMap(({ id }) => {
      const recording = findStoredRecording(fresh, id);
      return recording === null ? [] : [{ ...comparePeak(recording), isAsStored: isAsStored(recording) }];
    });
  });
}

function isAsStored(fresh: Recording): boolean {
  if (!listRecordings().some(({ id }) => id === fresh.id)) return false;
  return JSON.stringify(readRecording(fresh.id).events) === JSON.stringify(fresh.events);
}
