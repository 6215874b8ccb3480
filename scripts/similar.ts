/** `npm run similar`: what was handed in twice and what reads alike, as facts for staff. */
import { resolve } from "node:path";
import { assignment } from "../graders/questions/efficient-deep-learning";
import { type SimilarWork, writeSimilar } from "../graders/review/similar/write-similar";
import { buildHandout } from "../graders/student/handout/build-handout";
import { readLanguages } from "../graders/wording/languages";
import { projectRoot } from "./project";
import { toPlainText } from "./terminal/colors";
import {
  createCommand,
  type ExitCode,
  exitCodes,
  parseWholeNumber,
  runCommand,
} from "./terminal/command-line";

const makeCommand = () =>
  createCommand(
    "npm run similar --",
    "Lists what was handed in twice and writes a page of pairs that read alike; facts, no verdict.",
  )
    .argument("[out]", "the folder that `npm run grade` wrote", "out")
    .option("--class <path>", "where the class was handed in; known from the last run")
    .option("--pairs <n>", "the most alike of so many pairs", parseWholeNumber(0, 1000), 30)
    .addHelpText(
      "after",
      "\nExit codes: 0 written, whatever was found · 1 usage, or the class is not there · 2 the disk refused",
    );

/** The starter, and every block of code in the questions. */
async function listGiven(): Promise<readonly string[]> {
  const request = { root: projectRoot, assignment, languages: readLanguages(), language: "en" };
  const files = await buildHandout(request);
  return files.flatMap(({ path, text }) => {
    if (path.endsWith(".ts")) return [text];
    return path === "ASSIGNMENT.md"
      ? [...text.matchAll(/^```[a-z]*\n([\s\S]*?)^```/gm)].map(([, code]) => code ?? "")
      : [];
  });
}

function describeFound({ same, pairs, compared, absent, path }: SimilarWork): string {
  const list = (groups: readonly (readonly string[])[]): string =>
    groups.map((ids) => ids.map(toPlainText).join(", ")).join("; ");
  return [
    ...(same.files.length === 0 ? [] : [`the same files: ${list(same.files)}`]),
    ...(same.tokens.length === 0 ? [] : [`the same but for formatting and comments: ${list(same.tokens)}`]),
    ...(absent.length === 0 ? [] : [`not compared, since it cannot be read: ${list([absent])}`]),
    `${compared} compared, ${pairs.length} pairs read alike: ${path}`,
  ].join("\n");
}

/** @param argv as a process gets it: Node and the script come before the arguments */
export async function similar(argv: readonly string[] = process.argv): Promise<ExitCode> {
  const command = makeCommand().parse(argv);
  const outFolder = resolve(command.processedArgs[0] as string);
  const { class: classPath, pairs } = command.opts<{ readonly class?: string; readonly pairs: number }>();
  const found = await writeSimilar(
    { outFolder, assignment, root: projectRoot },
    {
      given: await listGiven(),
      mostPairs: pairs,
      ...(classPath === undefined ? {} : { classPath: resolve(classPath) }),
    },
  );
  console.log(describeFound(found));
  return exitCodes.done;
}

if (require.main === module) void runCommand(() => similar());
