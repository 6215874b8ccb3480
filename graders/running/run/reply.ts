/** What goes to the child's runner, and what its replies mean. Every field of a reply is checked before it is used. */

import type { CompiledSubmission } from "../../contract/compiled";
import type { Limits } from "../../contract/limits";
import type { Outcome } from "../../contract/outcome";
import type { Value } from "../../contract/value";
import type { EncodedCall } from "../../contract/wire";
import type { ExceededBound } from "../sandbox/child/encode-answer";
import { decodeParsed, mostBigintDigits } from "../sandbox/decode-value";
import { describeExit, describeLimitError } from "../sandbox/describe-exit";
import type { LargeRequest } from "../sandbox/frames";
import type { Reply, WireMessage } from "../sandbox/process-reply";
import { traceLength } from "./call-trace";
import { readLoadError } from "./load-error";
import type { ExportedName, LoadedSubmission } from "./run-result";

const forged = { code: "forged-message" } as const;

/** Fields of the request that loads a submission. @param isTraced whether its answers are to carry a trace */
export function encodeLoad({ entry, files }: CompiledSubmission, limits: Limits, isTraced: boolean): string {
  const bounds = {
    depth: limits.answerDepth,
    nodes: limits.answerNodes,
    bytes: limits.answerBytes,
    errorTextLength: limits.errorTextLength,
  };
  const texts = files.map(({ path, js }) => [path, js]);
  const trace = isTraced ? `,"trace":${traceLength}` : "";
  return `"entry":${JSON.stringify(entry)},"files":${JSON.stringify(texts)},"bounds":${JSON.stringify(bounds)}${trace}`;
}

/** Every submission of a batch is asked the same. */
const encodedRequests = new WeakMap<readonly EncodedCall[], LargeRequest>();

/**
 * The request that calls an export with one list of arguments after the other. The lists come as bytes, which the
 * process reads as they are due: nobody finds later ones in its heap.
 */
export function encodeRequest(name: string, calls: readonly EncodedCall[]): LargeRequest {
  const known = encodedRequests.get(calls);
  if (known !== undefined) return known;
  const inputs = calls.map((call) => Buffer.from(call.argsText));
  const sizes = inputs.map((one) => one.length).join();
  const fieldsText = `"call":${JSON.stringify(name)},"sizes":[${sizes}]`;
  const request = { fieldsText, body: Buffer.concat(inputs) };
  encodedRequests.set(calls, request);
  return request;
}

/** A loaded submission, or the outcome of loading. */
export function readLoad(
  reply: Reply,
  lastWords: string,
  limits: Limits,
  files: CompiledSubmission["files"],
): LoadedSubmission | Outcome {
  if (reply.kind === "answered" && reply.message.exports !== undefined) {
    const exports = readExports(reply.message.exports);
    if (exports === null) return { kind: "tampering", because: forged };
    const { stopped } = reply.message;
    const loadError = stopped === undefined ? null : readLoadError(stopped, files, limits.errorTextLength);
    const constants = readConstants(reply.message, limits);
    return { kind: "loaded", exports, ...constants, ...(loadError === null ? {} : { loadError }) };
  }
  const outcome = readAnswer(reply, lastWords, limits, limits.loadMs);
  return outcome.kind === "value" ? { kind: "tampering", because: forged } : outcome;
}

/** The outcome of one call. */
export function readAnswer(
  reply: Reply,
  lastWords: string,
  limits: Limits,
  limitMs = limits.callMs,
): Outcome {
  switch (reply.kind) {
    case "answered":
      return readMessage(reply.message, limits);
    case "timed-out":
      return { kind: "timed-out", limitMs };
    case "ended":
      return describeExit(reply.exit, lastWords, limits);
    case "flooded":
      return { kind: "too-large", limit: { code: "printed-bytes", bytes: limits.printedBytes } };
    case "tampered":
      return { kind: "tampering", because: reply.because };
    case "aborted":
      return { kind: "did-not-answer", because: { code: "run-stopped" } };
  }
}

function readMessage(message: WireMessage, limits: Limits): Outcome {
  if (message.value !== undefined) return readValue(message.value, limits);
  if (typeof message.threw === "string") {
    const threw = message.threw.slice(0, limits.errorTextLength);
    return describeLimitError(threw, limits) ?? { kind: "threw", message: threw };
  }
  if (message.tooLarge !== undefined) return readTooLarge(message.tooLarge, limits);
  if (message.unsettled === true) {
    return { kind: "did-not-answer", because: { code: "promise-never-settles" } };
  }
  return { kind: "tampering", because: forged };
}

function readTooLarge(bound: unknown, limits: Limits): Outcome {
  switch (bound as ExceededBound) {
    case "bytes":
      return { kind: "too-large", limit: { code: "answer-bytes", bytes: limits.answerBytes } };
    case "depth":
      return { kind: "too-large", limit: { code: "answer-levels", levels: limits.answerDepth } };
    case "nodes":
      return { kind: "too-large", limit: { code: "answer-values", count: limits.answerNodes } };
    case "digits":
      return { kind: "too-large", limit: { code: "answer-digits", count: mostBigintDigits } };
    default:
      return { kind: "tampering", because: forged };
  }
}

function readValue(source: unknown, limits: Limits): Outcome {
  const decoded = decodeParsed(source, limits);
  switch (decoded.kind) {
    case "decoded":
      return { kind: "value", value: decoded.value };
    case "too-large":
      return { kind: "too-large", limit: decoded.limit };
    case "malformed":
      return { kind: "tampering", because: decoded.because };
  }
}

function readExports(source: unknown): readonly ExportedName[] | null {
  if (!Array.isArray(source)) return null;
  const exports: ExportedName[] = [];
  for (const pair of source as readonly unknown[]) {
    if (!Array.isArray(pair) || typeof pair[0] !== "string" || typeof pair[1] !== "string") return null;
    exports.push({ name: pair[0], type: pair[1] });
  }
  return exports;
}

interface Constants {
  name?: Value;
  explanations?: Value;
  explanationsTooLarge?: true;
}

function readConstants(message: WireMessage, limits: Limits): Constants {
  const constants: Constants = {};
  for (const key of ["name", "explanations"] as const) {
    const decoded = message[key] === undefined ? null : decodeParsed(message[key], limits);
    if (decoded?.kind === "decoded") constants[key] = decoded.value;
    if (decoded?.kind === "too-large" && key === "explanations") constants.explanationsTooLarge = true;
  }
  if (message.explanationsTooLarge === true) constants.explanationsTooLarge = true;
  return constants;
}
