/** New records of those whose marks are of another rubric, seed or plan: judged from their answers, or run elsewhere. */
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AcceptanceLine } from "../../contract/accepted-option";
import type { Assignment } from "../../contract/assignment";
import { parseLimits } from "../../contract/limits";
import type { SubmissionRecord } from "../../contract/record";
import type { FoundSubmission } from "../../contract/submission";
import { describeError } from "../../contract/thrown";
import { planQuestions } from "../../judge/plan";
import { findReasonToRegrade } from "../../records/conditions";
import { outputFiles } from "../../records/output-files";
import { openStore } from "../../records/store";
import { openReporter } from "../../report/report";
import { createPool } from "../../running/pool";
import { type ClassPlace, discoverAgain, readClassPlace } from "../class-identity";
import { hasMark, nameFault, readWhole } from "../class-records";
import { checkSeed, readOwnSeed } from "../class-seed";
import { gatherFacts } from "../gather-facts";
import { gradeClass } from "../grade";
import type { GradeContext, GradeRequest } from "../grade-request";
import { openClassWorkshop } from "../workshop/open-class-workshop";
import { judgeAgain, type RejudgingTools } from "./judge-again";

export type RegradeRequest = Pick<
  GradeRequest,
  "outFolder" | "assignment" | "assignmentModule" | "seed" | "limits" | "sandboxMode" | "jobs" | "translator"
> & {
  /** Is to be said of what the class accepts, before anything is judged by it. */
  readonly acceptance?: AcceptanceLine;
  /** Where the class lies, for those who have to be run. Left out: where it lay when it was graded. */
  readonly classPath?: string;
};

/** A submission whose mark stays as it is although it would not be given again. */
export interface LeftMark {
  readonly id: string;
  readonly because: string;
}

export interface FreshRecords {
  /** With a mark, or in the place of one that had none either. */
  readonly records: readonly SubmissionRecord[];
  /** Text of `answers.json` of those who were run, by submission id. */
  readonly answers: ReadonlyMap<string, string>;
  /** Ids of those who were judged from their answers on record. */
  readonly judged: readonly string[];
  /** Ids of those who were run. */
  readonly run: readonly string[];
  readonly left: readonly LeftMark[];
  /** How many marks would be given again as they stand. */
  readonly standing: number;
}

type Seeded = RegradeRequest & { readonly seed: string };

/** Nothing is written to the output folder. @throws UsageError; the signal's reason when interrupted */
export async function makeFreshRecords(
  records: readonly SubmissionRecord[],
  unseeded: RegradeRequest,
  context: GradeContext,
): Promise<FreshRecords> {
  const { outFolder, assignment } = unseeded;
  const seed = unseeded.seed === undefined ? await readOwnSeed(outFolder) : checkSeed(unseeded.seed);
  const request: Seeded = { ...unseeded, seed };
  const limits = parseLimits(request.limits);
  const plan = planQuestions(assignment.questions, seed);
  const { facts } = await gatherFacts(request, context, { plan, limits });
  const stale = records.filter((record) => findReasonToRegrade(record, facts) !== null);
  const judged = await judgeAll(stale, request, { plan, facts, limits, context });
  const done = new Set([...judged.records, ...judged.left].map((one) => getId(one)));
  const waiting = stale.filter(({ submission }) => !done.has(submission.id));
  const run = await runAll(waiting, request, context);
  const hadMark = new Set(records.filter(hasMark).map(getId));
  const all = [...judged.records, ...run.records];
  // A mark that was earned stays when the grader fails now.
  const fresh = all.filter((record) => hasMark(record) || !hadMark.has(getId(record)));
  const failed = all.filter((one) => !hasMark(one));
  const ran = new Set(run.records.map(getId));
  return {
    records: fresh,
    answers: run.answers,
    judged: fresh.map(getId).filter((id) => !ran.has(id)),
    run: fresh.map(getId).filter((id) => ran.has(id)),
    left: [
      ...judged.left,
      ...run.left,
      ...failed.map((one) => ({ id: getId(one), because: nameFault(one) })),
    ],
    standing: records.length - stale.length,
  };
}

function getId(one: SubmissionRecord | LeftMark): string {
  return "id" in one ? one.id : one.submission.id;
}

