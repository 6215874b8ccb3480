/** Facts about this project that every verb needs: where it lies, who it is, what it is built with. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Producer } from "../graders/contract/record";
import type { GradeContext } from "../graders/grade/grade-request";

export const projectRoot = dirname(__dirname);

export function readProducer(): Producer {
  const { name, version } = readPackage(join(projectRoot, "package.json"));
  return { name, version };
}

/** What grading takes from this project and this moment. */
export function makeGradeContext(): Pick<GradeContext, "root" | "producer" | "tools" | "now"> {
  return { root: projectRoot, producer: readProducer(), tools: readToolVersions(), now: () => new Date() };
}

/** Versions of what decides a run's outcome. */
function readToolVersions(): Readonly<Record<string, string>> {
  const packages = ["@swc/core", "ts-node", "typescript"];
  const versions = packages.map((name) => [
    name,
    readPackage(require.resolve(`${name}/package.json`)).version,
  ]);
  return { node: process.versions.node, ...Object.fromEntries(versions) };
}

function readPackage(path: string): { readonly name: string; readonly version: string } {
  return JSON.parse(readFileSync(path, "utf8"));
}
