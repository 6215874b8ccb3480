/**
 * A run as it was kept in a file, checked. Its schema knows of the file's envelope alone: what lies packed in it is as much
 * what students answered as anything that comes out of a sandbox.
 */
import { constants } from "node:buffer";
import { gunzipSync } from "node:zlib";
import type { Outcome } from "../../contract/outcome";
import { Opaque, type Value } from "../../contract/value";
import { decodeValue } from "../../running/sandbox/decode-value";
import type { RunToJudge } from "../judge-run";
import { isInterference, isLimit, isLoss } from "./kept-message";

type KeptRun = Omit<RunToJudge, "partial">;

/** Values were bounded when they came: what is kept of them is as long as it is. */
const unbounded = {
  answerDepth: 1000,
  answerNodes: Number.POSITIVE_INFINITY,
  answerStringLength: Number.POSITIVE_INFINITY,
};

/** Null for what no run is. @param packed text with tags for what JSON lacks, compressed by gzip */
export function readRun(packed: Uint8Array): KeptRun | null {
  const text = gunzipSync(packed, { maxOutputLength: constants.MAX_STRING_LENGTH }).toString("utf8");
  const decoded = decodeValue(text, unbounded);
  const { written, outcomes, exports } = readFields(decoded.kind === "decoded" ? decoded.value : null);
  const kept = {
    written: readWritten(written),
    outcomes: readEach(outcomes, readOutcome),
    exports: readEach(exports, readExport),
  };
  return kept.written === null || kept.outcomes === null || kept.exports === null
    ? null
    : { written: kept.written, outcomes: kept.outcomes, exports: kept.exports };
}

function readWritten(value: Value): KeptRun["written"] | null {
  const { answersMarkdown, sources, exported } = readFields(value);
  const texts = readEach(sources, (one) => (typeof one === "string" ? one : null));
  if (texts === null) return null;
  if (answersMarkdown === undefined) return { sources: texts, exported };
  return typeof answersMarkdown === "string" ? { answersMarkdown, sources: texts, exported } : null;
}

function readExport(value: Value): KeptRun["exports"][number] | null {
  const { name, type } = readFields(value);
  return typeof name === "string" && typeof type === "string" ? { name, type } : null;
}

function readOutcome(one: Value): Outcome | null {
  const { kind, value, message, isNoFunction, limitMs, limitBytes, limit, because } = readFields(one);
  switch (kind) {
    case "value":
      return { kind, value };
    case "threw":
      if (typeof message !== "string") return null;
      return { kind, message, ...(isNoFunction === true ? { isNoFunction } : {}) };
    case "timed-out":
      return typeof limitMs === "number" ? { kind, limitMs } : null;
    case "out-of-memory":
      return typeof limitBytes === "number" ? { kind, limitBytes } : null;
    case "too-large":
      return isLimit(limit) ? { kind, limit } : null;
    case "did-not-answer":
      return isLoss(because) ? { kind, because } : null;
    case "missing-export":
      return { kind };
    case "tampering":
      return isInterference(because) ? { kind, because } : null;
    default:
      return null;
  }
}

/** Null where one of them is null, or there is no list. */
function readEach<Item>(value: Value, read: (one: Value) => Item | null): readonly Item[] | null {
  if (!isList(value)) return null;
  const items: Item[] = [];
  for (const one of value) {
    const item = read(one);
    if (item === null) return null;
    items.push(item);
  }
  return items;
}

function readFields(value: Value): { readonly [key: string]: Value } {
  return typeof value !== "object" || value === null || value instanceof Opaque || isList(value) ? {} : value;
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}
