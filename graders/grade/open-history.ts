/** By which rubrics and plans a folder's marks were made, this run's among them from now on. */
import type { RubricParts } from "../contract/rubric-parts";
import { listNeeds, widenQuestions } from "../judge/needs";
import type { Plan } from "../judge/plan";
import { isOf, type RubricHistory } from "../records/changed-questions";
import { appendRubrics, type RubricLine, readRubrics, rubricsVersion } from "../records/rubrics-file";
import type { GatheredFacts } from "./gather-facts";

interface Opening extends GatheredFacts {
  readonly plan: Plan;
}

/** @throws UsageError for a file that is none; WriteFault when the disk refuses */
export async function openHistory(outFolder: string, opening: Opening): Promise<RubricHistory> {
  const { facts, parts, plan } = opening;
  const { lines: known } = await readRubrics(outFolder);
  const needs = listNeeds(plan.questions);
  const history = { known, widen: (changed: ReadonlySet<string>) => widenQuestions(changed, needs) };
  const before = known.find((line) => isOf(line, facts));
  if (before !== undefined) return { ...history, now: before };
  const line = describe(facts, parts);
  await appendRubrics(outFolder, [line]);
  return { ...history, now: line };
}

function describe({ rubricDigest, planDigest }: GatheredFacts["facts"], parts: RubricParts): RubricLine {
  return { schemaVersion: rubricsVersion, rubricDigest, planDigest, ...parts };
}
