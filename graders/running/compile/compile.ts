/** Turns TypeScript into JavaScript in a long-lived process of its own, which hostile source may kill. */

import { mebibyte } from "../../../reference/byte-sizes";
import type { CompileFailure, CompileResult, Compiler } from "../../contract/compiled";
import { GraderFault } from "../../contract/faults";
import type { Limits } from "../../contract/limits";
import type { CompileFailures, Message } from "../../contract/message";
import type { Outcome } from "../../contract/outcome";
import type { SandboxMode } from "../../contract/sandbox-report";
import type { SourceFile } from "../../contract/submission";
import { describeExit } from "../sandbox/describe-exit";
import { describeReply, type Reply } from "../sandbox/process-reply";
import { Session } from "../sandbox/session";
import { type CompileProcess, prepareCompileProcess } from "./compile-process";
import { measureNesting } from "./nesting";
import { readCompiled } from "./read-compiled";

interface Source {
  readonly entry: string;
  readonly files: readonly SourceFile[];
}

/** With the end of what the process printed, which tells what ended it. */
type CompileReply = Reply & { readonly lastWords: string };

export interface CompilerStart {
  /** Start the process at once, so that it is up by the time of the first submission. */
  readonly atOnce?: boolean;
}

/** Starts nothing yet, unless asked: the process starts with the first submission, and again after every crash. */
export function startCompiler(
  limits: Limits,
  mode: SandboxMode = "auto",
  { atOnce = false }: CompilerStart = {},
): Compiler {
  const ending = new AbortController();
  const process = openProcess(limits, mode, ending.signal);
  let isAsked = false;
  // What fails here fails again with the first submission, which tells of it.
  let last: Promise<unknown> = atOnce ? process.start().catch(() => {}) : Promise.resolve();
  const compileOne = async (source: Source): Promise<CompileResult> => {
    const tooDeep = source.files.find((file) => measureNesting(file.text) > limits.sourceNesting);
    if (tooDeep !== undefined)
      return fail({ code: "brackets-too-deep", file: tooDeep.path, count: limits.sourceNesting });
    const fieldsText = encodeSource(source, limits);
    const reply = await process.ask(fieldsText);
    // A process that died may have been killed for reasons of the machine: once more, before it counts.
    const last = reply.kind === "ended" ? await process.ask(fieldsText) : reply;
    try {
      return readReply(last, source, limits);
    } catch (error) {
      // Whoever comes next is to have a process that keeps to its protocol.
      await process.stop();
      throw error;
    }
  };
  return {
    compile: (source) => {
      isAsked = true;
      const result = last.then(() => compileOne(source));
      last = result.catch(() => {});
      return result;
    },
    close: () => {
      // Nobody waits for it to come up only to end it.
      if (!isAsked) ending.abort();
      return last.then(process.close);
    },
  };
}

interface RestartingProcess {
  start(): Promise<Session>;
  ask(fieldsText: string): Promise<CompileReply>;
  /** The next question starts it again. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

function openProcess(limits: Limits, mode: SandboxMode, signal: AbortSignal): RestartingProcess {
  let prepared: Promise<CompileProcess> | null = null;
  let session: Session | null = null;
  const start = async (): Promise<Session> => {
    prepared ??= prepareCompileProcess(limits, mode);
    session ??= await Session.start((await prepared).command, listSessionLimits(limits), signal);
    return session;
  };
  const stop = async (): Promise<void> => {
    const stopped = session;
    session = null;
    await stopped?.close();
  };
  return {
    start,
    stop,
    ask: async (fieldsText) => {
      const up = await start();
      const reply = await up.request(fieldsText, limits.compileMs);
      const { lastWords } = up.printed;
      if (reply.kind !== "answered") await stop();
      return { ...reply, lastWords };
    },
    close: async () => {
      await stop();
      (await prepared)?.close();
    },
  };
}

function encodeSource({ entry, files }: Source, limits: Limits): string {
  const texts = files.map(({ path, text, lacks }) =>
    lacks === undefined ? [path, text] : [path, text, lacks],
  );
  const { compiledBytes } = limits;
  const fields = { entry, files: texts, compiledBytes, replyBytes: countReplyBytes(limits) };
  return JSON.stringify(fields).slice(1, -1);
}

function readReply(reply: CompileReply, source: Source, limits: Limits): CompileResult {
  const { entry } = source;
  switch (reply.kind) {
    case "answered":
      return readCompiled(reply.message, source);
    case "timed-out":
      return fail({ code: "compiling-too-long", file: entry, seconds: limits.compileMs / 1000 });
    case "ended":
      return describeCrash(describeExit(reply.exit, reply.lastWords, limits), entry, limits);
    default:
      throw new GraderFault(`the compile process broke its protocol: ${describeReply(reply)}`);
  }
}

function describeCrash(crash: Outcome, entry: string, { compileBytes }: Limits): CompileFailure {
  if (crash.kind === "out-of-memory") {
    const mebibytes = Math.floor(compileBytes / mebibyte);
    return fail({ code: "compiling-out-of-memory", file: entry, mebibytes });
  }
  return fail({ code: "compiling-crashes", file: entry });
}

function fail(says: Message<keyof CompileFailures>): CompileFailure {
  return { ok: false, says };
}

/** JSON writes a control character as six bytes. */
const countReplyBytes = ({ compiledBytes }: Limits): number => 6 * compiledBytes + mebibyte;

function listSessionLimits(limits: Limits): Parameters<typeof Session.start>[1] {
  return {
    startMs: 60_000,
    frameBytes: countReplyBytes(limits),
    keptOutputBytes: 4096,
    printedBytes: limits.printedBytes,
  };
}
