/** Which files of this system Node itself needs to run: the program, its libraries, the loader that finds them. */
import { lstatSync, readFileSync, readlinkSync, realpathSync } from "node:fs";
import { dirname } from "node:path";
import { runToEnd } from "../process";

export interface NodeFiles {
  /** Mounted read-only where they are. */
  readonly readable: readonly string[];
  /** Links at the top of the file system ("/lib" → "usr/lib"), made again as they are. */
  readonly links: readonly (readonly [path: string, target: string])[];
}

const timeoutMs = 30_000;
const topFolders = ["/lib", "/lib32", "/lib64", "/libx32", "/usr"];

/** Asks a bare Node what it has mapped; where it cannot tell, all of the system's programs and libraries it is. */
export async function findNodeFiles(): Promise<NodeFiles> {
  const print = 'process.stdout.write(require("node:fs").readFileSync("/proc/self/maps", "utf8"))';
  const bare = { file: process.execPath, args: ["-e", print], env: {}, cwd: "/" };
  const { stdout } = await runToEnd(bare, timeoutMs);
  const libraries = listMappedLibraries(stdout);
  const loader = readLoaderPath(process.execPath);
  const folders = [...libraries, ...(loader === null ? [] : [loader, resolve(loader)])].map((path) => {
    return resolve(dirname(path));
  });
  const readable = libraries.length === 0 ? ["/usr", ...topFolders.filter(isFolder)] : folders;
  const links = topFolders.flatMap((path) => (isLink(path) ? [[path, readlinkSync(path)] as const] : []));
  return { readable: removeNested([...new Set(readable), resolve(process.execPath)]), links };
}

/** Paths of shared libraries in the text of /proc/<pid>/maps. */
function listMappedLibraries(maps: string): readonly string[] {
  const paths = maps.split("\n").flatMap((line) => /^\S+ \S+ \S+ \S+ \S+\s+(\/.*)$/.exec(line)?.[1] ?? []);
  return [...new Set(paths)].filter((path) => /\.so(\.[\w.-]+)*$/.test(path));
}

/** The interpreter that an ELF program names (program header PT_INTERP = 3), or null. */
function readLoaderPath(program: string): string | null {
  const bytes = readFileSync(program).subarray(0, 65_536);
  const isElf64 = bytes.readUInt32BE(0) === 0x7f454c46 && bytes[4] === 2;
  if (!isElf64) return null;
  const start = Number(bytes.readBigUInt64LE(32));
  const size = bytes.readUInt16LE(54);
  for (let i = 0; i < bytes.readUInt16LE(56); i += 1) {
    const header = start + i * size;
    if (bytes.readUInt32LE(header) !== 3) continue;
    const offset = Number(bytes.readBigUInt64LE(header + 8));
    const length = Number(bytes.readBigUInt64LE(header + 32));
    return bytes.toString("latin1", offset, offset + length - 1);
  }
  return null;
}

/** Without what lies inside another of them: it is mounted with it. */
function removeNested(paths: readonly string[]): readonly string[] {
  const sorted = [...paths].sort();
  return sorted.filter((path) => !sorted.some((other) => other !== path && path.startsWith(`${other}/`)));
}

function resolve(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
