/**
 * Every limit that a submission runs under, with its default and its permitted range, in this one place.
 *
 * Sizes are in bytes and times in milliseconds, but for processor time, which kernels limit in whole seconds; the
 * unit stands in the name wherever one exists.
 */
import { gibibyte, kibibyte, mebibyte } from "../../reference/byte-sizes";
import { UsageError } from "./faults";

interface LimitEntry {
  readonly default: number;
  readonly min: number;
  readonly max: number;
  /** What happens past it, for people who look for the flag to turn. */
  readonly says: string;
}

const hourMs = 3_600_000;
const daySeconds = 86_400;

export const limitTable = {
  startMs: entry(
    10_000,
    100,
    hourMs,
    "time for a fresh process to report that it is up; past it the grader is at fault",
  ),
  loadMs: entry(5_000, 10, hourMs, "time for the submission's top-level code"),
  callMs: entry(2_000, 10, hourMs, "time for one call of one exported function"),
  totalMs: entry(60_000, 10, 24 * hourMs, "time for one submission altogether"),
  processorSeconds: entry(
    61,
    1,
    32 * daySeconds,
    "processor time of one process, all its threads together; a second more than totalMs unless given",
  ),
  heapBytes: entry(
    768 * mebibyte,
    32 * mebibyte,
    256 * gibibyte,
    "JavaScript heap; as much as dataBytes unless given",
  ),
  dataBytes: entry(
    768 * mebibyte,
    192 * mebibyte,
    256 * gibibyte,
    "all memory of the process, heap and buffers",
  ),
  treeBytes: entry(
    512 * mebibyte,
    128 * mebibyte,
    256 * gibibyte,
    "resident memory of all its processes together",
  ),
  treeProcesses: entry(64, 24, 4_096, "processes and threads of the whole tree"),
  processes: entry(32, 24, 4_096, "processes and threads inside the namespace"),
  openFiles: entry(128, 32, 4_096, "open files"),
  fileBytes: entry(mebibyte, 0, gibibyte, "size of any file it writes"),
  answerBytes: entry(mebibyte, kibibyte, 64 * mebibyte, "size of one encoded answer"),
  answersBytes: entry(
    16 * mebibyte,
    kibibyte,
    gibibyte,
    "all answers of one submission together, as the grader keeps them",
  ),
  answerDepth: entry(64, 4, 256, "levels of nesting in one answer"),
  answerNodes: entry(100_000, 100, 10_000_000, "values in one answer"),
  answerStringLength: entry(mebibyte, 100, 64 * mebibyte, "characters in one string of an answer"),
  keptOutputBytes: entry(64 * kibibyte, 0, 16 * mebibyte, "printed output that is kept, per stream"),
  printedBytes: entry(
    16 * mebibyte,
    kibibyte,
    gibibyte,
    "printed output, per stream; past it the process is killed",
  ),
  errorTextLength: entry(500, 50, 10_000, "characters of an error message"),
  sourceFileBytes: entry(
    256 * kibibyte,
    kibibyte,
    16 * mebibyte,
    "size of one source file, imported .json aside",
  ),
  sourceFiles: entry(200, 1, 10_000, "source files of one submission"),
  sourceBytes: entry(
    4 * mebibyte,
    kibibyte,
    256 * mebibyte,
    "size of all source files of one submission, imported .json among them",
  ),
  sourceDepth: entry(16, 1, 64, "levels of folders in one submission"),
  folderEntries: entry(10_000, 10, 1_000_000, "files and folders in one submission, ignored ones included"),
  archiveEntries: entry(
    50_000,
    10,
    1_000_000,
    "files and folders in the zip archive of one submission, ignored ones included",
  ),
  intakeTimeoutMs: entry(30_000, 100, hourMs, "time to take in what one person handed in"),
  intakeBytes: entry(
    gibibyte,
    128 * mebibyte,
    64 * gibibyte,
    "JavaScript heap of the process that takes in what is not small",
  ),
  sourceNesting: entry(1_000, 50, 2_000, "brackets open at once in a source file"),
  compileMs: entry(10_000, 100, hourMs, "time to compile one submission"),
  compileBytes: entry(gibibyte, 512 * mebibyte, 64 * gibibyte, "memory of the compile process"),
  compiledBytes: entry(16 * mebibyte, kibibyte, gibibyte, "size of the compiled submission"),
  judgeTimeoutMs: entry(
    30_000,
    100,
    hourMs,
    "time to judge one submission; past it the grader is at fault, and that submission is not graded",
  ),
  pageTimeoutMs: entry(30_000, 100, hourMs, "time to write one page; past it the grader is at fault"),
  judgeBytes: entry(
    gibibyte,
    256 * mebibyte,
    64 * gibibyte,
    "JavaScript heap of judging and page writing; past it the grader is at fault",
  ),
} as const satisfies Record<string, LimitEntry>;

export type LimitName = keyof typeof limitTable;

export type Limits = { readonly [name in LimitName]: number };

export const limitNames = Object.keys(limitTable) as readonly LimitName[];

/**
 * The defaults with the given overrides, checked.
 *
 * @throws UsageError naming the limit, its range and what came
 */
export function parseLimits(overrides: Readonly<Record<string, unknown>> = {}): Limits {
  for (const name of Object.keys(overrides)) {
    if (!Object.hasOwn(limitTable, name)) {
      throw new UsageError(`unknown limit "${name}"; the limits are: ${limitNames.join(", ")}`);
    }
  }
  // What follows from another limit, unless it is given.
  const derived: Partial<Limits> = {
    processorSeconds: Math.ceil(readLimit("totalMs", overrides.totalMs) / 1000) + 1,
    heapBytes: readLimit("dataBytes", overrides.dataBytes),
  };
  const values = limitNames.map((name) => {
    const override = overrides[name];
    return [name, readLimit(name, override === undefined ? derived[name] : override)] as const;
  });
  return Object.freeze(Object.fromEntries(values)) as Limits;
}

function readLimit(name: LimitName, override: unknown): number {
  const { default: standard, min, max } = limitTable[name];
  if (override === undefined) return standard;
  const value = typeof override === "string" && /^\d+$/.test(override) ? Number(override) : override;
  if (typeof value !== "number" || !Number.isInteger(value) || value < min || value > max) {
    throw new UsageError(
      `limit ${name}: expected a whole number from ${min} to ${max}, got ${show(override)}`,
    );
  }
  return value;
}

function show(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}

function entry(standard: number, min: number, max: number, says: string): LimitEntry {
  return { default: standard, min, max, says };
}
