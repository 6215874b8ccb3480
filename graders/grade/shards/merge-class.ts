/** The outputs of several parts of a class as the output of one run. Nothing is compiled or run. */
import { existsSync } from "node:fs";
import { realpath, rmdir } from "node:fs/promises";
import type { Assignment } from "../../contract/assignment";
import { UsageError } from "../../contract/faults";
import type { BatchFacts } from "../../contract/record";
import type { Translator } from "../../contract/translator";
import { digestRubric } from "../../records/rubric";
import type { OlderMark } from "../../records/scores-document";
import { openStore } from "../../records/store";
import { removeDrafts } from "../../records/text-file";
import { takeWeights } from "../../records/weights/weights-file";
import { readClassPlace, writeClassPlace } from "../class-identity";
import { findPages, keepPages } from "../kept-pages";
import { lockFolder } from "../lock";
import { prepareOutFolder } from "../out-folder";
import { writeRecorded } from "../rewrite-class";
import type { RosterRequest } from "../take-roster";
import { readToldClass } from "../told-class";
import type { ClassResult } from "../write-class";
import { type ChosenRecords, chooseRecords, describeMissing } from "./choose-records";
import { describeMachines, findWeakest, refuseDifferent } from "./compare-outputs";
import { copyAnswers } from "./copy-answers";
import { copyHistory } from "./copy-history";
import { mergeRoster } from "./merge-roster";
import { mergeWeights } from "./merge-weights";
import { type RecordsOfFolder, readOutput, type ShardOutput } from "./read-output";
import { takeSeedOfOutputs } from "./take-keys";
import { refuseAccepting, takeAcceptances, takeWhatWasSaid } from "./take-lines";

export interface MergeRequest extends RosterRequest {
  /** Output folders of parts, each of `gradeClass` with a shard. */
  readonly outputs: readonly string[];
  readonly outFolder: string;
  readonly assignment: Assignment;
  /** Where the project lies. */
  readonly root: string;
  /** Merge what is there although submissions are missing; the others are neither graded nor absent. */
  readonly partial?: boolean;
  /** Of what students read; the class's, or the parts', when left out. */
  readonly translator?: Translator;
}

export interface MergedClass extends ClassResult {
  /** For a person: where records differ, where machines differ, who is missing, how the roster was read. */
  readonly notices: readonly string[];
  /** Ids of submissions that no part has graded; empty unless it was asked for in part. */
  readonly missing: readonly string[];
}

/**
 * Byte-equal to one run over the whole class but for clocks, whatever machine graded which part. The outputs stay as
 * they are; what lies in `outFolder` from an earlier merge is taken for one output more.
 *
 * @throws UsageError when the outputs are not parts of one run (naming what differs), one of them is being written, or
 *   somebody is missing
 */
export async function mergeClass(request: MergeRequest): Promise<MergedClass> {
  const { outFolder } = request;
  await refuseTwice(request.outputs);
  const outputs: ShardOutput[] = [];
  for (const folder of request.outputs) outputs.push(await readOutput(folder));
  outputs.sort((a, b) => a.file.shard.index - b.file.shard.index);
  refuseDifferent(outputs);
  await refuseAccepting(outputs);
  await refuseOtherBuild(outputs, request);
  const isNew = !existsSync(outFolder);
  try {
    for (const { folder } of outputs) await prepareOutFolder(outFolder, folder);
    return await mergeAlone(request, outputs);
  } catch (error) {
    // A merge that was refused leaves nothing behind; only an empty folder goes.
    if (isNew) await rmdir(outFolder).catch(() => {});
    throw error;
  }
}

async function mergeAlone(request: MergeRequest, outputs: readonly ShardOutput[]): Promise<MergedClass> {
  const unlock = await lockFolder(request.outFolder);
  try {
    return await mergeLocked(request, outputs);
  } finally {
    await unlock();
  }
}

async function mergeLocked(request: MergeRequest, outputs: readonly ShardOutput[]): Promise<MergedClass> {
  const { outFolder, root, translator, partial = false } = request;
  await removeDrafts(outFolder);
  const earlier = { folder: outFolder, records: (await openStore(outFolder).readAll()).records };
  refuseOtherResults(earlier, outputs);
  const chosen = chooseRecords(outputs, earlier);
  const { missing } = chosen;
  const lack = missing.length === 0 ? null : describeMissing(missing, outputs);
  if (lack !== null && !partial) throw new UsageError(`${lack}; or merge what is there with --partial`);
  const { weights: said, notices: weighed } = await mergeWeights(outputs, outFolder);
  const ids = chosen.records.map((record) => record.submission.id);
  const { match: roster, notices } = await mergeRoster(request, { outputs, ids });
  await takeSeedOfOutputs(outputs, outFolder);
  await writeRecords(chosen, earlier);
  await copyHistory(outputs, outFolder);
  await copyAnswers(chosen.records, outputs, outFolder);
  const accepted = await takeAcceptances(outputs, outFolder);
  const { lines: marks, notices: taken } = await takeWhatWasSaid(outputs, outFolder);
  const templates = await keepClassPlace(outputs, outFolder);
  const weights = await takeWeights(outFolder, said);
  const facts = joinFacts(request.assignment, outputs);
  const found = listStale(chosen, outputs);
  const told = { sandbox: facts.sandbox, ids: [], older: await joinOlder(chosen, outputs) };
  const pages = translator === undefined ? {} : { translator };
  const written = await writeRecorded({ outFolder, root, facts, found, told, roster, marks, weights, pages });
  const all = [
    ...describeMachines(outputs),
    ...chosen.notices,
    ...accepted,
    ...taken,
    ...weighed,
    ...notices,
    ...templates,
    ...(lack === null ? [] : [lack]),
  ];
  return { ...written, notices: all, missing };
}

