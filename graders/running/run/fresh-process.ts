/** A process that came up inside the sandbox and holds no submission yet. */
import { mebibyte } from "../../../reference/byte-sizes";
import type { Limits } from "../../contract/limits";
import type { ConfinedStart } from "../sandbox/confinement";
import type { Sandbox } from "../sandbox/sandbox";
import { Session } from "../sandbox/session";

/** What the runner writes around the largest answer. */
const aroundBytes = mebibyte;

export interface FreshProcess {
  readonly session: Session;
  readonly start: ConfinedStart;
  /** Kills it, and what is left of it; safe to call twice, though its user id may be somebody else's by then. */
  end(): Promise<void>;
}

/** @throws GraderFault when it does not come up; nothing is left of it then */
export async function startFresh(
  sandbox: Sandbox,
  limits: Limits,
  signal?: AbortSignal,
): Promise<FreshProcess> {
  const start = await sandbox.prepareStart();
  try {
    const session = await Session.start(
      start.command,
      { ...limits, frameBytes: limits.answerBytes + aroundBytes },
      signal,
    );
    let ended: Promise<void> | null = null;
    const end = async (): Promise<void> => {
      await session.close();
      await start.release();
    };
    return { session, start, end: () => (ended ??= end()) };
  } catch (error) {
    await start.release();
    throw error;
  }
}
