/** For tests: a copy of the project to change, beside the same installed packages. */
import { cp, symlink } from "node:fs/promises";
import { join } from "node:path";
import { projectRoot } from "./project-root";
import { makeTemporaryFolder, type TemporaryFolder } from "./temporary-folder";

const copied = [
  "graders",
  "reference",
  "scripts",
  "submissions",
  "templates",
  "package.json",
  "tsconfig.json",
  "jest.config.ts",
  "biome.json",
  ".gitignore",
];

export async function copyProject(): Promise<TemporaryFolder> {
  const folder = await makeTemporaryFolder();
  for (const name of copied) await cp(join(projectRoot, name), join(folder.path, name), { recursive: true });
  await symlink(join(projectRoot, "node_modules"), join(folder.path, "node_modules"));
  return folder;
}
