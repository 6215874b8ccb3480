/** Compares what a class handed in and writes the page for staff. Nothing is run. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { UsageError } from "../../contract/faults";
import { readClassPlace } from "../../grade/class-identity";
import { lockFolder } from "../../grade/lock";
import type { MarkingPlace } from "../../grade/marking/give-marks";
import { openMarkingClass } from "../../grade/marking/marking-class";
import { readRosterIfThere } from "../../grade/take-roster";
import { outputFiles } from "../../records/output-files";
import { writeTextFile } from "../../records/text-file";
import { compileTemplate } from "../../report/handlebars";
import { prepareForHtml } from "../../report/leaves";
import { loadTemplates } from "../../report/load-templates";
import { describePage } from "../../report/report";
import { nameStudents } from "../page/student-names";
import { readHandedIn } from "../sources/handed-in";
import { readWork } from "./class-work";
import { findSimilar, type SimilarPair } from "./fingerprints";
import { findRareAnswers } from "./rare-answers";
import { findSameWork, leaveOneOfEach, type SameWork } from "./same-work";
import { type SimilarView, viewSimilar } from "./similar-view";
import { listTokens } from "./tokens";

export interface SimilarWork {
  readonly same: SameWork;
  readonly pairs: readonly SimilarPair[];
  readonly compared: number;
  /** Ids of all others on record. */
  readonly absent: readonly string[];
  /** Where the page lies. */
  readonly path: string;
}

export interface SimilarOptions {
  /** The place that the last run knows when left out. */
  readonly classPath?: string;
  /** Sources that everybody was given: the starter, and the code in the questions. */
  readonly given: readonly string[];
  readonly mostPairs: number;
}

/** @throws UsageError where no class was graded, or what it handed in is not there; WriteFault */
export async function writeSimilar(
  { outFolder, assignment, root }: Pick<MarkingPlace, "outFolder" | "assignment" | "root">,
  { classPath, given, mostPairs }: SimilarOptions,
): Promise<SimilarWork> {
  const { records } = await openMarkingClass(outFolder);
  const handedIn = await readHandedIn(await readClassPlace(outFolder, classPath), records, assignment);
  if (handedIn.kind === "missing") throw new UsageError(handedIn.because);
  const { submissions, absent } = handedIn;
  const works = [...submissions.values()].map(readWork);
  const same = findSameWork(works);
  const request = { works: leaveOneOfEach(works), given: given.map(listTokens), mostPairs };
  const pairs = await findSimilar(request);
  const naming = nameStudents(await readRosterIfThere(outFolder));
  const nameOf = (id: string): string => (naming.nameOf(id) === "" ? id : `${naming.nameOf(id)} (${id})`);
  const facts = { assignmentTitle: assignment.title, works, absent, same, pairs, nameOf };
  const html = await renderPage(root, viewSimilar({ ...facts, rare: findRareAnswers(records) }));
  const path = join(outFolder, outputFiles.similar.path);
  const unlock = await lockFolder(outFolder);
  try {
    await writeTextFile(path, html);
  } finally {
    await unlock();
  }
  return { same, pairs, compared: works.length, absent, path };
}

async function renderPage(root: string, view: SimilarView): Promise<string> {
  const folder = join(root, "templates");
  const { stylesheet, ...sources } = await loadTemplates(folder);
  const added = await readFile(join(folder, "similar.css"), "utf8");
  const render = compileTemplate("similar.html", sources, "html");
  return render({ ...prepareForHtml(view), page: describePage(`${stylesheet}\n${added}`) });
}
