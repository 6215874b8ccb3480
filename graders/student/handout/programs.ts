/** The programs of the student package, and the texts that tie them to one assignment's public half. Pure. */
import type { Languages } from "../../wording/languages";
import type { PublicAssignment } from "../public/public-assignment";
import type { ProgramSource } from "./bundle";

/** @param languages tables that hold public sentences alone */
export function listPrograms(
  assignment: PublicAssignment,
  languages: Languages,
  language: string,
): readonly ProgramSource[] {
  const setting = writeSetting(assignment, languages, language);
  return [
    { name: "selfcheck", source: { text: `${setting}\n${writeStart("selfcheck", "runSelfcheck")}` } },
    { name: "try", source: { text: `${setting}\n${writeStart("try", "runTry")}` } },
    { name: "submit-pack", source: { text: `${setting}\n${writeStart("submit-pack", "runSubmitPack")}` } },
    { name: "notebook", format: "esm", source: { text: `${setting}\n${notebookCheck}` } },
    { name: "compile-worker", source: { file: "graders/running/compile/compile-worker.ts" } },
    { name: "type-check-worker", source: { file: "graders/student/selfcheck/type-check-worker.ts" } },
    { name: "runner", source: { file: "graders/running/sandbox/child/runner.ts" } },
  ];
}

/** Everything but the checks is data. */
function writeSetting(assignment: PublicAssignment, languages: Languages, language: string): string {
  const { questions, ...rest } = assignment;
  const imports = questions.map(
    ({ id }, index) =>
      `import { publicChecks as checks${index} } from "./graders/questions/${id}/public-checks";`,
  );
  const items = questions.map(
    ({ checks, ...data }, index) => `{ ...${JSON.stringify(data)}, checks: checks${index} }`,
  );
  return [
    ...imports,
    `const assignment = { ...${JSON.stringify(rest)}, questions: [\n${items.join(",\n")}\n] };`,
    `const languages = ${JSON.stringify(languages)};`,
    `const setting = { assignment, languages, language: ${JSON.stringify(language)}, path: "." };`,
  ].join("\n");
}

const notebookCheck = [
  `import { createCheck } from "./scripts/student/notebook-check";`,
  `export { show } from "./scripts/student/notebook-check";`,
  `export const check = createCheck(setting);`,
].join("\n");

function writeStart(command: string, run: string): string {
  return [
    `import { runCommand } from "./scripts/terminal/command-line";`,
    `import { ${run} } from "./scripts/student/${command}-command";`,
    `void runCommand((signal) => ${run}(setting, signal));`,
  ].join("\n");
}
