/**
 * Node's permission model and the flags that go with it. Stops files, programs, workers, add-ons and the inspector
 * through the API; leaves the network, signals and memory outside the heap open, so it is a layer and no sandbox.
 */
import type { Limits } from "../../../contract/limits";
import type { ProcessCommand } from "../process";

const MEBIBYTE = 1024 * 1024;

/** A database is a file that Node's own module opens past the permission model (Node 22 and later have it). */
const leftOutModules = ["--no-experimental-sqlite"].filter((one) =>
  process.allowedNodeEnvironmentFlags.has(one),
);

/**
 * Flags every child gets: no add-ons, a bounded heap, the same Math.random for everybody, and an engine whose flags
 * cannot be changed later. Some of those write files wherever they are told to, which no permission stops.
 */
export function listRuntimeFlags(limits: Pick<Limits, "heapBytes">): readonly string[] {
  return [
    "--no-warnings",
    "--no-addons",
    "--freeze-flags-after-init",
    ...leftOutModules,
    "--unhandled-rejections=none",
    "--random-seed=1",
    `--max-old-space-size=${Math.floor(limits.heapBytes / MEBIBYTE)}`,
  ];
}

/** The flag that switches it on, or null where this Node has none. */
export function findPermissionFlag(): string | null {
  const known = process.allowedNodeEnvironmentFlags;
  return ["--permission", "--experimental-permission"].find((one) => known.has(one)) ?? null;
}

/** @param command a Node command line; it may read the given files and nothing else */
export function wrapInPermissions(
  command: ProcessCommand,
  flag: string,
  readable: readonly string[],
): ProcessCommand {
  const allowed = readable.map((path) => `--allow-fs-read=${path}`);
  return { ...command, args: [flag, ...allowed, ...command.args] };
}
