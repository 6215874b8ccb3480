/**
 * Node's permission model and the flags that go with it. Stops files, programs, workers, add-ons and the inspector
 * through the API; leaves the network, signals and memory outside the heap open, so it is a layer and no sandbox.
 */
import type { Limits } from "../limits";

const MEBIBYTE = 1024 * 1024;

/** Flags every child gets: no add-ons, a bounded heap, the same Math.random for everybody. */
export function listRuntimeFlags(limits: Limits): readonly string[] {
  return [
    "--no-warnings",
    "--no-addons",
    "--unhandled-rejections=none",
    "--random-seed=1",
    `--max-old-space-size=${Math.floor(limits.heapBytes / MEBIBYTE)}`,
  ];
}

/** Flags that forbid all files but the runner itself, or null where this Node has no permission model. */
export function listPermissionFlags(runner: string): readonly string[] | null {
  const known = process.allowedNodeEnvironmentFlags;
  const flag = ["--permission", "--experimental-permission"].find((one) => known.has(one));
  return flag === undefined ? null : [flag, `--allow-fs-read=${runner}`];
}
