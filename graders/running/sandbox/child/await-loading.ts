/** What has to be awaited: answers that are promises, and what a submission's files wait for at their top level. */
import type { Failure } from "./load";
import { types } from "./primitives";

type Finish = (failure: Failure | null) => void;

/** What goes on when all has settled; null while nothing is awaited. */
let open: Finish | null = null;

/** @param finish is told what stopped first, once */
export async function awaitLoading(
  waiting: readonly Promise<Failure | null>[],
  finish: Finish,
): Promise<void> {
  open = finish;
  let first: Failure | null = null;
  for (let at = 0; at < waiting.length; at++) {
    const failure = await waiting[at];
    first = first ?? failure ?? null;
  }
  close(finish, first);
}

/** Nothing is left to do, and it still waits: false where it does not. */
export function giveUpLoading(): boolean {
  if (open === null) return false;
  close(open, { error: new Error("what is awaited at the top level never settles") });
  return true;
}

function close(finish: Finish, failure: Failure | null): void {
  // Given up meanwhile: too late.
  if (open !== finish) return;
  open = null;
  finish(failure);
}

export function isThenable(value: unknown): value is PromiseLike<unknown> {
  if (types.isPromise(value)) return true;
  return (
    typeof value === "object" && value !== null && typeof (value as { then?: unknown }).then === "function"
  );
}
