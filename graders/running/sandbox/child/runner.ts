/**
 * The program that runs inside the sandbox: loads one submission, then answers one call after the other.
 *
 * It holds nothing worth finding: it learns the submission's own text, the inputs of the function at hand, and an id.
 * All it can ever say is "my answer to request r is v".
 *
 *   → { id, entry, files: [[path, js]], bounds, trace? } ← { id, exports: [[name, type]], name?, explanations?, …TooLarge?, stopped? }
 *   → { id, call, sizes }, bytes of inputs           ← for each, { id, at, value | threw | tooLarge | unsettled }
 *   → { id, end: true }                              ← { id, ended: true }
 *
 * Every answer is written before the next inputs are looked at, and read with others. With `trace`, answers carry `printed` besides, and errors their `stack`.
 */
import { awaitLoading, giveUpLoading, isThenable } from "./await-loading";
import { addFrame, readFrame, ring, writeFrame } from "./channel";
import { decodeArgs } from "./decode-args";
import { type AnswerBounds, encodeAnswer, TooLarge } from "./encode-answer";
import { Exit, throwOnExit } from "./exit-while-loading";
import {
  type Exported,
  exportsFunction,
  findExported,
  listNames,
  readExplanations,
  readExport,
  typeOfExport,
} from "./exported";
import { readInput, takeInputs } from "./inputs";
import { type Failure, loadEntry } from "./load";
import { apply, countBytes, exitNow, hasOwn, onBeforeExit, parse, sliceText, stringify } from "./primitives";
import { settleSurroundings } from "./surroundings";
import { describeStack, readStack, startTracing, takePrinted } from "./trace";

interface Request {
  readonly id: string;
  readonly entry?: string;
  readonly files?: readonly (readonly [string, string])[];
  readonly bounds?: AnswerBounds & { readonly errorTextLength: number };
  /** Characters of what is told besides an answer; absent where nobody asks. */
  readonly trace?: number;
  readonly call?: string;
  /** Bytes that the arguments of each call take in the frame that follows. */
  readonly sizes?: readonly number[];
}

let bounds: AnswerBounds & { readonly errorTextLength: number } = {
  depth: 0,
  nodes: 0,
  bytes: 0,
  errorTextLength: 0,
};
let exported: Exported = [];
/** Ten frames, the engine's usual number, with long paths. */
const stackLength = 3000;
/** The request for calls that is being answered, and the place of the call that is due. */
let asked: Request | null = null;
let due = 0;
/** That the promise of the call before that is awaited, and which one. */
let awaited = -1;

/** Answers until a promise has to be awaited. */
function serve(): void {
  for (;;) {
    while (asked !== null) {
      const { sizes = [] } = asked;
      ring(due === sizes.length);
      if (due === sizes.length) asked = null;
      else if (call(asked, readInput(sizes[due] ?? 0), due++)) {
        ring();
        return;
      }
    }
    const text = readFrame();
    if (text === null) exitNow(0);
    const request = parse(text as string) as Request;
    // What is asked for and not there would be looked for where a submission may have put something that looks back.
    if (hasOwn(request, "files")) {
      if (load(request)) return;
    } else if (!hasOwn(request, "call")) reply(request.id, '"ended":true');
    else {
      if (!takeInputs()) exitNow(0);
      asked = request;
      due = 0;
    }
  }
}

/** Returns true when the top level has to be awaited. */
function load(request: Request): boolean {
  bounds = request.bounds ?? bounds;
  if (hasOwn(request, "trace")) startTracing(request.trace ?? 0);
  const restoreExit = throwOnExit();
  const { exports, failure, waiting } = loadEntry(request.entry ?? "", new Map(request.files));
  const finish = (later: Failure | null): void => {
    restoreExit();
    tellLoaded(request, exports, failure ?? later);
  };
  if (waiting.length === 0) finish(null);
  else
    void awaitLoading(waiting, (later) => {
      finish(later);
      serve();
    });
  return waiting.length > 0;
}

