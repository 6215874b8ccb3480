/**
 * A class of 500 of which 100 are hostile, against the same class without them: the honest submissions' points must
 * be the same, the grader's memory must stay flat, and nothing may be left.
 *
 * Each class is graded in a process of its own, whose peak memory is its own alone (compiling and running happen in
 * further processes).
 */

import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { gradeClass } from "../../graders/grade/grade";
import { assignment } from "../../graders/questions/efficient-deep-learning";
import { type Attack, listAttacks } from "../../graders/verify/hostile/attack";
import { mebibyte } from "../../reference/byte-sizes";
import { makeGradeContext, projectRoot } from "../project";
import { type ExitCode, exitCodes, runCommand } from "../terminal/command-line";
import { createBench, parseCount } from "./run-bench";

interface Graded {
  readonly pid: number;
  readonly level: string;
  readonly seconds: number;
  readonly peakMebibytes: number;
  readonly points: Readonly<Record<string, string>>;
  readonly statuses: Readonly<Record<string, number>>;
}

const honestSamples = [
  "sample-full-marks",
  "sample-notebook-student",
  "sample-other-conventions",
  "sample-popular-mistakes",
];
const limits = {
  callMs: 600,
  loadMs: 1500,
  treeBytes: 256 * mebibyte,
  dataBytes: 384 * mebibyte,
  printedBytes: 2 * mebibyte,
};

function writeHonest(folder: string, count: number): void {
  for (let i = 0; i < count; i += 1) {
    const sample = honestSamples[i % honestSamples.length] ?? "";
    cpSync(join(projectRoot, "submissions", sample), join(folder, `honest-${i}`), { recursive: true });
  }
}

/** The attack runs while the submission is loaded; the submission's own answers are good. */
function writeHostile(folder: string, count: number, targets: object): void {
  const attacks = listAttacks();
  for (let i = 0; i < count; i += 1) {
    const attack = attacks[Math.floor((i * attacks.length) / count)] as Attack;
    const name = join(folder, `hostile-${i}-${attack.name}`);
    mkdirSync(name);
    cpSync(join(projectRoot, "submissions/sample-full-marks"), join(name, "honest"), { recursive: true });
    writeFileSync(join(name, "attack.ts"), attack.source);
    writeFileSync(
      join(name, "submission.ts"),
      `import { attack } from "./attack";
try { Promise.resolve(attack({ ...${JSON.stringify(targets)}, pid: process.ppid })).catch(() => {}); } catch {}
export * from "./honest/submission";
`,
    );
  }
}

async function gradeHere(folder: string, out: string, jobs: number): Promise<void> {
  const startMs = Date.now();
  const { records } = await gradeClass(
    { path: folder, outFolder: out, assignment, seed: "hostile-class", jobs, sandboxMode: "auto", limits },
    makeGradeContext(),
  );
  const statuses: Record<string, number> = {};
  for (const { status } of records) statuses[status] = (statuses[status] ?? 0) + 1;
  const graded: Graded = {
    pid: process.pid,
    level: records[0]?.sandbox.level ?? "",
    seconds: (Date.now() - startMs) / 1000,
    peakMebibytes: process.resourceUsage().maxRSS / 1024,
    points: Object.fromEntries(records.map((one) => [one.submission.id, one.score?.points ?? "none"])),
    statuses,
  };
  console.log(JSON.stringify(graded));
}

async function gradeApart(folder: string, out: string, jobs: number): Promise<Graded> {
  const args = [...process.execArgv, __filename, "grade", folder, out, String(jobs)];
  const options = { cwd: projectRoot, maxBuffer: 64 * mebibyte };
  const { stdout } = await promisify(execFile)(process.execPath, args, options);
  return JSON.parse(stdout) as Graded;
}

/** Whatever carries the id of the process that graded, anywhere it could have left something. */
function findLeftovers({ pid }: Graded, token: string): readonly string[] {
  const isOurs = (name: string): boolean => name.includes(`-${pid}-`) && name.includes("ridgepoint");
  const files = readdirSync(tmpdir()).filter((name) => isOurs(name) || name.includes(token));
  const processes = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => readIfThere(`/proc/${name}/cmdline`))
    .filter((line) => (isOurs(line) || line.includes(token)) && !line.includes("hostile-class"));
  return [...files, ...processes];
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return "";
  }
}

async function main(honest: number, hostile: number, jobs: number): Promise<ExitCode> {
  const folder = mkdtempSync(join(tmpdir(), "hostile-class-"));
  const token = `rptoken${process.pid}`;
  try {
    const [clean, mixed] = ["clean", "mixed"].map((name) => join(folder, name)) as [string, string];
    for (const one of [clean, mixed]) mkdirSync(one);
    writeHonest(clean, honest);
    writeHonest(mixed, honest);
    const canary = join(folder, "canary");
    writeFileSync(canary, "canary", { mode: 0o600 });
    const outside = join(folder, "outside");
    const targets = { port: 9, project: projectRoot, folder, canary, outside, socket: outside, token };
    writeHostile(mixed, hostile, targets);
    const [withThem, without] = [
      await gradeApart(mixed, join(folder, "out-mixed"), jobs),
      await gradeApart(clean, join(folder, "out-clean"), jobs),
    ];
    const differing = Object.keys(without.points).filter((id) => without.points[id] !== withThem.points[id]);
    const left = [...findLeftovers(withThem, token), ...findLeftovers(without, token)];
    const touched =
      readIfThere(canary) === "canary" && !readdirSync(folder).includes("outside") ? "nothing" : "something";
    console.log(
      `level ${withThem.level}; ${honest} honest and ${hostile} hostile in ${withThem.seconds.toFixed(0)} s, the honest alone in ${without.seconds.toFixed(0)} s`,
    );
    console.log(`statuses with the hostile: ${JSON.stringify(withThem.statuses)}`);
    console.log(
      `honest submissions whose points differ: ${differing.length} ${differing.slice(0, 5).join(", ")}`,
    );
    console.log(
      `peak memory of the grader: ${withThem.peakMebibytes.toFixed(0)} MiB, clean ${without.peakMebibytes.toFixed(0)} MiB, ratio ${(withThem.peakMebibytes / without.peakMebibytes).toFixed(2)}`,
    );
    console.log(`left behind: ${left.length} ${left.join(" | ")}; ${touched} outside was touched`);
    const isHarmed = differing.length + left.length > 0 || touched !== "nothing";
    return isHarmed ? exitCodes.checkFailed : exitCodes.done;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const command = createBench(
  "hostile-class",
  "A class with hostile submissions, against the same class without.",
)
  .argument("[honest]", "honest submissions", parseCount, 400)
  .argument("[hostile]", "hostile submissions", parseCount, 100)
  .argument("[jobs]", "submissions graded at once", parseCount, 2)
  .addHelpText("after", "\nExit codes: 0 nobody was harmed · 1 usage · 3 somebody was");

const [verb, ...rest] = process.argv.slice(2);
if (verb === "grade") void gradeHere(rest[0] ?? "", rest[1] ?? "", Number(rest[2]));
else
  void runCommand(async () => {
    command.parse();
    const [honest, hostile, jobs] = command.processedArgs;
    return main(honest, hostile, jobs);
  });
