/** For tests: grades a folder for real, processes and files included, into a temporary folder. */
import type { Assignment } from "../contract/assignment";
import { parseLimits } from "../contract/limits";
import { gradeClass } from "../grade/grade";
import type { GradeContext, GradedClass, GradeRequest } from "../grade/grade-request";
import { assignment as wholeAssignment } from "../questions/efficient-deep-learning";
import { startCompiler } from "../running/compile/compile";
import { projectRoot } from "./project-root";

/** The same for all gradings of a test file: starting one takes longer than most of them. */
const compiler = startCompiler(parseLimits());
afterAll(() => compiler.close());

export interface GradeOverrides {
  readonly request?: Partial<Omit<GradeRequest, "path">>;
  readonly context?: Partial<GradeContext>;
  readonly assignment?: Assignment;
  /** Under the class's own seed, as without --seed; a fixed one when left out. */
  readonly hasOwnSeed?: true;
}

export async function gradeFolder(
  path: string,
  outFolder: string,
  { request = {}, context = {}, assignment = wholeAssignment, hasOwnSeed }: GradeOverrides = {},
): Promise<GradedClass> {
  const seed = hasOwnSeed ? {} : { seed: "ridgepoint" };
  return gradeClass(
    { path, outFolder, assignment, ...seed, jobs: 2, sandboxMode: "auto", ...request },
    {
      root: projectRoot,
      producer: { name: "ridgepoint", version: "0.0.0-test" },
      tools: { node: process.versions.node },
      now: () => new Date(),
      compiler,
      ...context,
    },
  );
}
