/**
 * Other graders on the same class and inputs: one process for each student, as they are used. They compare answers and
 * know no reason, no convention and no error that is carried.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../project";
import { type CaseFiles, writeCases } from "./write-cases";

export type PeerName = "Jest with swc" | "pytest";

export interface Peer {
  readonly name: PeerName;
  /** Why it cannot be measured here; null where it can. */
  readonly standsAside: string | null;
  /** Shell text that grades the student whose file is "$PEER_STUDENT". */
  readonly command: string;
  readonly environment: Readonly<Record<string, string>>;
}

const own = (name: string): string => join(projectRoot, "scripts", "bench", "peers", name);

/** @param folder for their inputs and caches */
export function preparePeers(folder: string): readonly Peer[] {
  mkdirSync(folder, { recursive: true });
  const files = writeCases(folder);
  return [prepareJest(folder, files), preparePytest(files)];
}

/** With the transform of this repository's own tests, and a cache that each round finds empty. */
function prepareJest(folder: string, { cases }: CaseFiles): Peer {
  const config = join(folder, "jest.config.json");
  const swc = [require.resolve("@swc/jest"), { jsc: { parser: { syntax: "typescript" }, target: "es2022" } }];
  const settings = {
    rootDir: own(""),
    testMatch: ["**/same-answers.cjs"],
    cacheDirectory: join(folder, "jest-cache"),
    transform: { "\\.ts$": swc },
  };
  writeFileSync(config, JSON.stringify(settings));
  const jest = join(projectRoot, "node_modules", "jest", "bin", "jest.js");
  return {
    name: "Jest with swc",
    standsAside: null,
    command: `"${process.execPath}" "${jest}" --config "${config}" --runInBand`,
    environment: { PEER_CASES: cases },
  };
}

/** It asks for the answers in JSON: Python cannot call the functions themselves. */
function preparePytest({ cases, expected }: CaseFiles): Peer {
  const environment = {
    PEER_CASES: cases,
    PEER_EXPECTED: expected,
    PEER_NODE: process.execPath,
    PEER_ANSWERS: own("answers.cjs"),
    PEER_COMPILER: require.resolve("@swc/core"),
  };
  const command = `python3 -m pytest -q -p no:cacheprovider "${own("test_same_answers.py")}"`;
  return { name: "pytest", standsAside: findPytest(), command, environment };
}

function findPytest(): string | null {
  try {
    execFileSync("python3", ["-m", "pytest", "--version"], { stdio: "ignore" });
    return null;
  } catch {
    return "python3 with pytest is not on this machine";
  }
}
