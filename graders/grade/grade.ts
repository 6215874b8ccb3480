import { UsageError } from "../contract/faults";
import type { Limits } from "../contract/limits";
import { parseLimits } from "../contract/limits";
import type { Discovery, FoundSubmission } from "../contract/submission";
import { describeDiscovery } from "../intake/describe-discovery";
import { discoverSubmissions } from "../intake/discover";
import { planQuestions } from "../judge/plan";
import { readMarks } from "../records/hand-marks/marks-file";
import { openStore } from "../records/store";
import { removeDrafts } from "../records/text-file";
import { takeWeights } from "../records/weights/weights-file";
import { openReporter } from "../report/report";
import { startCompiler } from "../running/compile/compile";
import { createSandbox } from "../running/sandbox/sandbox";
import { refuseUnknownQuestions } from "./chosen-questions";
import { refuseOtherClass } from "./class-identity";
import { gatherRecords } from "./class-records";
import { refuseLoneSeed, type SeedOrigin, takeSeed } from "./class-seed";
import type { Desk } from "./desk/desk";
import { openClassDesk } from "./desk/open-class-desk";
import { gatherFacts } from "./gather-facts";
import type { GradeContext, GradeRequest } from "./grade-request";
import type { GradingTools } from "./grade-submission";
import { lockFolder } from "./lock";
import { matchRecorded, tellShard } from "./match-class";
import { refuseFewOpenFiles } from "./open-files";
import { prepareOutFolder } from "./out-folder";
import { recordAll } from "./record-all";
import type { RecordingTools } from "./record-submission";
import { isInShard } from "./shards/shard";
import { takeRoster } from "./take-roster";
import { type ClassResult, writeClass } from "./write-class";

export interface GradedClass extends ClassResult {
  readonly seed: SeedOrigin;
}

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
  const discovery = await discoverSubmissions(request.path, limits, request.discovery);
  const wanted = chooseSubmissions(discovery.submissions, request);
  if (request.shard !== undefined) await refuseLoneSeed(request.outFolder, request.seed);
  await prepareOutFolder(request.outFolder, request.path);
  const unlock = await lockFolder(request.outFolder);
  try {
    return await gradeFound(request, context, { limits, discovery, wanted });
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
  unseeded: GradeRequest,
  context: GradeContext,
  { limits, discovery, wanted }: FoundClass,
): Promise<GradedClass> {
  const { outFolder, assignment, translator } = unseeded;
  const { submissions } = discovery;
  await removeDrafts(outFolder);
  const store = openStore(outFolder);
  await refuseOtherClass(outFolder, {
    path: unseeded.path,
    submissionIds: submissions.map(({ id }) => id),
    recordedIds: (await store.readAll()).records.map((record) => record.submission.id),
  });
  const marks = await readMarks(outFolder);
  const weights = await takeWeights(outFolder, unseeded.weights);
  const roster = await takeRoster(unseeded, discovery, outFolder);
  const { seed, origin } = await takeSeed(outFolder, unseeded.seed);
  const request: SeededRequest = { ...unseeded, seed };
  const reporter = await openReporter(`${context.root}/templates`, assignment, translator);
  const desk = openClassDesk(request, { limits, reporter, root: context.root, signal: context.signal });
  return withTools({ ...request, ...context, desk }, limits, async (tools) => {
    const facts = { ...(await gatherFacts(request, context, tools)), sandbox: tools.sandbox.report };
    await tellShard(request, { facts, found: submissions, roster });
    const { report: sandbox } = tools.sandbox;
    const notes = [
      ...describeDiscovery(discovery),
      ...roster.notices,
      ...marks.notices,
      ...tools.sandbox.notes,
    ];
    context.onProgress?.({ kind: "started", submissions: wanted.size, sandbox, notes });
    const questions = request.questions === undefined ? {} : { questions: new Set(request.questions) };
    const recording: RecordingTools = { tools, facts, store, now: context.now, ...questions };
    const asked = submissions.filter(({ id }) => wanted.has(id));
    const records = await recordAll(recording, asked, { ...request, ...context });
    const whole = await gatherRecords(store, { facts, records, found: submissions });
    const match = await matchRecorded(request, roster, { class: whole, found: submissions });
    const place = { facts, store, desk, translator: reporter.translator, outFolder };
    const written = await writeClass({ ...place, class: whole, roster: match, marks: marks.lines, weights });
    return { ...written, leftAside: discovery.leftAside, seed: origin };
  });
}

function chooseSubmissions(
  submissions: readonly FoundSubmission[],
  { only, shard }: Pick<GradeRequest, "only" | "shard">,
): ReadonlySet<string> {
  const ids = new Set(submissions.map((one) => one.id));
  const unknown = (only ?? []).filter((id) => !ids.has(id));
  if (unknown.length > 0) throw new UsageError(`--only: no submission is called ${unknown.join(", ")}`);
  const wanted = only ?? [...ids];
  return new Set(shard === undefined ? wanted : wanted.filter((id) => isInShard(id, shard)));
}

async function withTools<T>(
  request: SeededRequest & Pick<GradeContext, "compiler"> & { readonly desk: Desk },
  limits: Limits,
  use: (tools: GradingTools) => Promise<T>,
): Promise<T> {
  const compiler = request.compiler ?? startCompiler(limits, request.sandboxMode);
  try {
    const sandbox = await createSandbox(request.sandboxMode, limits, compiler);
    try {
      const plan = planQuestions(request.assignment.questions, request.seed);
      const { desk, twice = false } = request;
      return await use({ plan, desk, compiler, sandbox, limits, twice });
    } finally {
      await sandbox.close();
    }
  } finally {
    await request.desk.close();
    if (compiler !== request.compiler) await compiler.close();
  }
}