function tellLoaded(request: Request, exports: unknown, failure: Failure | null): void {
  try {
    exported = findExported(exports);
    if (failure !== null && !exportsFunction(exported)) throw failure.error;
    const stop = failure === null ? "" : describeStop(failure.error);
    reply(request.id, describeExports() + stop + takePrinted());
  } catch (error) {
    const reason = failure === null ? error : failure.error;
    if (reason instanceof Exit) exitNow(reason.code);
    reply(request.id, describeFailure(reason) + takePrinted());
  }
}

/** The error that ended top-level code, and the end of its stack, where the places stand. */
function describeStop(error: unknown): string {
  return `,"stopped":[${stringify(describeError(error))},${stringify(readStack(error, stackLength))}]`;
}

function describeExports(): string {
  let names = "";
  for (const name of listNames(exported)) {
    names += `${names === "" ? "" : ","}[${stringify(name)},"${typeOfExport(exported, name)}"]`;
  }
  return `"exports":[${names}]${describeConstant("name", (all) => readExport(all, "name").value)}${describeConstant("explanations", readExplanations)}`;
}

/** Text of an exported constant, a word that it is too large, or nothing where it is missing or cannot be written down. */
function describeConstant(name: string, read: (from: Exported) => unknown): string {
  try {
    const value = read(exported);
    if (value === undefined || typeof value === "function") return "";
    const text = encodeAnswer(value, bounds);
    if (countBytes(text) > bounds.bytes / 2) throw new TooLarge("bytes");
    return `,"${name}":${text}`;
  } catch (error) {
    return error instanceof TooLarge ? `,"${name}TooLarge":true` : "";
  }
}

/** Answers at once and returns false, or returns true when the answer has to be awaited. */
function call({ call: name = "" }: Request, input: readonly unknown[], at: number): boolean {
  let returned: unknown;
  try {
    const { value, receiver } = readExport(exported, name);
    returned = apply(value as () => unknown, receiver, decodeArgs(input));
    if (isThenable(returned)) {
      awaited = at;
      settle(at, returned);
      return true;
    }
  } catch (error) {
    answerCall(at, describeFailure(error));
    return false;
  }
  answer(at, () => returned);
  return false;
}

async function settle(at: number, promised: PromiseLike<unknown>): Promise<void> {
  const request = asked;
  let produce: () => unknown;
  try {
    const value = await promised;
    produce = () => value;
  } catch (error) {
    produce = () => {
      throw error;
    };
  }
  // Reported as unsettled meanwhile: too late to answer.
  if (asked !== request || awaited !== at) return;
  awaited = -1;
  answer(at, produce);
  serve();
}

function answer(at: number, produce: () => unknown): void {
  let content: string;
  try {
    content = `"value":${encodeAnswer(produce(), bounds)}`;
    if (countBytes(content) > bounds.bytes) throw new TooLarge("bytes");
  } catch (error) {
    content = describeFailure(error);
  }
  answerCall(at, content);
}

/** To the call at this place of the request at hand. */
function answerCall(at: number, content: string): void {
  addFrame(`{"id":"${asked?.id ?? ""}","at":${at},${content}${takePrinted()}}`);
}

function describeFailure(error: unknown): string {
  if (error instanceof TooLarge) return `"tooLarge":${stringify(error.message)}`;
  return `"threw":${stringify(describeError(error))}${describeStack(error)}`;
}

function reply(id: string, content: string): void {
  writeFrame(`{"id":"${id}",${content}}`);
}

/** Even the message of an error can be a trap. */
function describeError(error: unknown): string {
  try {
    if (typeof error !== "object" || error === null) return cut(`${typeof error}: ${String(error)}`);
    const { name, message } = error as { name?: unknown; message?: unknown };
    const shownName = typeof name === "string" ? name : "Error";
    return cut(typeof message === "string" && message !== "" ? `${shownName}: ${message}` : shownName);
  } catch {
    return "an error that cannot be shown";
  }
}

function cut(text: string): string {
  return sliceText(text, 0, bounds.errorTextLength);
}

/** Nothing is left to do, yet the promise is still pending: say so, and go on with the next call. */
onBeforeExit(() => {
  if (giveUpLoading()) return;
  if (awaited < 0) return;
  answerCall(awaited, '"unsettled":true');
  awaited = -1;
  serve();
});

settleSurroundings();
writeFrame('{"ready":true}');
serve();
