/** Every sentence that a student may read, in English: what a language's table holds, no more and no less. */
import type { Assignment } from "../contract/assignment";
import { listProgramSentences, listTextSentences } from "../student/handout/public-sentences";
import { readHandoutTemplates } from "../student/handout/templates";
import { takePublicHalf } from "../student/public/public-half";
import { readPublicSources } from "../student/public/read-sources";
import { listFeedbackSentences } from "../wording/list-feedback-sentences";
import { listReportSentences } from "../wording/list-report-sentences";

/** In the order in which a translator meets them; each once. */
export async function listAllSentences(root: string, assignment: Assignment): Promise<readonly string[]> {
  const sources = await readPublicSources(root, assignment);
  const texts = { ...(await readHandoutTemplates(root)), ...sources };
  const publicHalf = takePublicHalf(assignment, sources);
  return [
    ...new Set([
      ...listProgramSentences(publicHalf),
      ...listTextSentences(publicHalf, texts),
      ...listReportSentences(),
      ...listFeedbackSentences(assignment),
    ]),
  ];
}
