/** The recordings at hand: listed without their events, and decoded one at a time. */

import atto from "./atto.json";
import base from "./base.json";
import family from "./family.json";
import large from "./large.json";
import nano from "./nano.json";
import {
  decodeEvents,
  describeRecording,
  type Recording,
  type RecordingSetup,
  type RecordingSummary,
  recordingFormatVersion,
  type StoredVariant,
} from "./recordings";
import tiny from "./tiny.json";

/** Smallest model first. */
const storedVariants: readonly StoredVariant[] = [atto, nano, tiny, base, large];

/** Every recording in the repository, smallest model first. */
export function listRecordings(): RecordingSummary[] {
  return storedVariants.flatMap(listStoredRecordings);
}

/**
 * A recording with its events, by the id that {@link listRecordings} gives it.
 *
 * @throws RangeError when there is none of that name
 */
export function readRecording(id: string): Recording {
  for (const stored of storedVariants) {
    const recording = findStoredRecording(stored, id);
    if (recording !== null) {
      return recording;
    }
  }
  throw new RangeError(`no recording is called ${id}; listRecordings() names all of them.`);
}

/** Software and command behind the recordings of each variant. */
export function listRecordingSetups(): ReadonlyMap<string, RecordingSetup> {
  return new Map(storedVariants.map((stored) => [stored.variant, stored.how]));
}

/** What was counted without recording a run, for all nine variants. */
export const recordedFamily = family;

/** The recordings in one stored file, say a fresh one. */
export function listStoredRecordings(stored: StoredVariant): RecordingSummary[] {
  checkFormat(stored);
  return stored.recordings.map((recording) => describeRecording(stored.variant, recording));
}

/** One recording of a stored file, or null where that file has none of this name. */
export function findStoredRecording(stored: StoredVariant, id: string): Recording | null {
  checkFormat(stored);
  const recording = stored.recordings.find((candidate) => candidate.id === id);
  if (recording === undefined) {
    return null;
  }
  const events = decodeEvents(stored, recording);
  return { ...describeRecording(stored.variant, recording), events };
}

function checkFormat({ variant, formatVersion }: StoredVariant): void {
  if (formatVersion !== recordingFormatVersion) {
    throw new RangeError(
      `the recordings of ${variant} have format ${formatVersion}, this program reads ${recordingFormatVersion}: record them again.`,
    );
  }
}
