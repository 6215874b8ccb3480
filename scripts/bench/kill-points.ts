/**
 * `npm run kill-points -- --kills 200 --full-disks 60 --pauses 2`: grades a class again and again and cuts the run short: kills
 * it at random times, lets its disk run full (a tmpfs, for which it needs root), stops and continues it. Says what was
 * lost, wrong or truncated; exit code 1 when anything was.
 */
import { spawn, spawnSync } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCommand, type ExitCode, exitCodes, runCommand } from "../terminal/command-line";
import { type Damage, inspect, listDifferences, writeClass } from "./kill-class";

const command = createCommand("npm run kill-points --", "Cuts grading runs short and says what was lost.")
  .option("--kills <n>", "SIGKILL at so many random times", "20")
  .option("--full-disks <n>", "so many sizes of a disk that runs full", "6")
  .option("--pauses <n>", "SIGSTOP in the middle, so many times", "1")
  .option("--pause-s <s>", "how long each of them lasts", "60")
  .option("--students <n>", "submissions in the class", "40")
  .addHelpText("after", "\nExit codes: 0 nothing was lost · 1 something was, or usage");

interface Ended {
  readonly code: number | null;
  readonly tookMs: number;
  readonly printed: string;
}

interface Bench {
  readonly folder: string;
  readonly undisturbed: string;
  /** How long an undisturbed run took. */
  readonly tookMs: number;
}

/** Sums up; every entry names the attempt it was seen after. */
class Tally {
  readonly lost: string[] = [];
  readonly wrong: string[] = [];
  readonly truncated: string[] = [];
  readonly failed: string[] = [];

  add(attempt: string, { lost, wrong, truncated }: Damage): void {
    this.lost.push(...lost.map((id) => `${attempt}: ${id}`));
    this.wrong.push(...wrong.map((path) => `${attempt}: ${path}`));
    this.truncated.push(...truncated.map((path) => `${attempt}: ${path}`));
  }

  get isClean(): boolean {
    return [this.lost, this.wrong, this.truncated, this.failed].every((all) => all.length === 0);
  }
}

/** @param disturb is handed the process group; what it returns is awaited before the end */
async function grade(
  bench: Pick<Bench, "folder">,
  out: string,
  disturb?: (group: number) => void,
): Promise<Ended> {
  const startedMs = performance.now();
  const args = ["scripts/grade.ts", join(bench.folder, "class"), "--out", out, "--seed", "kill-points"];
  const child = spawn(process.execPath, ["-r", "ts-node/register", ...args], { detached: true });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (printed += String(text)));
  disturb?.(child.pid ?? 0);
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, tookMs: performance.now() - startedMs, printed };
}

async function killOften(bench: Bench, kills: number, tally: Tally): Promise<void> {
  let [out, finished]: [string, ReadonlySet<string>] = [join(bench.folder, "killed"), new Set<string>()];
  for (let kill = 1; kill <= kills; kill++) {
    const afterMs = bench.tookMs * (0.2 + 0.9 * Math.random());
    const { code } = await grade(bench, out, (group) => {
      setTimeout(() => signal(group, "SIGKILL"), afterMs).unref();
    });
    const seen = await inspect(out, bench.undisturbed, finished);
    tally.add(`kill ${kill}`, seen.damage);
    finished = seen.ids;
    if (code !== 0) continue;
    // It came to its end before the signal: compared as a whole, and begun anew.
    await compareWhole(`kill ${kill}`, bench, out, tally);
    await rm(out, { recursive: true, force: true });
    finished = new Set();
  }
  if ((await grade(bench, out)).code !== 0) tally.failed.push("the last run did not come to its end");
  await compareWhole("at the end", bench, out, tally);
}

async function fillDisks(bench: Bench, disks: number, tally: Tally): Promise<void> {
  const out = join(bench.folder, "disk");
  await mkdir(out, { recursive: true });
  const whole = measureBytes(bench.undisturbed);
  for (let disk = 1; disk <= disks; disk++) {
    const bytes = Math.ceil((whole * disk) / (disks + 1) / 4096) * 4096;
    run("mount", ["-t", "tmpfs", "-o", `size=${bytes}`, "tmpfs", out]);
    try {
      const full = await grade(bench, out);
      if (full.code !== 2) tally.failed.push(`disk ${disk}: exit code ${full.code}`);
      tally.add(`disk ${disk}`, (await inspect(out, bench.undisturbed, new Set())).damage);
      run("mount", ["-o", "remount,size=256m", out]);
      const again = await grade(bench, out);
      if (again.code !== 0) tally.failed.push(`disk ${disk}, with room again: ${again.printed.slice(-300)}`);
      await compareWhole(`disk ${disk}`, bench, out, tally);
    } finally {
      run("umount", [out]);
    }
  }
}

async function pause(bench: Bench, pauses: number, pauseMs: number, tally: Tally): Promise<void> {
  for (let at = 1; at <= pauses; at++) {
    const out = join(bench.folder, `paused-${at}`);
    const stopMs = bench.tookMs * (0.4 + 0.4 * Math.random());
    const { code } = await grade(bench, out, (grader) => {
      setTimeout(() => process.kill(grader, "SIGSTOP"), stopMs);
      setTimeout(() => process.kill(grader, "SIGCONT"), stopMs + pauseMs);
    });
    if (code !== 0) tally.failed.push(`pause ${at}: exit code ${code}`);
    await compareWhole(`pause ${at}`, bench, out, tally);
  }
}

async function compareWhole(
  attempt: string,
  { undisturbed }: Bench,
  out: string,
  tally: Tally,
): Promise<void> {
  const differing = await listDifferences(out, undisturbed);
  tally.wrong.push(...differing.map((path) => `${attempt}: ${path}`));
}

function signal(group: number, name: NodeJS.Signals): void {
  try {
    process.kill(-group, name);
  } catch {
    // It has ended already.
  }
}

function run(file: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(file, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${file} ${args.join(" ")}: ${stderr.trim()}`);
}

function measureBytes(folder: string): number {
  const { stdout } = spawnSync("du", ["-s", "--block-size=1", folder], { encoding: "utf8" });
  return Number.parseInt(stdout, 10);
}

async function main(): Promise<ExitCode> {
  command.parse();
  const flags = command.opts<Readonly<Record<string, string>>>();
  const folder = await mkdtemp(join(tmpdir(), "kill-points-"));
  try {
    await writeClass(join(folder, "class"), Number(flags.students));
    const undisturbed = join(folder, "undisturbed");
    const { code, tookMs, printed } = await grade({ folder }, undisturbed);
    if (code !== 0) throw new Error(`the undisturbed run failed: ${printed}`);
    const bench = { folder, undisturbed, tookMs };
    const tally = new Tally();
    await killOften(bench, Number(flags.kills), tally);
    await fillDisks(bench, Number(flags.fullDisks), tally);
    await pause(bench, Number(flags.pauses), Number(flags.pauseS) * 1000, tally);
    const { lost, wrong, truncated, failed } = tally;
    console.log(
      JSON.stringify({ ...flags, undisturbedMs: Math.round(tookMs), lost, wrong, truncated, failed }),
    );
    console.log(
      `${flags.kills} kills, ${flags.fullDisks} full disks, ${flags.pauses} pauses: ${lost.length} marks lost, ${wrong.length} wrong, ${truncated.length} files truncated, ${failed.length} runs that failed otherwise`,
    );
    return tally.isClean ? exitCodes.done : exitCodes.notReady;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

void runCommand(main);
