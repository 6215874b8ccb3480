import type { Compiler } from "../contract/compiled";
import type { Limits } from "../contract/limits";
import { parseLimits } from "../contract/limits";
import type { Discovery, FoundSubmission } from "../contract/submission";
import { describeDiscovery } from "../intake/describe-discovery";
import { nameAssignment } from "../intake/question-names";
import { readMarks } from "../records/hand-marks/marks-file";
import { openStore, type RecordStore } from "../records/store";
import { removeDrafts } from "../records/text-file";
import { takeWeights } from "../records/weights/weights-file";
import { listOtherTitles } from "../report/other-titles";
import { startCompiler } from "../running/compile/compile";
import { openAssignment } from "./accepted/class-assignment";
import { chooseIds } from "./choose-ids";
import { refuseUnknownQuestions } from "./chosen-questions";
import { readAsBefore, refuseOtherClass } from "./class-identity";
import { type FinishedRun, gatherRecords, type TakeRecord, takeForClass } from "./class-records";
import { openClassReporter } from "./class-reporter";
import { takeSeed } from "./class-seed";
import { gatherFacts } from "./gather-facts";
import type { GradeContext, GradedClass, GradeRequest } from "./grade-request";
import { listAccounts, rememberAccounts, tellReplaced } from "./known-accounts";
import { lockFolder } from "./lock";
import { matchRecorded, tellShard } from "./match-class";
import { refuseFewOpenFiles } from "./open-files";
import { openHistory } from "./open-history";
import { prepareOutFolder } from "./out-folder";
import { planOnce } from "./plan-once";
import { discoverApart } from "./reading/discover-apart";
import { type KnownBatch, type RecordedBatch, recordBatch } from "./record-batch";
import { refuseOtherPart } from "./shards/refuse-other-part";
import { isInShard } from "./shards/shard";
import { type TakenRoster, takeRoster } from "./take-roster";
import { readToldClass } from "./told-class";
import type { Host } from "./workshop/host";
import { openClassWorkshop } from "./workshop/open-class-workshop";
import type { Workshop } from "./workshop/workshop";
import { startWorkshop } from "./workshop/workshop";
import { writeClass } from "./write-class";

/** A request whose seed is settled. */
type SeededRequest = GradeRequest & { readonly seed: string };

/**
 * Grades a class and writes everything under `outFolder`. A record is on disk the moment its submission is done,
 * so an interrupted run loses nothing that was finished: the next one takes it up.
 *
 * @throws UsageError for what the caller can mend; GraderFault when nothing can be graded at all; the signal's
 *   reason when interrupted
 */
export async function gradeClass(request: GradeRequest, context: GradeContext): Promise<GradedClass> {
  refuseUnknownQuestions(request.assignment, request.questions);
  const limits = parseLimits(request.limits);
  refuseFewOpenFiles(limits.openFiles, request.jobs);
  const questions = nameAssignment(request.assignment, listOtherTitles);
  const reading = { ...(await readAsBefore(request.outFolder, request.discovery)), questions };
  const discovery = await discoverApart(request.path, limits, reading, context.signal);
  const wanted = chooseSubmissions(discovery.submissions, request);
  if (request.shard !== undefined) await refuseOtherPart(request.outFolder, request.seed);
  await prepareOutFolder(request.outFolder, request.path);
  const unlock = await lockFolder(request.outFolder);
  try {
    const graded = await gradeFound({ ...request, discovery: reading }, context, {
      limits,
      discovery,
      wanted,
    });
    await context.onWritten?.(graded);
    return graded;
  } finally {
    await unlock();
  }
}

interface FoundClass {
  readonly limits: Limits;
  readonly discovery: Discovery;
  readonly wanted: ReadonlySet<string>;
}

async function gradeFound(
  request: GradeRequest,
  context: GradeContext,
  { limits, discovery, wanted }: FoundClass,
): Promise<GradedClass> {
  const { outFolder, path, discovery: reading = {}, limits: given = {}, only } = request;
  const submissionIds = discovery.submissions.map(({ id }) => id);
  await removeDrafts(outFolder);
  const store = openStore(outFolder);
  const recorded = await store.listFolders();
  const place = { path, discovery: reading, limits: given };
  const { isMember = false } = discovery;
  const isPart = only !== undefined;
  const seen = { place, isPart, isMember, submissionIds, recorded, getFolder: store.getFolder };
  await refuseOtherClass(outFolder, seen);
  // While both come up, the cases are made.
  const atOnce = request.fresh === true || [...wanted].some((id) => !recorded.has(store.getFolder(id)));
  const compiler = context.compiler ?? startCompiler(limits, request.sandboxMode, { atOnce });
  const started =
    atOnce && request.assignmentModule !== undefined
      ? startWorkshop(request.assignmentModule, limits)
      : undefined;
  try {
    return await gradeWith({ limits, discovery, wanted, store, compiler, started }, request, context);
  } finally {
    await started?.stop();
    if (compiler !== context.compiler) await compiler.close();
  }
}