async function refuseTwice(folders: readonly string[]): Promise<void> {
  const seen = new Map<string, string>();
  for (const folder of folders) {
    const path = await realpath(folder).catch(() => folder);
    const before = seen.get(path);
    if (before !== undefined) throw new UsageError(`${folder}: the same folder as ${before}; name each once`);
    seen.set(path, folder);
  }
}

/** Pages and titles come from this build, marks from the one that graded. */
async function refuseOtherBuild(
  [first]: readonly ShardOutput[],
  { root, assignment }: MergeRequest,
): Promise<void> {
  if (first === undefined) throw new UsageError("expected at least one output folder, got none");
  const { file, folder } = first;
  if (file.assignment.id === assignment.id && file.rubricDigest === (await digestRubric(root))) return;
  throw new UsageError(
    `${folder}: graded under another rubric than this build's; merge with the build that graded`,
  );
}

/** Of the folder that is merged into: an earlier merge of the same class may lie there, and no other. */
function refuseOtherResults({ folder, records }: RecordsOfFolder, outputs: readonly ShardOutput[]): void {
  const ids = new Set(outputs.flatMap(({ file }) => file.submissions.map((one) => one.id)));
  if (records.length === 0 || records.some((record) => ids.has(record.submission.id))) return;
  throw new UsageError(`--out: ${folder} holds the results of another class; choose another folder`);
}

async function writeRecords({ records }: ChosenRecords, earlier: RecordsOfFolder): Promise<void> {
  const store = openStore(earlier.folder);
  const there = new Set(earlier.records);
  for (const record of records) if (!there.has(record)) await store.writeRecord(record);
}

/** Where the class lay when it was graded, perhaps on another machine, and how its pages are: as a part knows. */
async function keepClassPlace(
  outputs: readonly ShardOutput[],
  outFolder: string,
): Promise<readonly string[]> {
  if ((await readClassPlace(outFolder)) !== null) return [];
  const folders = outputs.map(({ folder }) => folder);
  const places = await Promise.all(folders.map((folder) => readClassPlace(folder)));
  const place = places.find((one) => one !== null);
  if (place) await writeClassPlace(outFolder, place);
  const pages = await Promise.all(folders.map((folder) => findPages(folder)));
  const language = pages.find((one) => one.language !== undefined)?.language;
  const ownTemplates = pages.find((one) => one.ownTemplates !== undefined)?.ownTemplates;
  const isLost = ownTemplates !== undefined && !existsSync(ownTemplates);
  await keepPages(outFolder, { language, ownTemplates: isLost ? undefined : ownTemplates });
  return isLost ? [`${ownTemplates}: templates of a part, not on this machine; pages are by ours`] : [];
}

function joinFacts(assignment: Assignment, outputs: readonly ShardOutput[]): BatchFacts {
  const { file } = outputs[0] as ShardOutput;
  const { seedDigest, rubricDigest, planDigest, producer, tools } = file;
  const { sandbox } = findWeakest(outputs)?.file ?? file;
  return { assignment, seedDigest, rubricDigest, planDigest, producer, tools, sandbox };
}

/** Of the marks that were taken, what a part saw of their age. */
async function joinOlder(
  { records }: ChosenRecords,
  outputs: readonly ShardOutput[],
): Promise<ReadonlyMap<string, OlderMark>> {
  const taken = new Map(records.map(({ submission, clock }) => [submission.id, clock.finishedAt]));
  const told = await Promise.all(outputs.map(({ folder }) => readToldClass(folder)));
  const older = told.flatMap((one) => [...(one?.older ?? [])]);
  return new Map(older.filter(([id, { gradedAt }]) => taken.get(id) === gradedAt));
}

/** What was handed in by those whose record is of something else. */
function listStale(
  { missing }: ChosenRecords,
  outputs: readonly ShardOutput[],
): readonly { readonly id: string; readonly contentDigest?: string }[] {
  const stale = new Set(missing);
  const { submissions } = (outputs[0] as ShardOutput).file;
  return submissions.flatMap(({ id, contentDigest }) =>
    stale.has(id) && contentDigest !== null ? [{ id, contentDigest }] : [],
  );
}
