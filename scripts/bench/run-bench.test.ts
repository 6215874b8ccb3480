import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../graders/testing/project-root";

const benches = readdirSync(__dirname).filter(
  (name) => name.endsWith(".ts") && /^(?!.*\.test\.ts$)/.test(name) && isProgram(name),
);

function isProgram(name: string): boolean {
  return /^(?:if .*)?(?:void )?run(?:Bench|Command)\(/m.test(readFileSync(join(__dirname, name), "utf8"));
}

function start(name: string, flag: string): Promise<{ readonly code: unknown; readonly told: string }> {
  const args = ["-r", "./graders/running/from-source.cjs", join(__dirname, name), flag];
  return new Promise((resolve) =>
    execFile(process.execPath, args, { cwd: projectRoot }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, told: stdout + stderr }),
    ),
  );
}

test("no bench reads its arguments by itself", () => {
  expect(benches).toContain("class-cost.ts");
  expect(benches.length).toBe(10);
});

test.each(benches)(
  "%s says what it takes, and refuses what it does not know",
  async (name) => {
    const [help, unknown] = [await start(name, "--help"), await start(name, "--nonsense")];
    expect(help).toEqual({ code: 0, told: expect.stringContaining("Usage: ") });
    expect(unknown).toEqual({ code: 1, told: "error: unknown option '--nonsense' (see --help)\n" });
  },
  60_000,
);