interface StartedClass extends FoundClass {
  readonly store: RecordStore;
  readonly compiler: Compiler;
  /** The workshop's process. */
  readonly started: Host | undefined;
}

/**
 * From a class that was found to its pages: what is the class's own is taken or made, then everybody is recorded, then
 * all is written from what is on record.
 */
async function gradeWith(
  started: StartedClass,
  unseeded: GradeRequest,
  context: GradeContext,
): Promise<GradedClass> {
  const { outFolder, isAnonymousAsked = false } = unseeded;
  const { limits, discovery, store } = started;
  const assignment = await openAssignment(unseeded.assignment, outFolder);
  const { leftAside } = discovery;
  const marks = await readMarks(outFolder);
  const weights = await takeWeights(outFolder, unseeded.weights);
  const replaced = await rememberAccounts(outFolder, listAccounts(discovery.submissions));
  const roster = await takeRoster(unseeded, discovery, outFolder);
  const { seed, origin } = await takeSeed(outFolder, unseeded.seed);
  const request: SeededRequest = { ...unseeded, assignment, seed };
  const { root, signal } = context;
  const { reporter, style } = await openClassReporter({ outFolder, root, assignment }, unseeded);
  const host = { limits, reporter, style, root, signal, started: started.started };
  const workshop = openClassWorkshop(request, host);
  const take = takeForClass(marks.lines, assignment);
  try {
    const handedIn = listFound(discovery);
    const recording = {
      request,
      context,
      workshop,
      roster,
      take,
      notices: [...marks.notices, ...tellReplaced(replaced)],
    };
    const { facts, records } = await recordFound(started, recording);
    const told = await readToldClass(outFolder);
    const run = { facts, records, found: handedIn, told, take, now: context.now };
    const whole = await gatherRecords(store, run);
    const match = await matchRecorded(request, roster, { class: whole, found: handedIn });
    const place = { facts, store, workshop, translator: reporter.translator, outFolder, isAnonymousAsked };
    const written = await writeClass({ ...place, class: whole, roster: match, marks: marks.lines, weights });
    return { ...written, leftAside, seed: origin };
  } finally {
    await workshop.close();
  }
}

/** Without the texts: once all is recorded, nothing holds them any more. */
function listFound({ submissions }: Discovery): FinishedRun["found"] {
  return submissions.map((one) =>
    one.kind === "submission" ? { id: one.id, contentDigest: one.contentDigest } : { id: one.id },
  );
}

interface Recording {
  readonly request: SeededRequest;
  readonly context: GradeContext;
  readonly workshop: Workshop;
  readonly roster: TakenRoster;
  readonly take: TakeRecord;
  /** About the marks by hand. */
  readonly notices: readonly string[];
}

/** Apart from what follows, so that the hand-ins are gone by then. */
async function recordFound(
  { limits, discovery, wanted, store, compiler }: StartedClass,
  { request, context, workshop, roster, take, notices }: Recording,
): Promise<RecordedBatch> {
  const { submissions } = discovery;
  const plan = planOnce(request.assignment.questions, request.seed);
  const gathered = await gatherFacts(request, context, { plan, limits });
  const history = await openHistory(request.outFolder, { ...gathered, plan });
  const batch: KnownBatch = {
    conditions: gathered.facts,
    history,
    store,
    plan,
    workshop,
    compiler,
    limits,
    take,
    asked: submissions.filter(({ id }) => wanted.has(id)),
    notes: [...describeDiscovery(discovery), ...roster.notices, ...notices],
    tellShard: (facts) => tellShard(request, { facts, found: submissions, roster }),
  };
  return recordBatch(request, context, batch);
}

function chooseSubmissions(
  submissions: readonly FoundSubmission[],
  { only, shard }: Pick<GradeRequest, "only" | "shard">,
): ReadonlySet<string> {
  const ids = submissions.map(({ id }) => id);
  const wanted = only === undefined ? ids : chooseIds("--only", only, ids);
  return new Set(shard === undefined ? wanted : wanted.filter((id) => isInShard(id, shard)));
}
