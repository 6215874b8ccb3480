/**
 * bubblewrap: namespaces of its own for users, processes, network, mounts, host name and System V objects, no
 * capability, and a read-only file system that holds Node, its libraries and what the program names: no /tmp, no
 * home, no shell; /proc only where asked for.
 *
 * Every namespace is asked for by name or fails closed. bwrap itself starts without environment, since a process
 * inside may read that of its parent; it ends with the grader, and everything inside ends with it.
 */
import type { ProcessCommand } from "../process";
import type { Program } from "./layer";
import type { NodeFiles } from "./node-files";

export interface Bubblewrap {
  readonly path: string;
  /** Since 0.8: no user namespaces inside. Without it only the seccomp filter refuses them. */
  readonly canDisableUserNamespaces: boolean;
  readonly nodeFiles: NodeFiles;
}

/** Ids inside; outside it stays the user that started it. */
const innerId = "65534";
const inputDescriptor = "4";
const toldDescriptor = "5";

/** @param command what to run inside, by paths as they are outside */
export function wrapInNamespaces(
  command: ProcessCommand,
  { path, canDisableUserNamespaces, nodeFiles }: Bubblewrap,
  program: Program,
  seccompFilter: string | null,
): ProcessCommand {
  const readable = [...nodeFiles.readable, ...program.readable];
  const args = [
    ...["--unshare-all", "--unshare-user", ...(canDisableUserNamespaces ? ["--disable-userns"] : [])],
    ...["--die-with-parent", "--new-session", "--cap-drop", "ALL"],
    ...["--uid", innerId, "--gid", innerId, "--hostname", "box", "--clearenv"],
    ...Object.entries(command.env).flatMap(([name, value]) => ["--setenv", name, value]),
    ...readable.flatMap((one) => ["--ro-bind", one, one]),
    ...nodeFiles.links.flatMap(([link, target]) => ["--symlink", target, link]),
    // As bwrap makes it, /dev is a writable file system of half the memory.
    ...["--dev", "/dev", "--remount-ro", "/dev"],
    ...(program.needsProc === true ? ["--proc", "/proc"] : []),
    ...listScratch(program),
    ...["--remount-ro", "/", "--chdir", "/"],
    ...(seccompFilter === null ? [] : ["--seccomp", inputDescriptor]),
    ...["--info-fd", toldDescriptor],
    command.file,
    ...command.args,
  ];
  const inner = { file: path, args, env: {}, cwd: command.cwd, tellsInner: true as const };
  return seccompFilter === null ? inner : { ...inner, inputPath: seccompFilter };
}

function listScratch({ scratch }: Program): readonly string[] {
  if (scratch === undefined) return [];
  return ["--perms", "0700", "--size", String(scratch.bytes), "--tmpfs", scratch.path];
}
