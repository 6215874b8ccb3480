/**
 * Node's permission model and the flags that go with it. Stops files, programs, workers, add-ons and the inspector
 * through the API; leaves the network, signals and memory outside the heap open, so it is a layer and no sandbox.
 */
import { mebibyte } from "../../../../reference/byte-sizes";
import type { Limits } from "../../../contract/limits";
import type { ProcessCommand } from "../process";

/** A database is a file that Node's own module opens past the permission model (Node 22 and later have it). */
const leftOutModules = ["--no-experimental-sqlite"].filter((one) =>
  process.allowedNodeEnvironmentFlags.has(one),
);

/** Flags every child gets. None of them is the engine's: with those, Node compiles its own modules from source. */
export function listRuntimeFlags(): readonly string[] {
  return ["--no-warnings", "--no-addons", ...leftOutModules, "--unhandled-rejections=none"];
}

/** A bounded heap; only where nothing else bounds it as tightly, since it is a flag of the engine's. */
export function limitHeap({ heapBytes }: Pick<Limits, "heapBytes">): string {
  return `--max-old-space-size=${Math.floor(heapBytes / mebibyte)}`;
}

/** The engine's flags cannot be changed later: some of them write files wherever they are told to. */
export const frozenFlags = "--freeze-flags-after-init";

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
