/** A process that comes up while the submission that it is for is still being compiled. */
import type { Limits } from "../../contract/limits";
import type { Sandbox } from "../sandbox/sandbox";
import { type FreshProcess, startFresh } from "./fresh-process";

export interface Ahead {
  /** Null where it is not to be had, and one has to be started as if there had been none. The taker ends it. */
  take(): Promise<FreshProcess | null>;
  /** Ends it, unless it was taken. */
  end(): Promise<void>;
}

/** Starts it. What fails here fails again with a process that somebody waits for, who is told then. */
export function startAhead(sandbox: Promise<Sandbox>, limits: Limits, signal?: AbortSignal): Ahead {
  let coming: Promise<FreshProcess | null> | null = sandbox
    .then((one) => startFresh(one, limits, signal))
    .catch(() => null);
  const take = async (): Promise<FreshProcess | null> => {
    const taken = await coming;
    coming = null;
    return taken;
  };
  return {
    take: async () => {
      const taken = await take();
      if (taken === null || taken.session.isUp) return taken;
      // Whoever ended it meanwhile, it was not the submission.
      await taken.end();
      return null;
    },
    end: async () => {
      await (await take())?.end();
    },
  };
}
