/**
 * What the layers add to the start of a process, as ratios to a bare `node -e 0` with the same scrubbed environment:
 * all variants take turns in random order within one run, so the ratios hold on a busy machine too.
 */
import { performance } from "node:perf_hooks";
import { parseLimits } from "../../graders/contract/limits";
import type { LayerName } from "../../graders/contract/sandbox-report";
import { openConfinement } from "../../graders/running/sandbox/confinement";
import type { Program } from "../../graders/running/sandbox/layers/layer";
import { listRuntimeFlags } from "../../graders/running/sandbox/layers/permission-model";
import { probeMachine } from "../../graders/running/sandbox/probe/machine";
import { startProcess } from "../../graders/running/sandbox/process";
import { buildReport } from "../../graders/running/sandbox/report";
import { openRunFolder } from "../../graders/running/sandbox/run-folder";
import { createBench, parseCount, runBench } from "./run-bench";

const limits = parseLimits();
/** With the flags that every child gets, but for the bare one. */
const describeProgram = (flags: readonly string[]): Program => ({
  command: { file: process.execPath, args: [...flags, "-e", "0"], env: { PATH: "/nonexistent" }, cwd: "/" },
  readable: [],
  resources: { ...limits, processorSeconds: 61 },
});

/** Each adds to the one before it, as far as this machine has the layers. */
const chains: readonly (readonly LayerName[])[] = [
  [],
  ["permission-model"],
  ["permission-model", "rlimits"],
  ["permission-model", "rlimits", "namespaces"],
  ["permission-model", "rlimits", "namespaces", "seccomp"],
  ["permission-model", "rlimits", "namespaces", "seccomp", "uid-drop"],
  ["permission-model", "rlimits", "namespaces", "seccomp", "uid-drop", "cgroup"],
];

async function main(rounds: number): Promise<void> {
  const { tools, reasons } = await probeMachine();
  const { level, active } = buildReport(reasons);
  const offered = chains.filter((chain) => chain.every((layer) => active.includes(layer)));
  const folder = openRunFolder();
  const confinements = offered.map((chain) => openConfinement(new Set(chain), tools, folder, limits));
  const times: number[][] = offered.map(() => []);
  try {
    for (let round = -2; round < rounds; round += 1) {
      for (const i of shuffle(offered.map((_, index) => index))) {
        const start = confinements[i]?.confine(describeProgram(i === 0 ? [] : listRuntimeFlags()));
        if (start === undefined) continue;
        const startMs = performance.now();
        const { code } = await (await startProcess(start.command)).exited;
        const tookMs = performance.now() - startMs;
        await start.release();
        if (code !== 0) throw new Error(`${offered[i]?.join(" ")}: exit code ${code}`);
        if (round >= 0) times[i]?.push(tookMs);
      }
    }
  } finally {
    for (const one of confinements) one.close();
    folder.remove();
  }
  const bare = times[0] ?? [];
  console.log(
    `level ${level}, ${rounds} rounds; ratios to bare node: median / 10th percentile / paired median`,
  );
  offered.forEach((chain, i) => {
    const own = times[i] ?? [];
    const paired = own.map((value, round) => value / (bare[round] ?? Number.NaN));
    const ratios = [
      quantile(own, 0.5) / quantile(bare, 0.5),
      quantile(own, 0.1) / quantile(bare, 0.1),
      quantile(paired, 0.5),
    ];
    const name = chain.length === 0 ? "bare node" : `+ ${chain.at(-1)}`;
    console.log(
      `${name.padEnd(20)} ${quantile(own, 0.5).toFixed(1).padStart(6)} ms   ${ratios.map((one) => one.toFixed(2)).join(" / ")}`,
    );
  });
}

function shuffle(items: number[]): number[] {
  for (let i = items.length - 1; i > 0; i -= 1) {
    const j = Math.floor(Math.random() * (i + 1));
    [items[i], items[j]] = [items[j] as number, items[i] as number];
  }
  return items;
}

function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(q * (sorted.length - 1))] ?? Number.NaN;
}

const command = createBench(
  "startup-cost",
  "What the layers of the sandbox add to the start of a process.",
).argument("[rounds]", "rounds that are measured", parseCount, 41);

runBench(command, () => main(command.processedArgs[0]));