type Judging = Pick<RejudgingTools, "plan" | "facts"> & {
  readonly limits: ReturnType<typeof parseLimits>;
  readonly context: GradeContext;
};

async function judgeAll(
  stale: readonly SubmissionRecord[],
  request: Seeded,
  { plan, facts, limits, context }: Judging,
): Promise<Pick<FreshRecords, "records" | "left">> {
  const { root, signal, now } = context;
  const reporter = await openReporter(join(root, "templates"), request.assignment);
  const workshop = openClassWorkshop(request, { limits, reporter, style: {}, root, signal });
  const tools = { plan, workshop, facts, store: openStore(request.outFolder), now };
  const pool = createPool(request.jobs);
  const left: LeftMark[] = [];
  const judgeOne = async (record: SubmissionRecord): Promise<readonly SubmissionRecord[]> => {
    try {
      const fresh = await judgeAgain(record, tools);
      return fresh === null ? [] : [fresh];
    } catch (error) {
      signal?.throwIfAborted();
      left.push({ id: record.submission.id, because: describeError(error) });
      return [];
    }
  };
  try {
    const all = await Promise.all(stale.map((record) => pool.add(() => judgeOne(record))));
    return { records: all.flat(), left };
  } finally {
    await workshop.close();
  }
}

type Run = Pick<FreshRecords, "records" | "answers" | "left">;

/** In a folder of its own, which is gone afterwards. */
async function runAll(
  waiting: readonly SubmissionRecord[],
  { classPath, ...request }: Seeded,
  context: GradeContext,
): Promise<Run> {
  const place = await readClassPlace(request.outFolder, classPath);
  const { only, left } = await chooseToRun(
    waiting,
    place && { ...place, limits: request.limits ?? {} },
    request.assignment,
  );
  if (place === null || only.length === 0) return { records: [], answers: new Map(), left };
  const { path, discovery } = place;
  const outFolder = await mkdtemp(join(tmpdir(), "ridgepoint-regrade-"));
  try {
    const graded = await gradeClass({ ...request, path, discovery, only, outFolder }, context);
    const records = await readWhole(openStore(outFolder), graded.records);
    return { records, answers: await readAllAnswers(outFolder, only), left };
  } finally {
    await rm(outFolder, { recursive: true, force: true });
  }
}

type Choice = Pick<Run, "left"> & { readonly only: readonly string[] };

/** Whose work lies there as it was graded. */
async function chooseToRun(
  waiting: readonly SubmissionRecord[],
  place: ClassPlace | null,
  assignment: Assignment,
): Promise<Choice> {
  const isThere = waiting.length > 0 && place !== null && existsSync(place.path);
  const { submissions } = isThere ? await discoverAgain(place, assignment) : { submissions: [] };
  const found = new Map(submissions.map((one) => [one.id, one]));
  const obstacles = waiting.map((record) => ({
    id: getId(record),
    why: findObstacle(record, found.get(getId(record)), place),
  }));
  return {
    only: obstacles.flatMap(({ id, why }) => (why === null ? [id] : [])),
    left: obstacles.flatMap(({ id, why }) =>
      why === null ? [] : [{ id, because: `it has to be run, and ${why}` }],
    ),
  };
}

/** A mark is for what was graded: another hand-in, or none that can be read, is no reason to take it away. */
function findObstacle(
  { submission: { contentDigest } }: SubmissionRecord,
  found: FoundSubmission | undefined,
  place: ClassPlace | null,
): string | null {
  const naming = "name the class with --class";
  if (place === null) return `nobody knows where the class lies; ${naming}`;
  if (found === undefined) return `it is not in ${place.path}; ${naming}`;
  const isSame = found.kind === "submission" && found.contentDigest === contentDigest;
  if (contentDigest === null || isSame) return null;
  return `what is read of it in ${place.path} is not what was graded; ${naming}, or grade it with npm run grade`;
}

async function readAllAnswers(outFolder: string, ids: readonly string[]): Promise<Run["answers"]> {
  const store = openStore(outFolder);
  const texts = new Map<string, string>();
  for (const id of ids) {
    const text = await store.readFile(id, outputFiles.answers);
    if (text !== null) texts.set(id, text);
  }
  return texts;
}
