/** Reading a command line and leaving with the documented exit codes; the one doorway to commander. */
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { blame, RefusedPath, UsageError } from "../../graders/contract/faults";
import { sayMessage } from "../../graders/wording/messages";
import { english } from "../../graders/wording/translator";

export { type Command, Option };

/** What every verb can end with. */
export const exitCodes = {
  /** All graded; failing students are normal. */
  done: 0,
  /** Usage or configuration. */
  usage: 1,
  /** Something handed in is not as it should be (selfcheck). */
  notReady: 1,
  /** At least one submission could not be graded, each named. */
  notGraded: 2,
  /** The release check failed. */
  checkFailed: 3,
  /** Interrupted; everything finished so far is kept. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** A command that reports its mistakes by throwing, so that {@link runCommand} alone decides how to leave. */
export function createCommand(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .showSuggestionAfterError()
    .configureHelp({ sortOptions: false, helpWidth: 100 })
    .configureOutput({ outputError: () => {} })
    .exitOverride();
}

/** An option's whole number, or a one-line complaint. */
export function parseWholeNumber(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < min || value > max) {
      throw new InvalidArgumentError(`Expected a whole number from ${min} to ${max}.`);
    }
    return value;
  };
}

/** A comma-separated list without blanks and empty items. */
export function parseList(text: string): string[] {
  const items = text.split(",").map((item) => item.trim());
  const filled = items.filter((item) => item !== "");
  if (filled.length === 0) throw new InvalidArgumentError("Expected at least one name.");
  return filled;
}

/** The same, kept as it was typed: what is named may have a comma in its name. */
export function parseNames(text: string): string {
  parseList(text);
  return text;
}

export type Verb = (signal: AbortSignal) => Promise<ExitCode>;

const stopSignals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Runs a verb to its end and sets the exit code: mistakes of the caller in one line with code 1, faults of ours
 * in one line with code 2, an interrupt with 130. Stack traces only with RIDGEPOINT_DEBUG=1.
 *
 * @param run a verb that takes no signal has nothing to tidy up: a signal ends it at once, even in a long computation,
 *   during which no listener would be called
 */
export async function runCommand(run: Verb): Promise<void> {
  const findUnwritten = watchOutput();
  const code = await concludeCommand(run);
  const unwritten = await findUnwritten();
  process.exitCode = code === exitCodes.done && unwritten !== null ? exitCodes.notGraded : code;
}

/**
 * What is printed goes to a file on a full disk, or to nobody any more: that is no reason to end in the middle of what is
 * done. Who closes a pipe has read enough.
 */
function watchOutput(): () => Promise<NodeJS.ErrnoException | null> {
  let first: NodeJS.ErrnoException | null = null;
  for (const [stream, other] of [
    [process.stdout, process.stderr],
    [process.stderr, process.stdout],
  ] as const)
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE" || first !== null) return;
      first = error;
      other.write(`error: not everything could be printed: ${error.message}\n`);
    });
  // A stream tells of it after the call that wrote.
  return () => new Promise((resolve) => setImmediate(() => resolve(first)));
}

/** A verb that was interrupted, in words of its own: nothing of it is kept to go on from. */
export class Stopped extends Error {}

/** A verb's own last word where it is interrupted; whatever else it throws is passed on. */
export async function orStopped<T>(signal: AbortSignal, sentence: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw signal.aborted ? new Stopped(sentence, { cause: error }) : error;
  }
}

/** As {@link runCommand}, but leaves it to the caller to leave. */
export async function concludeCommand(run: Verb): Promise<ExitCode> {
  const controller = new AbortController();
  const interrupt = (): void => controller.abort(new Error("interrupted"));
  if (run.length > 0) for (const name of stopSignals) process.once(name, interrupt);
  try {
    return await run(controller.signal);
  } catch (error) {
    return explain(error, controller.signal);
  } finally {
    for (const name of stopSignals) process.off(name, interrupt);
  }
}

const kept = "interrupted: everything graded so far is kept; run the same command again to go on";

function explain(error: unknown, signal: AbortSignal): ExitCode {
  if (process.env.RIDGEPOINT_DEBUG === "1") console.error(error);
  if (signal.aborted) {
    console.error(`\n${error instanceof Stopped ? error.message : kept}`);
    return exitCodes.interrupted;
  }
  if (error instanceof CommanderError) return explainUsage(error);
  if (error instanceof UsageError) {
    console.error(`error: ${describe(error)}`);
    return exitCodes.usage;
  }
  console.error(`not graded, and the fault is the grader's: ${blame(error).message}`);
  return exitCodes.notGraded;
}

function describe(error: UsageError): string {
  return error instanceof RefusedPath
    ? `${error.path}: ${sayMessage(error.because, english)}`
    : error.message;
}

/** `--help` also arrives here, with exit code 0 and its text already printed. */
function explainUsage(error: CommanderError): ExitCode {
  if (error.exitCode === 0) return exitCodes.done;
  console.error(`${error.message.replaceAll("\n", " ")} (see --help)`);
  return exitCodes.usage;
}
