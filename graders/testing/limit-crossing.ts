/** For tests: what crossing a limit is, and what becomes of it. */

import { mebibyte } from "../../reference/byte-sizes";
import type { LimitName } from "../contract/limits";
import type { ExceededLimits, Losses, Message } from "../contract/message";
import type { Outcome } from "../contract/outcome";
import type { SandboxReport } from "../contract/sandbox-report";
import { say } from "./say";

export interface Crossing {
  readonly limits: Readonly<Partial<Record<LimitName, number>>>;
  /** Appended to honest code: a function `cross`, or something that never gets as far. */
  readonly source: string;
  readonly files?: Readonly<Record<string, string>>;
  /** What becomes of calling `cross`, or of loading; nothing where it is not even run. */
  readonly outcome?: Partial<Outcome>;
  /** What the student reads. */
  readonly says: string;
  /** The limits that come before the kernel's own are everyone's; of the others, whether this sandbox has them. */
  readonly isOffered?: (report: SandboxReport) => boolean;
  /** What becomes of honest code that is called afterwards, where it is lost. */
  readonly after?: Outcome["kind"];
}

export const noAnswer = (because: Message<keyof Losses>) => ({
  outcome: { kind: "did-not-answer", because } as const,
  says: `For at least one input no answer came: ${say(because)}.`,
});
export const outOfMemory = (mebibytes: number) => ({
  outcome: { kind: "out-of-memory", limitBytes: mebibytes * mebibyte } as const,
  says: `For at least one input your function needed more memory than the ${mebibytes} MiB it may use. Does it build something that it could count instead?`,
});
export const tooLarge = (limit: Message<keyof ExceededLimits>) => ({
  outcome: { kind: "too-large", limit } as const,
  says:
    limit.code === "printed-bytes"
      ? "For at least one input your function printed more than the grader reads. Remove what prints in a loop, such as console.log."
      : "For at least one input your function gave back more than the grader reads: too large, too deeply nested, or too many values. Return only what the question asks for.",
});
export const has =
  (layer: SandboxReport["active"][number]) =>
  ({ active }: SandboxReport): boolean =>
    active.includes(layer);

/** The kernel counts processes per user, and root's not at all. */
export const countsProcesses = ({ active }: SandboxReport): boolean =>
  active.includes("rlimits") &&
  (active.includes("uid-drop") || (active.includes("namespaces") && process.getuid?.() !== 0));

const floodThreads = `export const cross = () => new Promise(() => {
  process.env.UV_THREADPOOL_SIZE = "200";
  for (let i = 0; i < 200; i += 1) require("crypto").pbkdf2("x", "y", 1e6, 64, "sha512", () => {});
});`;

export const patient = { callMs: 60_000, totalMs: 60_000 };

/** Keeps pieces of memory until there is none. */
export const hoard = (piece: string): string =>
  `export const cross = () => { const all: unknown[] = []; for (;;) all.push(${piece}); };`;

/** So many threads that the one limit is crossed, and the other is out of the way. */
export const flood = (
  wide: Crossing["limits"],
  limits: Crossing["limits"],
  isOffered: NonNullable<Crossing["isOffered"]>,
): Crossing => ({
  limits: { ...patient, ...limits, ...wide },
  source: floodThreads,
  ...noAnswer({ code: "treeProcesses" in limits ? "too-many-processes" : "too-many-threads", count: 28 }),
  isOffered,
});
