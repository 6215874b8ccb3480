/** `npm run doctor`: tries every layer of the sandbox afresh and says what this system offers and what would raise it. */
import { UsageError } from "../graders/contract/faults";
import { findSeed } from "../graders/grade/class-seed";
import { type Diagnosis, diagnoseMachine } from "../graders/grade/diagnose";
import { describeSeedOfFolder } from "./describe-seed";
import { bold, dim, green, red } from "./terminal/colors";
import { createCommand, type ExitCode, exitCodes, runCommand } from "./terminal/command-line";

interface Findings extends Diagnosis {
  /** Of the class in the output folder, in words. */
  readonly seed: string;
}

const command = createCommand(
  "npm run doctor --",
  "Tries every layer of the sandbox on this system, and says which seed a class has.",
)
  .option("--out <dir>", "the folder of the class whose seed is asked for", "out")
  .option("--json", "print the findings as JSON")
  .addHelpText("after", "\nWhat is found here is what the next runs go by, until something changes.");

async function tellFindings(): Promise<ExitCode> {
  command.parse();
  const { json, out } = command.opts<{ readonly json?: true; readonly out: string }>();
  const findings: Findings = { ...(await diagnoseMachine()), seed: await readSeedLine(out) };
  console.log(json === true ? JSON.stringify(findings, null, 2) : formatFindings(findings));
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

function formatFindings({
  level,
  active,
  missing,
  probedAt,
  versions,
  system,
  advice,
  seed,
}: Findings): string {
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

void runCommand(tellFindings);
