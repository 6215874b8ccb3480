import { execFile } from "node:child_process";
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { projectRoot } from "../graders/testing/project-root";
import { makeTemporaryFolder } from "../graders/testing/temporary-folder";

const configs = [".dependency-cruiser.cjs", ".dependency-cruiser.folders.cjs"];
const depcruise = join(projectRoot, "node_modules", "dependency-cruiser", "bin", "dependency-cruise.mjs");

/** Names of the rules a tree breaks. */
async function findViolations(root: string): Promise<readonly string[]> {
  return (await Promise.all(configs.map((name) => cruise(root, join(projectRoot, name))))).flat();
}

async function cruise(root: string, config: string): Promise<readonly string[]> {
  const args = [depcruise, "reference", "graders", "scripts", "--config", config, "--output-type", "json"];
  const run = promisify(execFile)(process.execPath, args, { cwd: root, maxBuffer: 64 * 1024 * 1024 });
  const { stdout } = await run.catch((error: { stdout: string }) => error);
  const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string } }[] } };
  return summary.violations.map((violation) => violation.rule.name);
}

/** A tree of its own with the given files, beside the project's own packages. */
async function plant(files: Readonly<Record<string, string>>) {
  const folder = await makeTemporaryFolder();
  const skeleton = {
    "tsconfig.json": "{}",
    "reference/a.ts": "",
    "graders/contract/a.ts": "",
    "scripts/a.ts": "",
  };
  for (const [path, text] of Object.entries({ ...skeleton, ...files })) {
    await mkdir(dirname(join(folder.path, path)), { recursive: true });
    await writeFile(join(folder.path, path), text);
  }
  await symlink(join(projectRoot, "node_modules"), join(folder.path, "node_modules"));
  return folder;
}

test("imports point one way, in no circle, through one doorway per package", async () => {
  expect(await findViolations(projectRoot)).toEqual([]);
}, 120_000);

const planted = {
  "reference/looks-up.ts": 'import "../graders/contract/a";',
  "reference/reads-files.ts": 'import "node:fs";',
  "graders/grade/looks-up.ts": 'import "../../scripts/a";',
  "graders/grade/round.ts": 'import "./trip";',
  "graders/grade/trip.ts": 'import "./round";',
  "graders/grade/second-doorway.ts": 'import "execa";',
  "graders/grade/no-doorway.ts": 'import "fast-check";',
  "graders/grade/names-a-question.ts": 'import "../questions/x/question";',
  // A circle of folders without a circle of files.
  "graders/running/run/there.ts": 'import "../sandbox/goal";',
  "graders/running/run/goal.ts": "",
  "graders/running/sandbox/back.ts": 'import "../run/goal";',
  "graders/running/sandbox/goal.ts": "",
  // Pure itself, and what it knows is not.
  "graders/judge/reads-files.ts": 'import "../running/sandbox/files";',
  "graders/running/sandbox/files.ts": 'import "node:fs";',
  "graders/judge/goal.ts": "",
  "scripts/runs.ts": 'import "../graders/running/run/goal";',
  "graders/judge/shows-pages.ts": 'import "../report/page";',
  "graders/report/page.ts": 'import "../running/run/goal";',
  "graders/questions/x/question.ts": 'import "../y/question";',
  "graders/questions/y/question.ts": "export const y = 1;",
  "graders/questions/x/public-checks.ts": 'import "./inputs";',
  "graders/questions/x/inputs.ts": "export const x = 1;",
};

test("planted violations are all found", async () => {
  const folder = await plant(planted);
  try {
    expect(new Set(await findViolations(folder.path))).toEqual(
      new Set([
        "reference-knows-nobody",
        "reference-is-pure",
        "graders-know-no-scripts",
        "scripts-ask-four-rooms",
        "no-cycles",
        "one-doorway-to-execa",
        "every-package-has-its-doorway",
        "nobody-names-a-question",
        "questions-stand-alone",
        "public-checks-know-nothing-hidden",
        "pure-rooms-do-no-io",
        "no-circles-of-folders",
        "grade-knows-its-neighbours",
        "judge-knows-its-neighbours",
        "report-knows-its-neighbours",
      ]),
    );
  } finally {
    await folder.remove();
  }
}, 120_000);
