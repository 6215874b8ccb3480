/**
 * What a class costs from Enter to the last page, as a ratio to starting as many bare `node -e 0`, two at a time, in
 * the same round: all of it cold, its pages written anew while every record stands, the same again unchanged, and what
 * other graders take that compare answers to the same inputs.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../project";
import { createCommand } from "../terminal/command-line";
import { makeClass } from "./class/make-class";
import { type Peer, type PeerName, preparePeers } from "./peers/peers";
import { parseCount, runBench } from "./run-bench";
import { median } from "./timing";

type Kind = "floor" | "cold" | "pages" | "unchanged" | PeerName;

interface Row {
  readonly size: number;
  readonly what: Kind;
  readonly wallMs: readonly number[];
  /** Of the grader's own process with its threads, in each round; of nobody else. */
  readonly peakBytes?: readonly number[];
}

interface Measured {
  readonly ms: number;
  readonly bytes?: number;
}

const atOnce = 2;
const ofEach = (command: string): string => `xargs -P${atOnce} -I{} ${command} >/dev/null 2>&1`;
const floorScript = `seq "$1" | ${ofEach('"$0" -e 0')}`;
const loader = join(projectRoot, "graders/running/from-source.cjs");

function measureSize(folder: string, size: number, rounds: number, peers: readonly Peer[]): readonly Row[] {
  const [source, out] = [join(folder, `class-${size}`), join(folder, `out-${size}`)];
  makeClass(source, size, "bench");
  const runs: readonly (readonly [Kind, () => Measured])[] = [
    ["floor", () => run("/bin/sh", ["-c", floorScript, process.execPath, String(size)])],
    ["cold", () => gradeInto(out, source, { afresh: true })],
    ["unchanged", () => gradeInto(out, source)],
    ["pages", () => gradeInto(out, source, { language: "fr" })],
    ...peers.map((peer) => [peer.name, () => runPeer(peer, source)] as const),
  ];
  const taken = runs.map(([what]) => ({ what, all: [] as Measured[] }));
  for (let round = 0; round < rounds; round += 1)
    for (const [at, [, measure]] of runs.entries()) taken[at]?.all.push(measure());
  return taken.map(({ what, all }) => {
    const peaks = all.flatMap(({ bytes }) => bytes ?? []);
    const wallMs = all.map(({ ms }) => ms);
    return { size, what, wallMs, ...(peaks.length === 0 ? {} : { peakBytes: peaks }) };
  });
}

interface Grading {
  readonly afresh?: boolean;
  readonly language?: string;
}

function gradeInto(out: string, source: string, { afresh = false, language = "en" }: Grading = {}): Measured {
  if (afresh) rmSync(out, { recursive: true, force: true });
  const peak = `${out}.peak`;
  const script = join(projectRoot, "scripts/grade.ts");
  const own = ["-r", join(__dirname, "peak-memory.cjs"), "-r", loader, script];
  const flags = readFlags();
  const args = [...flags, ...own, source, "--out", out, "--language", language];
  const { ms } = run(process.execPath, args, { BENCH_PEAK: peak });
  return { ms, bytes: Number(readFileSync(peak, "utf8")) };
}

/** Those of Node that `npm run grade` gives. */
function readFlags(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8")) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  return (scripts.grade ?? "").split(" ").filter((word) => /^--[a-z-]+=\d+$/.test(word));
}

/** Students' tests fail: that is what they are for. */
function runPeer({ command, environment }: Peer, source: string): Measured {
  const files = readdirSync(source).map((name) => join(source, name, "submission.ts"));
  const script = `printf '%s\\n' "$@" | ${ofEach(`env PEER_STUDENT={} /bin/sh -c '${command}'`)}; true`;
  return run("/bin/sh", ["-c", script, "peer", ...files], environment);
}

/**
 * For all alike: with NODE_EXTRA_CA_CERTS, which some machines set for everybody, every start of Node reads a bundle of
 * certificates, more than doubles what the floor costs, and makes all ratios look better than they are.
 */
const { PATH, HOME, TMPDIR } = process.env;

function run(file: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}): Measured {
  const startMs = performance.now();
  execFileSync(file, args, { stdio: "ignore", env: { PATH, HOME, TMPDIR, ...environment } });
  return { ms: performance.now() - startMs };
}

function describe(rows: readonly Row[]): string {
  const lines = rows.map(({ size, what, wallMs, peakBytes = [] }) => {
    const floor = rows.find((one) => one.size === size && one.what === "floor");
    const ratio = median(wallMs.map((ms, round) => ms / (floor?.wallMs[round] ?? Number.NaN)));
    const peak = peakBytes.length === 0 ? "" : `${(Math.max(...peakBytes) / 1e6).toFixed(0)} MB`;
    return `| ${size} | ${what} | ${(median(wallMs) / 1000).toFixed(1)} s | ${ratio.toFixed(2)} | ${peak} |`;
  });
  const head = ["| submissions | run | wall | times the floor | peak memory |", "|---|---|---|---|---|"];
  return [...head, ...lines].join("\n");
}

const command = createCommand(
  "npm run bench --",
  "What a class costs from Enter to the last page, beside bare starts of Node and other graders.",
)
  .argument("[sizes...]", "submissions of a class; 20 and 200 if none is given", parseSizes)
  .option("--quick", "one small class, measured once")
  .option("--rounds <n>", "rounds that are measured; 3 unless it is to be quick", parseCount)
  .option("--json <file>", "write what was measured to this file, too")
  .option("--no-peers", "without other graders");

function parseSizes(text: string, before: readonly number[] = []): readonly number[] {
  return [...before, parseCount(text)];
}

interface Order {
  readonly quick?: true;
  readonly rounds?: number;
  readonly json?: string;
  readonly peers: boolean;
}

function main(given: readonly number[], order: Order): void {
  const sizes = given.length > 0 ? given : order.quick ? [20] : [20, 200];
  const rounds = order.rounds ?? (order.quick ? 1 : 3);
  const folder = mkdtempSync(join(tmpdir(), "ridgepoint-bench-"));
  try {
    const peers = order.peers ? preparePeers(join(folder, "peers")) : [];
    for (const { name, standsAside } of peers)
      if (standsAside !== null) console.error(`${name} stands aside: ${standsAside}`);
    const there = peers.filter(({ standsAside }) => standsAside === null);
    const rows = sizes.flatMap((size) => measureSize(folder, size, rounds, there));
    console.log(describe(rows));
    if (order.json !== undefined) writeFileSync(order.json, `${JSON.stringify(rows, null, 2)}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

runBench(command, () => main(command.processedArgs[0] ?? [], command.opts<Order>()));
