/** The part of a package-lock.json that a few of its packages need, so that students install the very same versions. Pure. */
import { GraderFault } from "../../contract/faults";

/** An entry of a lockfile of version 3; what is not named here travels as it is. */
interface LockedPackage {
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly peer?: boolean;
  readonly resolved?: string;
}

export interface Lockfile {
  readonly lockfileVersion: number;
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

export interface PackageManifest {
  readonly name: string;
  readonly version: string;
  readonly engines: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
}

/** Exact versions of packages that a lockfile has at its top. @throws GraderFault naming one that it lacks */
export function pinVersions(
  { packages }: Lockfile,
  names: readonly string[],
): Readonly<Record<string, string>> {
  const pinned = names.map((name) => {
    const version = packages[`node_modules/${name}`]?.version;
    if (version === undefined) throw new GraderFault(`package-lock.json: expected ${name} in it`);
    return [name, version];
  });
  return Object.fromEntries(pinned);
}

/** A lockfile for `manifest`, whose packages are all in `lockfile`. */
export function takeLockfile(lockfile: Lockfile, manifest: PackageManifest): object {
  const { name, version, dependencies } = manifest;
  const needed = new Set<string>();
  for (const dependency of Object.keys(dependencies)) follow(lockfile, "", dependency, needed);
  const packages = [...needed].sort().map((path) => [path, describe(lockfile.packages[path] ?? {})]);
  return {
    name,
    version,
    lockfileVersion: lockfile.lockfileVersion,
    requires: true,
    packages: { "": manifest, ...Object.fromEntries(packages) },
  };
}

/** Where it came from is left out: npm asks its own registry, and the integrity says what must come. */
function describe({ dev, devOptional, peer, resolved, ...entry }: LockedPackage): LockedPackage {
  return entry;
}

function follow(lockfile: Lockfile, from: string, name: string, needed: Set<string>): void {
  const path = findPackage(lockfile, from, name);
  if (path === undefined || needed.has(path)) return;
  needed.add(path);
  const { dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta } =
    lockfile.packages[path] ?? {};
  const peers = Object.keys(peerDependencies ?? {}).filter((one) => !peerDependenciesMeta?.[one]?.optional);
  const names = [...Object.keys({ ...dependencies, ...optionalDependencies }), ...peers];
  for (const next of names) follow(lockfile, path, next, needed);
}

/** As Node looks for it: beside the one who asks, then one folder up after the other. */
function findPackage({ packages }: Lockfile, from: string, name: string): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(folder.lastIndexOf("/node_modules/"), 0))) {
    const path = folder === "" ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (packages[path] !== undefined) return path;
    if (folder === "") return undefined;
  }
}
