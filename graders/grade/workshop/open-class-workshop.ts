/** The workshop of a class that is graded: threads where they can make the assignment for themselves. */
import { join } from "node:path";
import type { Assignment } from "../../contract/assignment";
import type { Limits } from "../../contract/limits";
import type { PageStyle, Reporter } from "../../report/report";
import type { Host } from "./host";
import { openLocalWorkshop, openWorkshop, type Workshop } from "./workshop";

export interface ClassToJudge {
  readonly assignment: Assignment;
  /** Absolute path of the module that exports the assignment. */
  readonly assignmentModule?: string;
  readonly seed: string;
  readonly jobs: number;
}

export interface WorkshopSurroundings {
  readonly limits: Limits;
  readonly reporter: Reporter;
  /** The reporter's. */
  readonly style: PageStyle;
  /** Where `templates/` lies. */
  readonly root: string;
  readonly signal: AbortSignal | undefined;
  /** The workshop's process, started for a class of which something is to be judged. */
  readonly started?: Host | undefined;
}

export function openClassWorkshop(
  { assignment, assignmentModule, seed, jobs }: ClassToJudge,
  { limits, reporter, style, root, signal, started }: WorkshopSurroundings,
): Workshop {
  if (assignmentModule === undefined)
    return openLocalWorkshop({ assignment, seed, openReporter: async () => reporter });
  const { language } = reporter.translator;
  const { accepted } = assignment;
  const data = {
    assignmentModule,
    seed,
    templatesFolder: join(root, "templates"),
    language,
    willJudge: started !== undefined,
    ...(accepted === undefined ? {} : { accepted }),
    style,
  };
  return openWorkshop(data, { limits, jobs, ...(signal ? { signal } : {}), ...(started ? { started } : {}) });
}
