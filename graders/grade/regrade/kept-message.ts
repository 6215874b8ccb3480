/** Whether what was kept is a message of a kind that an outcome holds: its code, with the parameters that words need. */
import type { EarlierLosses, ExceededLimits, Interferences, Losses, Message } from "../../contract/message";

type Check = (value: unknown) => boolean;
type Checks<Messages> = {
  readonly [Code in keyof Messages]: { readonly [Name in keyof Messages[Code]]: Check };
};

const number: Check = (value) => typeof value === "number";
const text: Check = (value) => typeof value === "string";

const limits: Checks<ExceededLimits> = {
  "answer-bytes": { bytes: number },
  "answer-levels": { levels: number },
  "answer-values": { count: number },
  "answer-digits": { count: number },
  "answer-string-length": { count: number },
  "answer-key-length": { count: number },
  "all-answers-bytes": { bytes: number },
  "printed-bytes": { bytes: number },
};

const losses: Checks<Losses> = {
  "promise-never-settles": {},
  "program-ended-itself": {},
  "program-exited": { exitCode: number },
  "program-killed": { signal: text },
  "too-much-processor-time": { seconds: number },
  "file-too-long": { bytes: number },
  "too-many-open-files": { count: number },
  "too-many-threads": { count: number },
  "too-many-processes": { count: number },
  "submission-out-of-time": { seconds: number },
  "submission-does-not-load": {},
  "run-stopped": {},
  "not-asked": {},
  "earlier-call": { name: text, what: (value) => fits(value, earlierLosses) },
};

const earlierLosses: Checks<EarlierLosses> = {
  "call-too-long": { seconds: number },
  "call-out-of-memory": {},
  "call-over-limit": { limit: (value) => fits(value, limits) },
  "call-without-answer": { because: (value) => fits(value, losses) },
  "call-ended-program": {},
};

const interferences: Checks<Interferences> = {
  "forged-message": {},
  "oversized-message": {},
  "no-message": {},
  "unasked-message": {},
  "message-for-another-request": {},
  "closed-channel": {},
  "second-answer": {},
  "answer-not-json": {},
  "answer-with-forbidden-key": {},
  "answer-with-tag-among-keys": {},
  "answer-with-unknown-tag": {},
};

export function isLimit(value: unknown): value is Message<keyof ExceededLimits> {
  return fits(value, limits);
}

export function isLoss(value: unknown): value is Message<keyof Losses> {
  return fits(value, losses);
}

export function isInterference(value: unknown): value is Message<keyof Interferences> {
  return fits(value, interferences);
}

function fits(value: unknown, known: Readonly<Record<string, Readonly<Record<string, Check>>>>): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { code, ...parameters } = Object.fromEntries(Object.entries(value));
  if (typeof code !== "string" || !Object.hasOwn(known, code)) return false;
  const checks = Object.entries(known[code] ?? {});
  const names = Object.keys(parameters);
  return names.length === checks.length && checks.every(([name, isFitting]) => isFitting(parameters[name]));
}
