/** `npm run handout`: the student package, as a folder and as a zip. */
import { createHash } from "node:crypto";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { UsageError } from "../graders/contract/faults";
import { assignment } from "../graders/questions/efficient-deep-learning";
import { buildHandout } from "../graders/student/handout/build-handout";
import { writeZip } from "../graders/student/handout/zip";
import { readLanguages } from "../graders/wording/languages";
import { projectRoot } from "./project";
import { createCommand, type ExitCode, exitCodes, runCommand } from "./terminal/command-line";

const command = createCommand(
  "npm run handout --",
  "Builds what students get: a folder, and the same as a zip.",
)
  .argument("<dir>", "where the folder and the zip go")
  .option("--language <tag>", "language of everything in it", "en")
  .option("--force", "replace what an earlier run wrote");

/** @param argv as a process gets it: Node and the script come before the arguments */
export async function writeHandout(argv: readonly string[] = process.argv): Promise<ExitCode> {
  command.parse(argv);
  const flags = command.opts<{ language: string; force?: true }>();
  const target = resolve(command.processedArgs[0] as string);
  const folder = join(target, assignment.id);
  const files = await buildHandout({
    root: projectRoot,
    assignment,
    languages: readLanguages(),
    language: flags.language,
  });
  await prepareFolder(folder, flags.force === true);
  for (const { path, text } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const zip = writeZip(
    files.map(({ path, text }) => ({ path: `${assignment.id}/${path}`, bytes: Buffer.from(text, "utf8") })),
  );
  await writeFile(`${folder}.zip`, zip);
  const digest = createHash("sha256").update(zip).digest("hex");
  console.log(`${folder}\n${folder}.zip  ${files.length} files, ${zip.length} bytes, sha256:${digest}`);
  return exitCodes.done;
}

/** @throws UsageError when something is there that nobody asked to replace */
async function prepareFolder(folder: string, isForced: boolean): Promise<void> {
  const found = await readdir(folder).catch(() => []);
  if (found.length > 0 && !isForced) {
    throw new UsageError(`${folder} is there already; replace it with --force`);
  }
  await rm(folder, { recursive: true, force: true });
}

if (require.main === module) void runCommand(() => writeHandout());
