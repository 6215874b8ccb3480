/** `staff/<submission>/answers.json`: what came when a submission was run, so that it can be judged again without that. */
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { Outcome } from "../../contract/outcome";
import { remember } from "../../contract/remember";
import { parseJson } from "../../contract/schemas/ajv";
import schema from "../../contract/schemas/answers.schema.json";
import type { Plan, PlannedCall } from "../../judge/plan";
import { outputFiles } from "../../records/output-files";
import type { RecordStore } from "../../records/store";
import { compileKept } from "../../validators/kept-validators";
import type { RunToJudge } from "../judge-run";
import { readRun } from "./read-run";
import { writeTagged } from "./write-tagged";

/** MAJOR.MINOR of answers.schema.json. */
const answersVersion = "1.0";

interface AnswersFile {
  readonly schemaVersion: typeof answersVersion;
  readonly contentDigest: string;
  readonly calls: readonly string[];
  readonly packed: string;
}

/** What a run gave, without regard to what was asked of it. */
export interface RecordedAnswers extends Pick<RunToJudge, "written" | "exports"> {
  readonly contentDigest: string;
  /** By `nameCall`. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
}

const answersSchema = compileKept<AnswersFile>(schema);

/**
 * A call is the same wherever its function and its arguments are, whatever question or seed asked it. Worked out once
 * for each call of a plan, not for each submission.
 */
const nameCall = remember(({ key }: Pick<PlannedCall, "key">): string =>
  createHash("sha256").update(key).digest("hex").slice(0, 32),
);

export function collectAnswers(contentDigest: string, plan: Plan, run: RunToJudge): RecordedAnswers {
  const outcomes = new Map<string, Outcome>();
  plan.calls.forEach((call, index) => {
    const outcome = run.outcomes[index];
    if (outcome !== undefined) outcomes.set(nameCall(call), outcome);
  });
  return { contentDigest, written: run.written, exports: run.exports, outcomes };
}

/** After some questions were asked alone: earlier answers of the same files stay. */
export function addEarlierAnswers(now: RecordedAnswers, earlier: RecordedAnswers | null): RecordedAnswers {
  if (earlier?.contentDigest !== now.contentDigest) return now;
  return { ...now, outcomes: new Map([...earlier.outcomes, ...now.outcomes]) };
}

/** Null where a call of the plan was never asked: the submission has to be run. */
export function findOutcomes({ outcomes }: RecordedAnswers, plan: Plan): readonly Outcome[] | null {
  const found = plan.calls.map((call) => outcomes.get(nameCall(call)));
  return found.every((one) => one !== undefined) ? found : null;
}

/** Equal answers are equal bytes. */
export function formatAnswers({ contentDigest, outcomes, written, exports }: RecordedAnswers): string {
  const packed: RunToJudge = { written, exports, outcomes: [...outcomes.values()] };
  const file: AnswersFile = {
    schemaVersion: answersVersion,
    contentDigest,
    calls: [...outcomes.keys()],
    packed: gzipSync(writeTagged(packed)).toString("base64"),
  };
  return `${JSON.stringify(file)}\n`;
}

/** Null where none are kept, or as {@link parseAnswers}. */
export async function readRecordedAnswers(
  store: RecordStore,
  submissionId: string,
): Promise<RecordedAnswers | null> {
  const text = await store.readFile(submissionId, outputFiles.answers);
  return text === null ? null : parseAnswers(text, `answers of ${submissionId}`);
}

/** Null for a file that is damaged or of another version: then the submission can be run again. Never throws. */
export function parseAnswers(text: string, path: string): RecordedAnswers | null {
  try {
    const { contentDigest, calls, packed } = answersSchema.check(parseJson(text, path), path);
    const run = readRun(Buffer.from(packed, "base64"));
    if (run === null || run.outcomes.length !== calls.length) return null;
    const { written, exports, outcomes } = run;
    const byCall = calls.flatMap((name, index): [string, Outcome][] => {
      const outcome = outcomes[index];
      return outcome === undefined ? [] : [[name, outcome]];
    });
    return { contentDigest, written, exports, outcomes: new Map(byCall) };
  } catch {
    return null;
  }
}
