/** Types and style of a submission, looked at in a process of its own with a bounded heap and bounded time. */
import { mebibyte } from "../../../reference/byte-sizes";
import type { Limits } from "../../contract/limits";
import type { Message, TypeCheckFailures } from "../../contract/message";
import { describeError } from "../../contract/thrown";
import type { ProcessCommand } from "../../running/sandbox/process";
import { describeReply, type Reply, type WireMessage } from "../../running/sandbox/process-reply";
import { locateProgram } from "../../running/sandbox/program";
import { Session } from "../../running/sandbox/session";
import type { StyleNote } from "../typescript/style";
import type { CheckedSource, TypeMistake } from "../typescript/type-check";
import type { TypeReport } from "./result";

export interface SourceReport {
  readonly types: TypeReport;
  readonly notes: readonly StyleNote[];
}

export interface TypeChecker {
  /**
   * Never throws: whatever keeps the types from being checked is said in the report.
   *
   * @param about names of functions, where only what lies in them is wanted
   */
  check(entry: string, files: readonly CheckedSource[], about?: ReadonlySet<string>): Promise<SourceReport>;
  /** Ends the process; safe to call twice. */
  close(): Promise<void>;
}

/** The process starts when it is needed first, and again after it was killed. @param language of the messages */
export function createTypeChecker(limits: Limits, language: string): TypeChecker {
  let session: Promise<Session> | null = null;
  const stop = async (): Promise<void> => {
    const stopped = session;
    session = null;
    await stopped?.then((one) => one.close()).catch(() => {});
  };
  const ask = async (fieldsText: string): Promise<Reply> => {
    session ??= open(limits);
    const reply = await (await session).request(fieldsText, limits.compileMs);
    if (reply.kind !== "answered") await stop();
    return reply;
  };
  return {
    check: async (entry, files, about) => {
      const texts = files.map(({ path, text }) => [path, text]);
      const fields = { entry, language, files: texts, about: about === undefined ? null : [...about] };
      try {
        return readReply(await ask(JSON.stringify(fields).slice(1, -1)), limits);
      } catch (error) {
        return giveUp({ code: "type-check-gave-up", why: describeError(error) });
      }
    },
    close: stop,
  };
}

function open(limits: Limits): Promise<Session> {
  const args = locateProgram(__dirname, "type-check-worker");
  const heapMebibytes = Math.floor((limits.compileBytes * 0.75) / mebibyte);
  const command: ProcessCommand = {
    file: process.execPath,
    args: [`--max-old-space-size=${heapMebibytes}`, ...args],
    env: {},
    cwd: __dirname,
  };
  const session = Session.start(command, {
    startMs: 60_000,
    frameBytes: mebibyte,
    keptOutputBytes: 4096,
    printedBytes: limits.printedBytes,
  });
  // Told to whoever asks; nobody has asked yet.
  session.catch(() => {});
  return session;
}

/** The worker is ours and runs no student's code, so its answers are believed. */
function readReply(reply: Reply, limits: Limits): SourceReport {
  switch (reply.kind) {
    case "answered":
      return readMessage(reply.message);
    case "timed-out":
      return giveUp({ code: "type-check-too-long", seconds: limits.compileMs / 1000 });
    default:
      return giveUp({ code: "type-check-gave-up", why: describeReply(reply) });
  }
}

function readMessage(message: WireMessage): SourceReport {
  const mistakes = message.mistakes as readonly TypeMistake[];
  const counts = { total: message.total as number, elsewhere: message.elsewhere as number };
  const types: TypeReport = { kind: "checked", mistakes, ...counts };
  return { types, notes: message.notes as readonly StyleNote[] };
}

function giveUp(because: Message<keyof TypeCheckFailures>): SourceReport {
  return { types: { kind: "gave-up", because }, notes: [] };
}
