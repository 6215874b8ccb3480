/** The programs of the student package, and the texts that tie them to one assignment's public half. Pure. */
import type { CarriedValidator } from "../../validators/carried-validators";
import type { Languages } from "../../wording/languages";
import type { PublicAssignment } from "../public/public-assignment";
import type { ProgramSource } from "./bundle";

/** What the programs speak and draw with. */
export interface ProgramTexts {
  /** Tables that hold public sentences alone. */
  readonly languages: Languages;
  readonly language: string;
  /** Of the schemas that public checks read answers by. */
  readonly validators: readonly CarriedValidator[];
  /** CSS of the figures that a report draws, too. */
  readonly figureStyle: string;
}

export function listPrograms(assignment: PublicAssignment, texts: ProgramTexts): readonly ProgramSource[] {
  const setting = `${writeValidators(texts)}\n${writeSetting(assignment, texts)}`;
  const drawing = writeDrawing(assignment, texts);
  return [
    { name: "begin", source: { text: begin } },
    {
      name: "selfcheck",
      source: { text: `${setting}\n${drawing}\n${writeStart("selfcheck", "runSelfcheck")}` },
    },
    { name: "try", source: { text: `${setting}\n${writeStart("try", "runTry")}` } },
    { name: "submit-pack", source: { text: `${setting}\n${writeStart("submit-pack", "runSubmitPack")}` } },
    { name: "notebook", format: "esm", source: { text: `${setting}\n${notebookCheck}` } },
    { name: "compile-worker", source: { file: "graders/running/compile/compile-worker.ts" } },
    { name: "type-check-worker", source: { file: "graders/student/selfcheck/type-check-worker.ts" } },
    { name: "runner", source: { file: "graders/running/sandbox/child/runner.ts" } },
  ];
}

/** Made here, so that no program has to make them anew each time. */
function writeValidators({ validators }: ProgramTexts): string {
  return [
    `import { carryValidator } from "./graders/validators/carried-validators";`,
    ...validators.map(
      ({ schemaDigest, code }) =>
        `carryValidator(${JSON.stringify(schemaDigest)}, (module) => {\n${code}\n});`,
    ),
  ].join("\n");
}

/** Everything but the checks is data. */
function writeSetting(assignment: PublicAssignment, { languages, language }: ProgramTexts): string {
  const { questions, ...rest } = assignment;
  const imports = questions.map(
    ({ id }, index) =>
      `import { publicChecks as checks${index} } from "./graders/questions/${id}/public-checks";`,
  );
  const items = questions.map(
    ({ checks, shows, ...data }, index) => `{ ...${JSON.stringify(data)}, checks: checks${index} }`,
  );
  return [
    ...imports,
    `const assignment = { ...${JSON.stringify(rest)}, questions: [\n${items.join(",\n")}\n] };`,
    `const languages = ${JSON.stringify(languages)};`,
    `const setting = { assignment, languages, language: ${JSON.stringify(language)}, path: "." };`,
  ].join("\n");
}

/** What a page of results is drawn with: what it asks of the functions comes from the questions, as their checks do. */
function writeDrawing({ questions }: PublicAssignment, { figureStyle }: ProgramTexts): string {
  const drawn = questions.flatMap(({ shows }, index) => (shows === undefined ? [] : [index]));
  return [
    ...drawn.map(
      (index) =>
        `import { shows as shows${index} } from "./graders/questions/${questions[index]?.id}/public/shows";`,
    ),
    ...drawn.map((index) => `assignment.questions[${index}].shows = shows${index};`),
    `setting.figureStyle = ${JSON.stringify(figureStyle)};`,
  ].join("\n");
}

const notebookCheck = [
  `import { createCheck } from "./scripts/student/notebook-check";`,
  `export { show } from "./scripts/student/notebook-check";`,
  `export const check = createCheck(setting);`,
].join("\n");

/**
 * Loaded before each of the commands, which are ten times as long. What this machine offers is found out by one of the
 * two: the other reads what was found.
 */
const begin = [
  `import { parseLimits } from "./graders/contract/limits";`,
  `import { startCompiler } from "./graders/running/compile/compile";`,
  `import { probeMachine } from "./graders/running/sandbox/probe/machine";`,
  `export const probed = probeMachine().catch(() => {});`,
  `export const compiler = startCompiler(parseLimits(), "auto", { atOnce: true });`,
].join("\n");

function writeStart(command: string, run: string): string {
  return [
    `import { compiler, probed } from "./begin.js";`,
    `import { runCommand } from "./scripts/terminal/command-line";`,
    `import { ${run} } from "./scripts/student/${command}-command";`,
    `const run = () => runCommand((signal) => ${run}({ ...setting, compiler }, signal));`,
    `void probed.then(run).finally(() => compiler.close());`,
  ].join("\n");
}
