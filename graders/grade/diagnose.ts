/** What this machine offers to confine strangers' code, tried afresh, and what would raise it. */
import { arch, platform, release } from "node:os";
import type { SandboxReport } from "../contract/sandbox-report";
import { type Advice, adviseOnLevel, namespaceSettings, type SystemFacts } from "../running/sandbox/advice";
import { probeMachine } from "../running/sandbox/probe/machine";
import { readIfReadable } from "../running/sandbox/read-text";
import { buildReport } from "../running/sandbox/report";
import { isRoot } from "../running/sandbox/tools";

export interface Diagnosis extends SandboxReport {
  readonly probedAt: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly system: {
    readonly platform: string;
    readonly kernel: string;
    readonly architecture: string;
    readonly user: string;
  };
  readonly advice: Advice | null;
}

export async function diagnoseMachine(): Promise<Diagnosis> {
  const { reasons, probedAt, versions } = await probeMachine({ afresh: true });
  const report = buildReport(reasons);
  return {
    ...report,
    probedAt,
    versions,
    system: {
      platform: platform(),
      kernel: release(),
      architecture: arch(),
      user: isRoot() ? "root" : "ordinary user",
    },
    advice: adviseOnLevel(report.level, reasons, readFacts()),
  };
}

function readFacts(): SystemFacts {
  const osRelease = readIfReadable("/etc/os-release");
  const ids = [...osRelease.matchAll(/^(?:ID|ID_LIKE)=(.*)$/gm)].flatMap(([, value]) => {
    return (value ?? "").replaceAll('"', "").split(" ");
  });
  const settings = namespaceSettings.flatMap(({ name }) => {
    const value = readIfReadable(`/proc/sys/${name.replaceAll(".", "/")}`).trim();
    return value === "" ? [] : [[name, value] as const];
  });
  return {
    platform: platform(),
    distributions: ids,
    isRoot: isRoot(),
    settings: Object.fromEntries(settings),
  };
}
