/** A bench's command line, read as that of every command is: what is unknown is refused, and `--help` says what there is. */
import {
  type Command,
  createCommand,
  exitCodes,
  parseWholeNumber,
  runCommand,
} from "../terminal/command-line";

/** How often something is measured, or how much of it. */
export const parseCount = parseWholeNumber(1, 1_000_000);

/** @param program its file, without the ending */
export function createBench(program: string, says: string): Command {
  return createCommand(`node -r ./graders/running/from-source.cjs scripts/bench/${program}.ts`, says);
}

/** @param measure once the command line is read */
export function runBench(command: Command, measure: () => unknown): void {
  void runCommand(async () => {
    command.parse();
    await measure();
    return exitCodes.done;
  });
}
