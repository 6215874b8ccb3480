/** `npm run handout`: the student package, as a folder and as a zip. */
import { createHash } from "node:crypto";
import { join, resolve } from "node:path";
import { listFew } from "../graders/contract/list-few";
import { assignment } from "../graders/questions/efficient-deep-learning";
import { buildHandout } from "../graders/student/handout/build-handout";
import { writeZip } from "../graders/student/handout/zip";
import { readLanguages } from "../graders/wording/languages";
import { placePackage } from "./handout/place-package";
import { projectRoot } from "./project";
import { createCommand, type ExitCode, exitCodes, runCommand } from "./terminal/command-line";

const command = createCommand(
  "npm run handout --",
  "Builds what students get: a folder, and the same as a zip.",
)
  .argument("<dir>", "where the folder and the zip go")
  .option("--language <tag>", "language of everything in it", "en")
  .option("--force", "write over what an earlier run wrote; other files stay")
  .addHelpText(
    "after",
    "\nExit codes: 0 written · 1 usage, or nothing can be written there · 2 the program itself failed",
  );

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
  const bytes = files.map(({ path, text }) => ({ path, bytes: Buffer.from(text, "utf8") }));
  const zip = writeZip(bytes.map((file) => ({ ...file, path: `${assignment.id}/${file.path}` })));
  const others = await placePackage(folder, bytes, zip, flags.force === true);
  const digest = createHash("sha256").update(zip).digest("hex");
  console.log(`${folder}\n${folder}.zip  ${files.length} files, ${zip.length} bytes, sha256:${digest}`);
  if (others.length > 0) console.log(`in the folder besides, and not in the zip: ${listFew(others, 5)}`);
  return exitCodes.done;
}

if (require.main === module) void runCommand(() => writeHandout());
