/** `npm run doctor`: tries every layer of the sandbox afresh and says what this system offers and what would raise it. */
import { arch, platform, release } from "node:os";
import { UsageError } from "../graders/contract/faults";
import type { SandboxReport } from "../graders/contract/sandbox-report";
import { findSeed } from "../graders/grade/class-seed";
import {
  type Advice,
  adviseOnLevel,
  namespaceSettings,
  type SystemFacts,
} from "../graders/running/sandbox/advice";
import { probeMachine } from "../graders/running/sandbox/probe/machine";
import { readIfReadable } from "../graders/running/sandbox/read-text";
import { buildReport } from "../graders/running/sandbox/report";
import { isRoot } from "../graders/running/sandbox/tools";
import { describeSeedOfFolder } from "./describe-seed";
import { bold, dim, green, red } from "./terminal/colors";
import { createCommand, type ExitCode, exitCodes, runCommand } from "./terminal/command-line";

interface Diagnosis extends SandboxReport {
  /** Of the class in the output folder, in words. */
  readonly seed: string;
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

const command = createCommand(
  "npm run doctor --",
  "Tries every layer of the sandbox on this system, and says which seed a class has.",
)
  .option("--out <dir>", "the folder of the class whose seed is asked for", "out")
  .option("--json", "print the findings as JSON")
  .addHelpText("after", "\nWhat is found here is what the next runs go by, until something changes.");

async function diagnose(): Promise<ExitCode> {
  command.parse();
  const { json, out } = command.opts<{ readonly json?: true; readonly out: string }>();
  const { reasons, probedAt, versions } = await probeMachine({ afresh: true });
  const report = buildReport(reasons);
  const diagnosis: Diagnosis = {
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
    seed: await readSeedLine(out),
  };
  console.log(json === true ? JSON.stringify(diagnosis, null, 2) : formatDiagnosis(diagnosis));
  return exitCodes.done;
}

/** A seed that cannot be read is a finding like others. */
async function readSeedLine(out: string): Promise<string> {
  try {
    return describeSeedOfFolder(await findSeed(out), out);
  } catch (error) {
    if (error instanceof UsageError) return `seed: ${error.message}`;
    throw error;
  }
}

function formatDiagnosis({
  level,
  active,
  missing,
  probedAt,
  versions,
  system,
  advice,
  seed,
}: Diagnosis): string {
  const tools = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return [
    `sandbox level: ${bold(level)}`,
    ...active.map((layer) => `  ${green("holds")}    ${layer}`),
    ...missing.map(
      ({ layer, why, means }) => `  ${red("missing")}  ${layer}: ${why}\n           means: ${means}`,
    ),
    dim(
      `tried ${probedAt} as ${system.user} on ${system.platform} ${system.kernel} (${system.architecture}), ${tools.join(", ")}`,
    ),
    ...(advice === null ? [] : [advice.says]),
    ...(advice?.command ? [`to raise the level: ${bold(advice.command)}`] : []),
    seed,
  ].join("\n");
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

void runCommand(diagnose);
