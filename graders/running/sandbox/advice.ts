/** The one command that would raise the level of the sandbox on this system. Pure: facts in, advice out. */

import type { SandboxLevel } from "../../contract/sandbox-report";
import type { Reasons } from "./report";

export interface SystemFacts {
  /** Node's name of the operating system: "linux", "darwin", "win32" … */
  readonly platform: string;
  /** ID and ID_LIKE of /etc/os-release: "debian", "ubuntu", "fedora" … */
  readonly distributions: readonly string[];
  readonly isRoot: boolean;
  /** Values of kernel settings by name; one that this kernel lacks is left out. */
  readonly settings: Readonly<Record<string, string>>;
}

export interface Advice {
  /** Null where no single command helps. */
  readonly command: string | null;
  readonly says: string;
}

/** Kernel settings that keep ordinary users from making namespaces, the value that does, and the value that lets them. */
export const namespaceSettings = [
  { name: "kernel.apparmor_restrict_unprivileged_userns", closed: "1", open: "0" },
  { name: "kernel.unprivileged_userns_clone", closed: "0", open: "1" },
  { name: "user.max_user_namespaces", closed: "0", open: "28633" },
] as const;

const installers: readonly (readonly [distribution: string, command: string])[] = [
  ["debian", "sudo apt-get install -y"],
  ["ubuntu", "sudo apt-get install -y"],
  ["fedora", "sudo dnf install -y"],
  ["rhel", "sudo dnf install -y"],
  ["arch", "sudo pacman -S --noconfirm"],
  ["suse", "sudo zypper install -y"],
  ["alpine", "sudo apk add"],
];

/** Null when there is nothing to raise. */
export function adviseOnLevel(level: SandboxLevel, reasons: Reasons, facts: SystemFacts): Advice | null {
  if (level === "full") return null;
  if (facts.platform === "win32") {
    return { command: "wsl --install", says: "Windows offers none of the layers; grade inside WSL 2." };
  }
  if (facts.platform !== "linux") {
    return {
      command: null,
      says: "Only Linux offers the layers that keep a submission from the network; grade there.",
    };
  }
  if (reasons.rlimits !== undefined && /not installed/.test(reasons.rlimits)) {
    return install("util-linux", facts, "limits memory, files and processor time");
  }
  if (reasons.namespaces !== undefined) return adviseOnNamespaces(reasons.namespaces, facts);
  if (level === "strong" && !facts.isRoot) {
    return {
      command: null,
      says: "Strong is what grading strangers' code asks for. Root on a machine of its own gets the rest.",
    };
  }
  return { command: null, says: "No single command is known to add what is missing." };
}

function adviseOnNamespaces(reason: string, facts: SystemFacts): Advice {
  if (/not installed/.test(reason)) {
    return install("bubblewrap", facts, "keeps files, the network and other processes out of sight");
  }
  const closed = namespaceSettings.find(({ name, closed: value }) => facts.settings[name] === value);
  if (closed !== undefined) {
    return {
      command: `sudo sysctl -w ${closed.name}=${closed.open}`,
      says: `This kernel lets no ordinary user make namespaces (${closed.name} is ${closed.closed}).`,
    };
  }
  const says = "bubblewrap is there, but nothing may make namespaces here: most likely this is a container.";
  const remedy = facts.isRoot
    ? "Grade outside of it; inside, every submission at least gets a user of its own."
    : "Grade outside of it, or as root inside: then every submission at least gets a user of its own.";
  return { command: null, says: `${says} ${remedy}` };
}

function install(name: string, { distributions }: SystemFacts, does: string): Advice {
  const known = installers.find(([distribution]) => distributions.includes(distribution));
  const says = `${name} ${does}.`;
  return known === undefined
    ? { command: null, says: `${says} Install it with this system's package manager.` }
    : { command: `${known[1]} ${name}`, says };
}
