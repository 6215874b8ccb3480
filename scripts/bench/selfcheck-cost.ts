/**
 * What a student waits for: the selfcheck of the package on the full-marks sample, unpacked from its zip into an empty
 * folder and installed there, warm, as ratios to a bare `node -e 0` plus the compile. The compile is taken twice over,
 * since the selfcheck does both: what runs (a fresh compile process, one submission) and what TypeScript says (`tsc`).
 * All take turns within one run. Then, with `--watch`: from a save to the questions, and to all of it.
 *
 * With a zip, nothing is built: so another version of Node can be measured by what it is given.
 */
import { execFileSync, spawn } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { performance } from "node:perf_hooks";
import { parseLimits } from "../../graders/contract/limits";
import { Session } from "../../graders/running/sandbox/session";
import { readZip } from "../../graders/student/handout/zip";
import { projectRoot } from "../project";
import { createBench, parseCount, runBench } from "./run-bench";

interface Took {
  /** Until something was printed; all of it where nothing is. */
  readonly firstMs: number;
  readonly allMs: number;
}

const sample = join(projectRoot, "submissions/sample-full-marks");
const limits = parseLimits();

/** The package as a student has it after npm install, with the sample's answers in it. */
function preparePackage(out: string, zip = buildZip(out)): string {
  for (const { path, bytes } of readZip(readFileSync(zip))) {
    const file = join(out, "unpacked", path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  const [name = ""] = readdirSync(join(out, "unpacked"));
  const folder = join(out, "unpacked", name);
  cpSync(sample, folder, { recursive: true });
  execFileSync("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  });
  return folder;
}

function buildZip(out: string): string {
  execFileSync(process.execPath, ["-r", "./graders/running/from-source.cjs", "scripts/handout.ts", out], {
    cwd: projectRoot,
    stdio: "ignore",
  });
  return join(out, readdirSync(out).find((one) => one.endsWith(".zip")) ?? "");
}

function runNode(args: readonly string[], cwd: string): Promise<Took> {
  return new Promise((resolve, reject) => {
    const startMs = performance.now();
    const child = spawn(process.execPath, args, { cwd, stdio: ["ignore", "pipe", "inherit"] });
    let firstMs: number | null = null;
    child.stdout.on("data", () => {
      firstMs ??= performance.now() - startMs;
    });
    child.once("error", reject);
    child.once("close", (code) => {
      const allMs = performance.now() - startMs;
      if (code === 0) resolve({ firstMs: firstMs ?? allMs, allMs });
      else reject(new Error(`${args.join(" ")}: exit code ${code}`));
    });
  });
}

/** The package's own compile process: started, asked once, ended. */
async function compile(folder: string): Promise<Took> {
  const startMs = performance.now();
  const worker = join(folder, "selfcheck/compile-worker.js");
  const session = await Session.start(
    { file: process.execPath, args: [worker], env: { HOME: process.env.HOME ?? "/" }, cwd: folder },
    { ...limits, startMs: 60_000, frameBytes: limits.compiledBytes },
  );
  const files = readdirSync(sample)
    .filter((name) => name.endsWith(".ts"))
    .map((name) => [name, readFileSync(join(sample, name), "utf8")]);
  const fields = { entry: "submission.ts", files, compiledBytes: limits.compiledBytes };
  const { kind } = await session.request(JSON.stringify(fields).slice(1, -1), limits.compileMs);
  const allMs = performance.now() - startMs;
  await session.close();
  if (kind !== "answered") throw new Error(`the compile process: ${kind}`);
  return { firstMs: allMs, allMs };
}

/** Saves the submission again and again while it is watched. @returns times from each save on */
async function watch(folder: string, saves: number): Promise<readonly Took[]> {
  const child = spawn(process.execPath, ["selfcheck/start.js", "selfcheck", "--watch"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const heard: { readonly text: string; readonly atMs: number }[] = [];
  let onText = (): void => {};
  child.stdout.on("data", (chunk: Buffer) => {
    heard.push({ text: chunk.toString(), atMs: performance.now() });
    onText();
  });
  const hear = (pattern: RegExp): Promise<number> =>
    new Promise((resolve) => {
      onText = () => {
        const found = heard.find(({ text }) => pattern.test(text));
        if (found !== undefined) resolve(found.atMs);
      };
      onText();
    });
  const took: Took[] = [];
  await hear(/Watching/);
  // The first save warms what only a second look needs.
  for (let save = -1; save < saves; save += 1) {
    heard.length = 0;
    await new Promise((resolve) => setTimeout(resolve, 300));
    const startMs = performance.now();
    appendFileSync(join(folder, "submission.ts"), `// save ${save}\n`);
    const first = await hear(/ bytes /);
    const all = await hear(/Watching/);
    if (save >= 0) took.push({ firstMs: first - startMs, allMs: all - startMs });
  }
  child.kill("SIGINT");
  await new Promise((resolve) => child.once("exit", resolve));
  return took;
}

async function main(rounds: number, zip?: string): Promise<void> {
  const out = mkdtempSync(join(tmpdir(), "ridgepoint-bench-"));
  try {
    const folder = preparePackage(out, zip);
    const tasks = {
      bare: () => runNode(["-e", "0"], folder),
      compile: () => compile(folder),
      tsc: () => runNode(["node_modules/typescript/bin/tsc", "-p", "."], folder),
      selfcheck: () => runNode(["selfcheck/start.js", "selfcheck"], folder),
    };
    const took: Record<keyof typeof tasks, Took[]> = { bare: [], compile: [], tsc: [], selfcheck: [] };
    // The first round warms files, the compiler's and the sandbox's caches.
    for (let round = -1; round < rounds; round += 1) {
      for (const name of Object.keys(tasks) as (keyof typeof tasks)[]) {
        const one = await tasks[name]();
        if (round >= 0) took[name].push(one);
      }
    }
    show({ ...took, watch: await watch(folder, rounds) }, rounds);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

function show(
  took: Readonly<Record<"bare" | "compile" | "tsc" | "selfcheck" | "watch", readonly Took[]>>,
  rounds: number,
): void {
  const median = (name: keyof typeof took, pick: keyof Took): number =>
    [...took[name]].map((one) => one[pick]).sort((a, b) => a - b)[Math.floor(took[name].length / 2)] ??
    Number.NaN;
  const bare = median("bare", "allMs");
  const compiled = bare + median("compile", "allMs");
  const typed = compiled + median("tsc", "allMs");
  const first = median("selfcheck", "firstMs");
  const all = median("selfcheck", "allMs");
  console.log(`selfcheck of the student package, Node ${process.versions.node}, ${rounds} rounds, medians`);
  const line = (name: string, ms: number, ratio = ""): void =>
    console.log(`${name.padEnd(44)} ${ms.toFixed(0).padStart(5)} ms  ${ratio}`);
  line("bare node", bare);
  line("bare node + compile", compiled);
  line("bare node + compile + tsc", typed);
  line(
    "selfcheck, until the questions are shown",
    first,
    `${(first / compiled).toFixed(2)} x bare node + compile`,
  );
  line("selfcheck, all of it", all, `${(all / typed).toFixed(2)} x bare node + compile + tsc`);
  line("", all, `${(all / compiled).toFixed(2)} x bare node + compile`);
  line("watching: from a save to the questions", median("watch", "firstMs"));
  line("watching: from a save to all of it", median("watch", "allMs"));
}

const command = createBench(
  "selfcheck-cost",
  "What a selfcheck of the student package costs, beside compiling and checking types.",
)
  .argument("[rounds]", "rounds that are measured", parseCount, 15)
  .argument("[zip]", "a student package that was built elsewhere");

runBench(command, () => main(command.processedArgs[0], command.processedArgs[1]));
