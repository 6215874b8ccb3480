/** Puts a class into a queue, for workers on any machine; nothing is graded. */

import { parseLimits } from "../../contract/limits";
import { nameAssignment } from "../../intake/question-names";
import { planQuestions } from "../../judge/plan";
import { listOtherTitles } from "../../report/other-titles";
import { readAsBefore } from "../class-identity";
import { takeSeed } from "../class-seed";
import { gatherFacts } from "../gather-facts";
import type { GradeContext, GradeRequest } from "../grade-request";
import { discoverApart } from "../reading/discover-apart";
import { refuseOtherPart } from "../shards/refuse-other-part";
import { openQueue } from "./bullmq";
import { nameJobs, nameQueue } from "./class-jobs";

export interface EnqueueRequest
  extends Pick<GradeRequest, "path" | "discovery" | "outFolder" | "assignment" | "seed" | "limits"> {
  /** As for `openQueue`. */
  readonly address: string;
  /** Also what is done already, for results that were lost with a machine. */
  readonly again?: boolean;
}

/**
 * What is in the queue already stays as it is there.
 *
 * @param request its output folder is one that a worker writes to, and holds the seed unless that is given
 * @returns how many submissions there are, and how many wait for a worker
 * @throws UsageError for what the caller can mend
 */
export async function enqueueClass(
  { path, discovery, outFolder, assignment, seed, limits: given, address, again }: EnqueueRequest,
  context: Pick<GradeContext, "root" | "producer" | "tools">,
): Promise<{ readonly submissions: number; readonly open: number }> {
  const limits = parseLimits(given);
  const { submissions } = await discoverApart(path, limits, {
    ...(await readAsBefore(outFolder, discovery)),
    questions: nameAssignment(assignment, listOtherTitles),
  });
  await refuseOtherPart(outFolder, seed);
  const plan = planQuestions(assignment.questions, (await takeSeed(outFolder, seed)).seed);
  const { facts } = await gatherFacts({ assignment }, context, { plan, limits });
  const queue = await openQueue(address, nameQueue(facts, submissions));
  try {
    await queue.add([...nameJobs(submissions).keys()]);
    if (again === true) await queue.reopen();
    return { submissions: submissions.length, open: (await queue.count()).open };
  } finally {
    await queue.close();
  }
}
