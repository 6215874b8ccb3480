import { UsageError } from "../contract/faults";
import type { Limits } from "../contract/limits";
import { parseLimits } from "../contract/limits";
import type { BatchFacts } from "../contract/record";
import type { Discovery, FoundSubmission } from "../contract/submission";
import { describeDiscovery } from "../intake/describe-discovery";
import { discoverSubmissions } from "../intake/discover";
import { planQuestions } from "../judge/plan";
import { readMarks } from "../records/hand-marks/marks-file";
import { openStore } from "../records/store";
import { removeDrafts } from "../records/text-file";
import { openReporter } from "../report/report";
import { refuseUnknownQuestions } from "./chosen-questions";
import { refuseOtherClass } from "./class-identity";
import { gatherRecords, takeForClass } from "./class-records";
import { refuseLoneSeed, takeSeed } from "./class-seed";
import { openClassDesk } from "./desk/open-class-desk";
import { gatherFacts } from "./gather-facts";
import type { GradeContext, GradedClass, GradeRequest } from "./grade-request";
import { lockFolder } from "./lock";
import { matchRecorded, tellShard } from "./match-class";
import { refuseFewOpenFiles } from "./open-files";
import { prepareOutFolder } from "./out-folder";
import { recordBatch } from "./record-batch";
import { isInShard } from "./shards/shard";
import { takeRoster } from "./take-roster";
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
  const discovery = await discoverSubmissions(request.path, limits, request.discovery);
  const wanted = chooseSubmissions(discovery.submissions, request);
  if (request.shard !== undefined) await refuseLoneSeed(request.outFolder, request.seed);
  await prepareOutFolder(request.outFolder, request.path);
  const unlock = await lockFolder(request.outFolder);
  try {
    const graded = await gradeFound(request, context, { limits, discovery, wanted });
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
    recorded: await store.listFolders(),
    getFolder: store.getFolder,
  });
  const marks = await readMarks(outFolder);
  const roster = await takeRoster(unseeded, discovery, outFolder);
  const { seed, origin } = await takeSeed(outFolder, unseeded.seed);
  const request: SeededRequest = { ...unseeded, seed };
  const plan = planQuestions(assignment.questions, seed);
  const reporter = await openReporter(`${context.root}/templates`, assignment, translator);
  const desk = openClassDesk(request, { limits, reporter, root: context.root, signal: context.signal });
  try {
    const conditions = await gatherFacts(request, context, { plan, limits });
    const asked = submissions.filter(({ id }) => wanted.has(id));
    const notes = [...describeDiscovery(discovery), ...roster.notices, ...marks.notices];
    const tell = (facts: BatchFacts) => tellShard(request, { facts, found: submissions, roster });
    const take = takeForClass(marks.lines, assignment);
    const batch = { take, conditions, store, plan, desk, limits, asked, notes, tellShard: tell };
    const { facts, records } = await recordBatch(request, context, batch);
    const whole = await gatherRecords(store, { facts, records, found: submissions, take });
    const match = await matchRecorded(request, roster, { class: whole, found: submissions });
    const place = { facts, store, desk, translator: reporter.translator, outFolder };
    const written = await writeClass({ ...place, class: whole, roster: match, marks: marks.lines });
    return { ...written, leftAside: discovery.leftAside, seed: origin };
  } finally {
    await desk.close();
  }
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
