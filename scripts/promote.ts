/** `npm run promote`: a way of answering that a person judged right becomes an accepted one for this class. */
import { resolve } from "node:path";
import type { Acceptance, AcceptanceLine } from "../graders/contract/accepted-option";
import { UsageError } from "../graders/contract/faults";
import { applyRegrade, previewRegrade } from "../graders/grade/regrade/regrade";
import { assignment } from "../graders/questions/efficient-deep-learning";
import { describeShape } from "../graders/review/promote/find-shape";
import { findPromotable, listAccepted, type Proposal, propose } from "../graders/review/promote/propose";
import { writeSource } from "../graders/review/promote/source-text";
import { makeGradeContext } from "./project";
import { addRegradeOptions, type RegradeFlags, readRegradeRequest } from "./regrade-flags";
import { accountFor, printRegrade } from "./regrade-words";
import { toPlainText } from "./terminal/colors";
import {
  type Command,
  createCommand,
  type ExitCode,
  exitCodes,
  Option,
  runCommand,
} from "./terminal/command-line";

interface PromoteFlags extends RegradeFlags {
  readonly part?: string;
  readonly credit: string;
  readonly says?: string;
  readonly withdraw?: string;
  readonly export?: true;
}

const makeCommand = () =>
  addRegradeOptions(
    createCommand(
      "npm run promote --",
      "Accepts for this class what a group of students answered, by its formula or its options; shows first who gains.",
    )
      .argument("[out]", "the folder that `npm run grade` wrote", "out")
      .argument(
        "[group]",
        "the group's sign, as the desk shows it; all that can be accepted are listed without one",
      )
      .option("--part <id>", "of a question of several parts")
      .option("--credit <share>", "share of the points that it earns", "1")
      .option("--says <text>", "with a group: what the student reads, in the class's language")
      .option("--apply", "accept it, and judge everybody's answers on record by it")
      .addOption(
        new Option("--withdraw <id>", "take back what was accepted; shows first who loses").conflicts([
          "part",
          "credit",
          "says",
        ]),
      )
      .addOption(
        new Option(
          "--export",
          "print what is accepted as source text, for a change of the questions themselves",
        ).conflicts(["apply", "withdraw"]),
      ),
  ).addHelpText(
    "after",
    "\nExit codes: 0 shown, or accepted · 1 usage, nothing accepted · 2 somebody could not be judged again, each named\n            130 interrupted",
  );

/** Nothing that was typed is left out of account. @throws UsageError */
function refuseDropped(command: Command, key: string | undefined): void {
  const isTyped = (name: string): boolean => command.getOptionValueSource(name) === "cli";
  if (isTyped("withdraw")) {
    if (key === undefined) return;
    throw new UsageError(`--withdraw: takes back what it names; expected no group beside it, got ${key}`);
  }
  const alone = key === undefined ? ["part", "credit", "says", "apply"].find(isTyped) : undefined;
  if (alone !== undefined)
    throw new UsageError(`--${alone}: expected a group beside it; npm run promote -- <out> lists them`);
}

function readProposal(key: string | undefined, flags: PromoteFlags): Proposal {
  const { part, credit, withdraw, apply, says = "", by = "", why = "" } = flags;
  return { key, part, credit, says, withdraw, apply: apply === true, signature: { by, why, at: new Date() } };
}

function describeAccepted({ id, question, part, shape, credit, by, at, why }: Acceptance): string {
  const what = `${question}/${part}: ${describeShape(shape)}`;
  return toPlainText(`${id}  ${what} (credit ${credit}; ${by}, ${at.slice(0, 10)}: ${why})`);
}

function tellWhatIsAccepted(line: AcceptanceLine, isApplied: boolean): string {
  if (line.kind === "withdraw")
    return isApplied ? `taken back: ${line.withdraws}` : `to be taken back: ${line.withdraws}`;
  const what = toPlainText(describeShape(line.shape));
  return isApplied
    ? `accepted as ${line.id}: ${what}; --withdraw ${line.id} takes it back`
    : `to be accepted: ${what}`;
}

async function list(outFolder: string): Promise<void> {
  const accepted = await listAccepted(outFolder);
  const others = await findPromotable(outFolder, assignment);
  console.log(accepted.length === 0 ? "accepted for this class: nothing" : "accepted for this class:");
  for (const one of accepted) console.log(`  ${describeAccepted(one)}`);
  if (others.length > 0) console.log("could be accepted, if it is right:");
  for (const { key, question, part, shape, submissions } of others)
    console.log(toPlainText(`  ${key}  ${submissions.length}× ${question}/${part}: ${describeShape(shape)}`));
}

/** @param argv as a process gets it: Node and the script come before the arguments */
export async function promote(
  signal: AbortSignal,
  argv: readonly string[] = process.argv,
): Promise<ExitCode> {
  const command = makeCommand().parse(argv);
  const [out, key] = command.processedArgs as [string, string | undefined];
  const flags = command.opts<PromoteFlags>();
  refuseDropped(command, key);
  const outFolder = resolve(out);
  const acceptance = await propose(outFolder, assignment, readProposal(key, flags));
  if (flags.export === true) {
    const shown = acceptance?.kind === "accept" ? [acceptance] : await listAccepted(outFolder);
    console.log(shown.map(writeSource).join("\n\n"));
    return exitCodes.done;
  }
  if (acceptance === null) {
    await list(outFolder);
    return exitCodes.done;
  }
  const request = { ...(await readRegradeRequest(command)), acceptance };
  const context = { ...makeGradeContext(), signal };
  const made =
    flags.apply === true
      ? await applyRegrade(request, { why: acceptance.why, by: acceptance.by }, context)
      : await previewRegrade(request, context);
  printRegrade(made, {});
  console.error(accountFor(made, flags.apply === true));
  console.error(tellWhatIsAccepted(acceptance, flags.apply === true));
  return made.left.length > 0 ? exitCodes.notGraded : exitCodes.done;
}

if (require.main === module) void runCommand(promote);
