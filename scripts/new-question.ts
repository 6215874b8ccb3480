/** `npm run new-question`: makes a working skeleton of a question and adds its line to the catalogue. */
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Script } from "node:vm";
import { UsageError } from "../graders/contract/faults";
import type { Part } from "../graders/contract/question";
import { describeError } from "../graders/contract/thrown";
import { assignment } from "../graders/questions/efficient-deep-learning";
import { listDueSteps } from "./new-question/due-steps";
import { listSkeletonFiles, type Skeleton } from "./new-question/skeleton";
import { projectRoot } from "./project";
import { createCommand, type ExitCode, exitCodes, runCommand } from "./terminal/command-line";

const command = createCommand("npm run new-question --", "Makes a passing skeleton of a question.")
  .argument("<id>", "kebab-case noun: folder, report anchor and score key")
  .requiredOption("--export <name>", "the function students export")
  .option("--points <points>", "what it is worth", "1")
  .option("--root <dir>", "the repository to change", projectRoot);

/** @throws UsageError naming what is wrong with the request */
function readSkeleton(id: string, flags: { readonly export: string; readonly points: string }): Skeleton {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) {
    throw new UsageError(`id: expected a kebab-case noun like "layer-norm", got "${id}"`);
  }
  if (!/^[A-Za-z_$][\w$]*$/.test(flags.export) || !canBeDeclared(flags.export)) {
    throw new UsageError(`--export: expected the name of a function, got "${flags.export}"`);
  }
  if (!/^(?=.*[1-9])\d{1,3}(\.\d{1,2})?$/.test(flags.points)) {
    throw new UsageError(`--points: expected a decimal like 1 or 0.5, got "${flags.points}"`);
  }
  const owner = assignment.questions.find((one) => one.parts.some((part) => asks(part, flags.export)));
  if (owner !== undefined) {
    throw new UsageError(`--export: "${flags.export}" is asked by the question "${owner.id}" already`);
  }
  return { id, exportName: flags.export, points: flags.points };
}

/** What a submission exports besides its answers. */
const takenNames = ["name", "explanations"];

/** Words of the language cannot be, those that modules reserve among them. */
function canBeDeclared(name: string): boolean {
  try {
    new Script(`"use strict"; async () => { function ${name}() {} }`);
  } catch {
    return false;
  }
  return !takenNames.includes(name);
}

const asks = (part: Part, exportName: string): boolean => part.kind === "call" && part.export === exportName;

export async function newQuestion(argv: readonly string[] = process.argv): Promise<ExitCode> {
  command.parse(argv);
  const flags = command.opts<{ export: string; points: string; root: string }>();
  const skeleton = readSkeleton(command.processedArgs[0] as string, flags);
  const questions = join(flags.root, "graders", "questions");
  const folder = join(questions, skeleton.id);
  const catalogue = join(questions, "catalogue.ts");
  // The line comes last: with it, the grader takes the folder for a question.
  const widened = addLine(await readCatalogue(catalogue), skeleton.id);
  await makeFolder(folder, listSkeletonFiles(skeleton));
  await writeFile(catalogue, widened);
  const due = listDueSteps(skeleton).map((step) => `  ${step}`);
  console.log(`made ${folder} and added it to graders/questions/catalogue.ts
try it: npm test -- graders/questions/${skeleton.id}
when it is written, still due, each named by npm run check as long as it is missing:
${due.join("\n")}`);
  return exitCodes.done;
}

async function readCatalogue(path: string): Promise<string> {
  return readFile(path, "utf8").catch((error) => {
    throw new UsageError(
      `${path}: expected the catalogue of the repository's questions, got ${describeError(error)}`,
    );
  });
}

function addLine(source: string, id: string): string {
  if (source.includes(`"${id}",`)) throw new UsageError(`there is a question "${id}" already`);
  const end = source.lastIndexOf("];");
  return `${source.slice(0, end)}  "${id}",\n${source.slice(end)}`;
}

/** Whole, or not at all. @throws UsageError where something has the name already, or nothing can be made */
async function makeFolder(folder: string, files: Iterable<readonly [string, string]>): Promise<void> {
  const couldNotBeMade = (error: unknown): never => {
    throw new UsageError(`${folder}: could not be made: ${describeError(error)}`);
  };
  await mkdir(folder).catch(couldNotBeMade);
  try {
    for (const [path, text] of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
  } catch (error) {
    await rm(folder, { recursive: true });
    couldNotBeMade(error);
  }
}

if (require.main === module) void runCommand(() => newQuestion());
