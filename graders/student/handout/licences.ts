/** The licences of packages whose code is part of the student programs, which have to travel with it. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { GraderFault } from "../../contract/faults";

/** @param modules that went into the programs, relative to `root` */
export async function collectLicences(root: string, modules: readonly string[]): Promise<string> {
  const packages = [...new Set(modules.flatMap(findPackage))].sort();
  const texts = await Promise.all(packages.map((path) => readLicence(join(root, path))));
  return `${texts.join(`\n${"-".repeat(80)}\n\n`)}`;
}

/** "node_modules/execa/node_modules/is-stream" of a module in it. */
function findPackage(path: string): readonly string[] {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? [];
}

/** @throws GraderFault when a package comes without one */
async function readLicence(folder: string): Promise<string> {
  const { name, version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const file = (await readdir(folder)).find((one) => /^licen[cs]e/i.test(one));
  if (file === undefined) throw new GraderFault(`${name}: no licence file, so its code cannot be handed out`);
  return `${name} ${version} (${license})\n\n${(await readFile(join(folder, file), "utf8")).trim()}\n`;
}
