/** `npm run new-question`: makes a working skeleton of a question and adds its line to the catalogue. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { UsageError } from "../graders/contract/faults";
import type { Part } from "../graders/contract/question";
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
  if (!/^[A-Za-z_$][\w$]*$/.test(flags.export)) {
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

const asks = (part: Part, exportName: string): boolean => part.kind === "call" && part.export === exportName;

async function addQuestion(): Promise<ExitCode> {
  command.parse();
  const flags = command.opts<{ export: string; points: string; root: string }>();
  const skeleton = readSkeleton(command.processedArgs[0] as string, flags);
  const folder = join(flags.root, "graders", "questions", skeleton.id);
  await addToCatalogue(join(flags.root, "graders", "questions", "catalogue.ts"), skeleton.id);
  for (const [path, text] of listSkeletonFiles(skeleton)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text, { flag: "wx" });
  }
  const due = listDueSteps(skeleton).map((step) => `  ${step}`);
  console.log(`made ${folder} and added it to graders/questions/catalogue.ts
try it: npm test -- graders/questions/${skeleton.id}
when it is written, still due, each named by npm run check as long as it is missing:
${due.join("\n")}`);
  return exitCodes.done;
}

async function addToCatalogue(path: string, id: string): Promise<void> {
  const source = await readFile(path, "utf8");
  if (source.includes(`"${id}",`)) throw new UsageError(`there is a question "${id}" already`);
  const end = source.lastIndexOf("];");
  await writeFile(path, `${source.slice(0, end)}  "${id}",\n${source.slice(end)}`);
}

void runCommand(addQuestion);
