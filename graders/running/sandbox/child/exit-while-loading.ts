/**
 * `process.exit` in top-level code stops that code and not the process, so that the functions it has exported can
 * still be asked.
 */

export class Exit extends Error {
  override readonly name = "Exit";

  constructor(readonly code: number) {
    super(`the program called process.exit(${code})`);
  }
}

interface Exiting {
  exit(code?: unknown): never;
  reallyExit(code?: unknown): never;
}

/** Until what it returns is called, the ways of ending this process throw instead. */
export function throwOnExit(): () => void {
  const exiting = process as unknown as Exiting;
  const { exit, reallyExit } = exiting;
  const refuse = (code?: unknown): never => {
    throw new Exit(typeof code === "number" && code >= 0 && code < 256 ? code : 0);
  };
  exiting.exit = refuse;
  exiting.reallyExit = refuse;
  return () => {
    // Code that has put its own there keeps it.
    if (exiting.exit === refuse) exiting.exit = exit;
    if (exiting.reallyExit === refuse) exiting.reallyExit = reallyExit;
  };
}
