/**
 * What a class costs from Enter to the last page, as a ratio to starting as many bare `node -e 0`, two at a time, in
 * the same round: all of it cold, the same again unchanged, and the difference of two sizes for one submission more.
 *
 *   node -r ./graders/running/from-source.cjs scripts/bench/class-cost.ts [--quick] [--rounds n] [--json file] [size …]
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { projectRoot } from "../project";
import { makeClass } from "./class/make-class";
import { median } from "./timing";

interface Cost {
  readonly wallMs: number;
  /** Processor time of the command and of all that it started and waited for. */
  readonly processorMs: number;
}

interface Row {
  readonly size: number;
  readonly what: "floor" | "cold" | "unchanged";
  readonly costs: readonly Cost[];
}

const floorScript = 'seq "$1" | xargs -P2 -I{} "$0" -e 0';
const entry = [
  "-r",
  join(projectRoot, "graders/running/from-source.cjs"),
  join(projectRoot, "scripts/grade.ts"),
];

function measureSize(folder: string, size: number, rounds: number): readonly Row[] {
  const [source, out] = [join(folder, `class-${size}`), join(folder, `out-${size}`)];
  makeClass(source, size, "bench");
  const grade = (): Cost => run(process.execPath, [...entry, source, "--out", out]);
  const rows: Readonly<Record<Row["what"], Cost[]>> = { floor: [], cold: [], unchanged: [] };
  for (let round = 0; round < rounds; round += 1) {
    rmSync(out, { recursive: true, force: true });
    rows.floor.push(run("/bin/sh", ["-c", floorScript, process.execPath, String(size)]));
    rows.cold.push(grade());
    rows.unchanged.push(grade());
  }
  return (["floor", "cold", "unchanged"] as const).map((what) => ({ size, what, costs: rows[what] }));
}

/** Asks the shell what its children took: Node tells that of itself alone. */
function run(file: string, args: readonly string[]): Cost {
  const script = '"$0" "$@" >/dev/null 2>&1; times';
  const startMs = performance.now();
  const printed = execFileSync("/bin/bash", ["-c", script, file, ...args], { encoding: "utf8" });
  const wallMs = performance.now() - startMs;
  const [, children = ""] = printed.trim().split("\n");
  const seconds = [...children.matchAll(/(\d+)m([\d.]+)s/g)].map(([, m, s]) => 60 * Number(m) + Number(s));
  return { wallMs, processorMs: 1000 * seconds.reduce((sum, one) => sum + one, 0) };
}

function describe(rows: readonly Row[]): string {
  const take = (size: number, what: Row["what"], field: keyof Cost): number =>
    median(rows.find((one) => one.size === size && one.what === what)?.costs.map((one) => one[field]) ?? []);
  const lines = rows
    .filter(({ what }) => what !== "floor")
    .map(({ size, what }) => {
      const ratio = (field: keyof Cost): string =>
        (take(size, what, field) / take(size, "floor", field)).toFixed(1);
      const seconds = (take(size, what, "wallMs") / 1000).toFixed(1);
      return `| ${size} | ${what} | ${seconds} s | ${ratio("wallMs")} × | ${ratio("processorMs")} × |`;
    });
  return [
    "| submissions | run | wall | wall / floor | processor / floor |",
    "|---|---|---|---|---|",
    ...lines,
  ].join("\n");
}

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { quick: { type: "boolean" }, rounds: { type: "string" }, json: { type: "string" } },
  });
  const sizes = positionals.length > 0 ? positionals.map(Number) : values.quick ? [20] : [20, 200];
  const rounds = Number(values.rounds ?? (values.quick ? 1 : 3));
  const folder = mkdtempSync(join(tmpdir(), "ridgepoint-bench-"));
  try {
    const rows = sizes.flatMap((size) => measureSize(folder, size, rounds));
    console.log(describe(rows));
    if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main();
