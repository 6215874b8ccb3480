/**
 * Where this process may make control groups: found from the mounts and from its own group, whatever the version.
 * Both versions may be mounted at once; then the controllers are where version 1 has them, or else in version 2.
 */
import { accessSync, constants, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Folders under which groups are made: one for version 2, one per controller for version 1. */
export interface CgroupBase {
  readonly version: 1 | 2;
  readonly folders: readonly string[];
}

/** The files that it is found from. */
export interface CgroupFiles {
  /** Null for what is not there or may not be read. */
  read(path: string): string | null;
  isWritable(folder: string): boolean;
}

export const controllers = ["memory", "pids"] as const;

/** Where groups can be made, or why they cannot. */
export function findCgroupBase(files: CgroupFiles = thisSystem): CgroupBase | string {
  const mounts = files.read("/proc/self/mounts");
  const own = files.read("/proc/self/cgroup");
  if (mounts === null || own === null) return "this system has no control groups";
  const found = findVersion1(mounts, own, files) ?? findVersion2(mounts, own, files);
  if (found === null) return "no control group here has the memory and the pids controller";
  const isWritable = found.folders.every((folder) => files.isWritable(folder));
  return isWritable ? found : "the control groups cannot be written by this user";
}

function findVersion1(mounts: string, own: string, files: CgroupFiles): CgroupBase | null {
  const folders = controllers.map((controller) => {
    const mount = new RegExp(`^\\S+ (\\S+) cgroup \\S*\\b${controller}\\b`, "m").exec(mounts)?.[1];
    const path = new RegExp(`^\\d+:(?:\\S*,)?${controller}(?:,\\S*)?:(.*)$`, "m").exec(own)?.[1];
    // In a container the path may be one that only the outside sees: then the mount itself is our group.
    const candidates = mount === undefined ? [] : [join(mount, path ?? "/"), mount];
    return candidates.find((folder) => files.read(join(folder, "cgroup.procs")) !== null) ?? null;
  });
  return folders.every((folder) => folder !== null) ? { version: 1, folders } : null;
}

/** Version 2 lets no group hold both processes and limited children, so a neighbour of our own group it is. */
function findVersion2(mounts: string, own: string, files: CgroupFiles): CgroupBase | null {
  const mount = /^\S+ (\S+) cgroup2 /m.exec(mounts)?.[1];
  const path = /^0::(.*)$/m.exec(own)?.[1];
  if (mount === undefined || path === undefined) return null;
  const candidates = [join(mount, path), dirname(join(mount, path)), mount];
  const folder = candidates.find((one) => one.startsWith(mount) && hasControllers(one, files));
  return folder === undefined ? null : { version: 2, folders: [folder] };
}

function hasControllers(folder: string, files: CgroupFiles): boolean {
  const enabled = files.read(join(folder, "cgroup.subtree_control"))?.trim().split(" ") ?? [];
  return controllers.every((one) => enabled.includes(one));
}

const thisSystem: CgroupFiles = {
  read: (path) => {
    try {
      return readFileSync(path, "utf8");
    } catch {
      return null;
    }
  },
  isWritable: (folder) => {
    try {
      accessSync(folder, constants.W_OK);
      return true;
    } catch {
      return false;
    }
  },
};
