/** Takes in what is not small in a process of its own: whatever it holds, it costs itself, a limited time and memory. */
import { GraderFault } from "../../contract/faults";
import type { Limits } from "../../contract/limits";
import { Refusal } from "../../intake/read-source";
import { refuse } from "../../intake/remarks";
import type { Reader } from "../../intake/take-bounded";
import type { ReadingRequest } from "./protocol";
import { type Reading, ReadingProcess } from "./reading-process";

export interface OpenReader extends Reader {
  close(): Promise<void>;
}

type Ask = (request: Omit<ReadingRequest, "limits">) => Promise<Answered>;
type Answered = Extract<Reading, { kind: "taken" | "code" }>;

/** Starts nothing before something is asked. Everything rejects with the signal's reason once that has come. */
export function openReader(limits: Limits, signal?: AbortSignal): OpenReader {
  let process: ReadingProcess | null = null;
  const stop = async (): Promise<void> => {
    const stopped = process;
    process = null;
    await stopped?.stop();
  };
  const interrupt = (): void => void process?.stop();
  signal?.addEventListener("abort", interrupt, { once: true });
  const ask: Ask = async (asked) => {
    const read = async (): Promise<Reading> => {
      signal?.throwIfAborted();
      process ??= new ReadingProcess(limits.intakeBytes);
      const reading = await process.ask({ ...asked, limits }, limits.intakeTimeoutMs);
      if (reading.kind === "timed-out" || reading.kind === "ended") await stop();
      signal?.throwIfAborted();
      return reading;
    };
    const first = await read();
    // A process that died may have been killed for reasons of the machine: once more, before it counts.
    return settle(first.kind === "ended" && !first.isOutOfMemory ? await read() : first, limits);
  };
  return {
    ...createReader(ask),
    close: () => stop().finally(() => signal?.removeEventListener("abort", interrupt)),
  };
}

function createReader(ask: Ask): Reader {
  return {
    takeIn: async (tree, id, options) => {
      const answered = await ask({ tree, job: { kind: "take-in", id, options } });
      if (answered.kind !== "taken") throw new GraderFault("reading answered something else");
      return answered.submission;
    },
    readCode: async (tree, path) => {
      try {
        const answered = await ask({ tree, job: { kind: "code", path } });
        return answered.kind === "code" ? answered.text : "";
      } catch (error) {
        if (error instanceof Refusal) return "";
        throw error;
      }
    },
  };
}

/** @throws Refusal for what the hand-in brought about; GraderFault */
function settle(reading: Reading, limits: Limits): Answered {
  switch (reading.kind) {
    case "taken":
    case "code":
      return reading;
    case "refused":
      throw new Refusal(reading.says);
    case "fault":
      throw new GraderFault(reading.fault);
    case "timed-out":
      if (!reading.hasBegun) throw new GraderFault("the process that reads hand-ins did not start in time");
      throw new Refusal(refuse.readTooLong(limits.intakeTimeoutMs));
    case "ended":
      if (!reading.hasBegun)
        throw new GraderFault(`the process that reads hand-ins did not start (${reading.because})`);
      throw new Refusal(
        reading.isOutOfMemory ? refuse.readTooLarge(limits.intakeBytes) : refuse.readCrashes(),
      );
  }
}
