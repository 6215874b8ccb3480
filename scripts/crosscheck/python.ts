/** Which Python can record, and what is missing from the others. */

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** What running a program gave; `exitCode` is null when it could not be started or was killed. */
export interface ProgramResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export type RunProgram = (program: string, args: readonly string[]) => ProgramResult;

/** A Python: not there, there without some packages, or able to record. Versions by package. */
export type PythonProbe =
  | { readonly kind: "absent"; readonly program: string }
  | { readonly kind: "lacking"; readonly program: string; readonly missing: readonly string[] }
  | { readonly kind: "ready"; readonly program: string; readonly versions: ReadonlyMap<string, string> };

/** What the recorder imports. */
const neededPackages = ["torch", "timm", "fvcore"] as const;

export const runProgram: RunProgram = (program, args) => {
  const env = { ...process.env, PYTHONDONTWRITEBYTECODE: "1" };
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: "utf8", env, maxBuffer: 2 ** 26 });
  return { exitCode: status, stdout: stdout ?? "", stderr: stderr ?? "" };
};

/** In the order they are tried: what the caller names, or else the usual places. */
export function listPythons(named: string | undefined, env: NodeJS.ProcessEnv = process.env): string[] {
  if (named !== undefined) return [named];
  const fromEnvironment = env.RIDGEPOINT_PYTHON;
  const usual = [join(homedir(), ".venvs", "ridgepoint-record", "bin", "python"), "python3"];
  return fromEnvironment === undefined ? usual : [fromEnvironment, ...usual];
}

/** Asks for the installed versions without importing anything. */
export function probePython(program: string, run: RunProgram = runProgram): PythonProbe {
  const { exitCode, stdout } = run(program, ["-c", probeProgram, ...neededPackages]);
  if (exitCode !== 0) return { kind: "absent", program };
  const versions = new Map(stdout.split("\n").flatMap(readVersionLine));
  const missing = neededPackages.filter((name) => !versions.has(name));
  return missing.length === 0 ? { kind: "ready", program, versions } : { kind: "lacking", program, missing };
}

const probeProgram = [
  "import importlib.metadata as m, sys",
  "for name in sys.argv[1:]:",
  "    try: print(name, m.version(name))",
  "    except m.PackageNotFoundError: pass",
].join("\n");

function readVersionLine(line: string): [string, string][] {
  const [name, version] = line.trim().split(" ");
  return name === undefined || version === undefined ? [] : [[name, version]];
}

/** One line on why a Python cannot record. */
export function explainProbe(probe: PythonProbe): string {
  switch (probe.kind) {
    case "absent":
      return `${probe.program}: not there`;
    case "lacking":
      return `${probe.program}: ${probe.missing.join(", ")} not installed`;
    case "ready":
      return `${probe.program}: ready`;
  }
}

/** The pins in the recorder's header, as pip takes them. */
export function readPins(recorder: string): string[] {
  const line = /^# dependencies = \[(.*)\]$/m.exec(readFileSync(recorder, "utf8"))?.[1];
  const pins = line?.match(/[\w.-]+==[\w.]+/g) ?? [];
  if (pins.length === 0) throw new Error(`${recorder} names no dependencies in its header`);
  return pins;
}

/** Commands that make the environment in which recording works. */
export function explainInstall(pins: readonly string[]): string {
  const place = "~/.venvs/ridgepoint-record";
  return `  python3 -m venv ${place}\n  ${place}/bin/pip install ${pins.join(" ")}`;
}

/** Installed versions that are not the pinned ones: "torch 2.14.0 instead of 2.15.0". */
export function listOtherVersions(versions: ReadonlyMap<string, string>, pins: readonly string[]): string[] {
  const pinned = new Map(pins.map((pin) => pin.split("==") as [string, string]));
  return [...versions].flatMap(([name, version]) => {
    const wanted = pinned.get(name);
    const isSame = wanted === undefined || version.replace(/\+.*/, "") === wanted;
    return isSame ? [] : [`${name} ${version} instead of ${wanted}`];
  });
}
