/** What a disk refuses: said once for many files. */
import { GraderFault } from "../contract/faults";
import { listFew } from "../contract/list-few";
import { describeError } from "../contract/thrown";

const advice = "free the disk or choose another --out";
const mostNamesShown = 3;

/** A file could not be written; what lay there before stands. */
export class WriteFault extends GraderFault {
  readonly because: string;

  constructor(
    readonly path: string,
    cause: unknown,
  ) {
    const because = describeError(cause);
    super(`${path}: could not be written: ${because}; ${advice}`, { cause });
    this.because = because;
  }
}

/** For one fault that many share: without the file's name. @param what "its record" */
export function describeRefusal(what: string, { because }: WriteFault): string {
  return `${what} could not be written: ${because}; ${advice}`;
}

/**
 * One sentence for everything that could not be written.
 *
 * @param failed by what a person calls it: "scores.json", the id of a submission
 */
export function describeFailedWrites(failed: ReadonlyMap<string, unknown>): string {
  const namesByReason = new Map<string, string[]>();
  const isOfDisk = [...failed.values()].some((error) => error instanceof WriteFault);
  for (const [name, error] of failed) {
    const because = error instanceof WriteFault ? error.because : describeError(error);
    namesByReason.set(because, [...(namesByReason.get(because) ?? []), name]);
  }
  const groups = [...namesByReason].map(
    ([because, names]) => `${listFew(names, mostNamesShown)}: ${because}`,
  );
  return `could not be written: ${groups.join("; ")}; what lay there before stands${isOfDisk ? `; ${advice}` : ""}`;
}
