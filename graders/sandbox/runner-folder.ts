/** The child's runner as plain JavaScript in a private temporary folder, made once per batch. */
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GraderFault } from "../contract";
import type { Compiler } from "../engine/compile";

export interface RunnerFolder {
  readonly folder: string;
  /** The program to start. */
  readonly entry: string;
  /** An empty folder, to be the working directory. */
  readonly workingFolder: string;
  remove(): void;
}

const sourceFolder = join(__dirname, "child");

/** @throws GraderFault when the runner does not compile or the folder cannot be written */
export async function writeRunner(compiler: Compiler): Promise<RunnerFolder> {
  const files = readdirSync(sourceFolder)
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .map((path) => {
      const text = readFileSync(join(sourceFolder, path), "utf8");
      return { path, text, bytes: Buffer.byteLength(text) };
    });
  const compiled = await compiler.compile({ entry: "runner.ts", files });
  if (!compiled.ok) throw new GraderFault(`the runner does not compile: ${compiled.diagnostics}`);
  try {
    return writeFolder(compiled.files);
  } catch (error) {
    throw new GraderFault(`could not write the runner to ${tmpdir()}`, { cause: error });
  }
}

function writeFolder(files: readonly { readonly path: string; readonly js: string }[]): RunnerFolder {
  const folder = mkdtempSync(join(tmpdir(), "ridgepoint-"));
  const workingFolder = join(folder, "empty");
  const remove = (): void => {
    process.removeListener("exit", remove);
    rmSync(folder, { recursive: true, force: true });
  };
  process.once("exit", remove);
  // Readable for a child that runs as another user; nothing in it is secret.
  chmodSync(folder, 0o755);
  mkdirSync(workingFolder);
  // Its own package.json, so that no other one above it decides how these files are loaded.
  writeFileSync(join(folder, "package.json"), '{"type":"commonjs"}');
  for (const { path, js } of files) writeFileSync(join(folder, path.replace(/\.ts$/, ".js")), js);
  return { folder, workingFolder, entry: join(folder, "runner.js"), remove };
}
