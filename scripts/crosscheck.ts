/** `npm run crosscheck`: the analytic memory model against the recordings, and where Python can, against fresh ones. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../graders/contract/faults";
import {
  type Comparison,
  compareFamily,
  comparePeak,
  comparePhases,
  isAgreement,
} from "../reference/recordings/agreement";
import { listRecordings, readRecording } from "../reference/recordings/catalogue";
import { recordAnew } from "./crosscheck/fresh-recordings";
import { formatDifference, renderMemoryAgreement } from "./crosscheck/memory-agreement";
import {
  explainInstall,
  explainProbe,
  listOtherVersions,
  listPythons,
  probePython,
  readPins,
} from "./crosscheck/python";
import { projectRoot } from "./project";
import { createCommand, type ExitCode, exitCodes, parseList, runCommand } from "./terminal/command-line";

interface CrosscheckFlags {
  readonly record: string[];
  readonly python?: string;
  readonly requirePython?: true;
  readonly write?: true;
}

const recorder = join(projectRoot, "scripts", "record-profile.py");

const command = createCommand(
  "npm run crosscheck --",
  "Compares the analytic model of ConvNeXt V2's memory with what was recorded from timm's.",
)
  .option("--record <names>", "what to record anew: variants or recordings, comma-separated", parseList, [
    "atto",
  ])
  .option(
    "--python <program>",
    "Python to record with (else $RIDGEPOINT_PYTHON, the usual environment, python3)",
  )
  .option("--require-python", "fail where no Python can record, instead of saying so")
  .option("--write", "write docs/memory-agreement.md")
  .addHelpText(
    "after",
    "\nExit codes: 0 all that could be compared agrees · 1 usage, or a required Python is missing ·" +
      " 2 the recorder failed · 3 model and recordings disagree",
  );

async function crosscheck(): Promise<ExitCode> {
  command.parse();
  const flags = command.opts<CrosscheckFlags>();
  const stored = [...compareFamily(), ...listRecordings().flatMap(({ id }) => compareRecording(id))];
  reportComparisons("stored", stored);
  if (flags.write === true) {
    writeFileSync(join(projectRoot, "docs", "memory-agreement.md"), renderMemoryAgreement());
  }
  const fresh = compareFresh(flags);
  return [...stored, ...fresh].every(isAgreement) ? exitCodes.done : exitCodes.checkFailed;
}

function compareRecording(id: string): Comparison[] {
  const recording = readRecording(id);
  const phases = recording.run.kind === "training" ? comparePhases(recording) : [];
  return [comparePeak(recording), ...phases];
}

function compareFresh({ python, record, requirePython }: CrosscheckFlags): Comparison[] {
  const pins = readPins(recorder);
  const probes = listPythons(python).map((program) => probePython(program));
  const ready = probes.find((probe) => probe.kind === "ready");
  if (ready === undefined) {
    const why = `no Python here can record:\n  ${probes.map(explainProbe).join("\n  ")}`;
    if (requirePython === true) throw new UsageError(`${why}\nMake one:\n${explainInstall(pins)}`);
    console.log(`fresh: not compared, ${why}\nTo have it compared:\n${explainInstall(pins)}`);
    return [];
  }
  for (const other of listOtherVersions(ready.versions, pins)) console.log(`note: ${other}`);
  console.log(`recording ${record.join(", ")} with ${ready.program} (atto takes about a minute)`);
  const fresh = recordAnew(ready.program, recorder, record);
  reportComparisons("fresh", fresh);
  console.log(
    `       ${fresh.filter(({ isAsStored }) => isAsStored).length} have the very events that are stored`,
  );
  for (const { subject } of fresh.filter(({ isAsStored }) => !isAsStored)) {
    console.log(`note: ${subject} has other events than the stored recording`);
  }
  return fresh;
}

function reportComparisons(what: string, comparisons: readonly Comparison[]): void {
  const equal = comparisons.filter(({ modelled, recorded }) => modelled === recorded).length;
  const within = comparisons.filter(isAgreement).length - equal;
  const beyond = comparisons.filter((comparison) => !isAgreement(comparison));
  console.log(
    `${what}: ${comparisons.length} quantities: ${equal} equal, ${within} within their limit, ${beyond.length} beyond`,
  );
  for (const comparison of beyond) {
    const { subject, quantity, modelled, recorded } = comparison;
    console.log(
      `  ${subject}, ${quantity}: model ${modelled}, recorded ${recorded}, ${formatDifference(comparison)}`,
    );
  }
}

void runCommand(crosscheck);
