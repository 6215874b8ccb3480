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

interface Row {
  readonly size: number;
  readonly what: "floor" | "cold" | "unchanged";
  readonly wallMs: readonly number[];
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
  const grade = (): number => run(process.execPath, [...entry, source, "--out", out]);
  const rows: Readonly<Record<Row["what"], number[]>> = { floor: [], cold: [], unchanged: [] };
  for (let round = 0; round < rounds; round += 1) {
    rmSync(out, { recursive: true, force: true });
    rows.floor.push(run("/bin/sh", ["-c", floorScript, process.execPath, String(size)]));
    rows.cold.push(grade());
    rows.unchanged.push(grade());
  }
  return (["floor", "cold", "unchanged"] as const).map((what) => ({ size, what, wallMs: rows[what] }));
}

/** Milliseconds from start to end. */
function run(file: string, args: readonly string[]): number {
  const startMs = performance.now();
  execFileSync(file, args, { stdio: "ignore" });
  return performance.now() - startMs;
}

function describe(rows: readonly Row[]): string {
  const take = (size: number, what: Row["what"]): number =>
    median([...(rows.find((one) => one.size === size && one.what === what)?.wallMs ?? [])]);
  const lines = rows
    .filter(({ what }) => what !== "floor")
    .map(({ size, what }) => {
      const ms = take(size, what);
      return `| ${size} | ${what} | ${(ms / 1000).toFixed(1)} s | ${(ms / take(size, "floor")).toFixed(1)} |`;
    });
  return ["| submissions | run | wall | times the floor |", "|---|---|---|---|", ...lines].join("\n");
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
