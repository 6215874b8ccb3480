import { spawn } from "node:child_process";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gradeFolder } from "../../testing/grade-folder";
import { projectRoot } from "../../testing/project-root";
import { readOutFolder } from "../../testing/read-out-folder";
import { startRedis } from "../../testing/redis-server";
import { describeWith } from "../../testing/stand-aside";
import { makeTemporaryFolder, type TemporaryFolder } from "../../testing/temporary-folder";
import { toyAssignment } from "../../testing/toy-assignment";
import { mergeClass } from "../shards/merge-class";
import { enqueueClass } from "./enqueue-class";

const script = join(projectRoot, "graders/testing/queue-worker.ts");
const context = {
  root: projectRoot,
  producer: { name: "ridgepoint", version: "0.0.0-test" },
  tools: { node: process.versions.node },
};

/** Where a worker is killed: at a point of its own, or so many milliseconds after its start. */
type Death = `${"begun" | "recorded"} ${number}` | number;

/** Of each of two workers; each is started again after every death, and at last lives on. */
type Plan = readonly [readonly Death[], readonly Death[]];

/** Every kind of death; the first of each is one that nobody escapes who takes work. */
const plan: Plan = [
  ["begun 1", "recorded 2", 1500],
  ["recorded 1", "begun 2"],
];

describeWith("redis-server", "a class that workers take from a queue", () => {
  let folder: TemporaryFolder;
  const at = (...path: string[]): string => join(folder.path, ...path);
  beforeAll(async () => {
    folder = await makeTemporaryFolder();
    await mkdir(at("class"));
    const areas = ["r * c", "2 * r * c", "(", "r * r", "(r + 2) * (c + 2)", "r * c + 5", "121"];
    const sources = areas.map((area) => `export const area = (r, c) => ${area};`);
    for (const [index, source] of sources.entries()) await writeFile(at("class", `s${index}.ts`), source);
    await gradeFolder(at("class"), at("once"), { assignment: toyAssignment });
  }, 120_000);
  afterAll(() => folder.remove());

  interface Trial {
    readonly address: string;
    readonly mostDeliveries: number;
    /** Silence after which a delivery counts as lost. */
    readonly redeliverMs: number;
  }

  /** @returns the signal that ended it, or its exit code */
  function work(
    out: string,
    { address, mostDeliveries, redeliverMs }: Trial,
    death?: Death,
  ): Promise<string | number> {
    const fatal = typeof death === "string" ? [death] : [];
    const args = [at("class"), out, address, String(mostDeliveries), String(redeliverMs), ...fatal];
    const start = ["-r", join(projectRoot, "graders/running/from-source.cjs"), script, ...args];
    const worker = spawn(process.execPath, start, { stdio: ["ignore", "ignore", "pipe"] });
    const killer = typeof death === "number" ? setTimeout(() => worker.kill("SIGKILL"), death) : undefined;
    let said = "";
    worker.stderr.on("data", (chunk: Buffer) => {
      said += chunk;
    });
    return new Promise((resolve) => {
      worker.once("close", (code, signal) => {
        clearTimeout(killer);
        resolve(signal ?? (said === "" ? (code ?? -1) : said));
      });
    });
  }

  async function withQueue(name: string, use: (address: string) => Promise<void>): Promise<void> {
    await mkdir(at(name));
    const redis = await startRedis(at(name));
    try {
      const request = { path: at("class"), outFolder: at(name, "out"), assignment: toyAssignment };
      await enqueueClass({ ...request, seed: "ridgepoint", address: redis.address }, context);
      await use(redis.address);
    } finally {
      await redis.stop();
    }
  }

  test(`loses and doubles nothing when they are killed at ${JSON.stringify(plan)}`, async () => {
    const name = "trial";
    const outputs = [at(name, "out-0"), at(name, "out-1")];
    await withQueue(name, async (address) => {
      const trial = { address, mostDeliveries: 100, redeliverMs: 500 };
      const ends: (string | number)[] = [];
      await Promise.all(
        plan.map(async (deaths, index) => {
          const out = outputs[index] as string;
          for (const death of deaths) ends.push(await work(out, trial, death));
          expect(await work(out, trial)).toBe(0);
        }),
      );
      expect(ends).toContain("SIGKILL");
      expect(ends.filter((end) => end !== "SIGKILL" && end !== 0)).toEqual([]);
    });
    const place = { outputs, outFolder: at(name, "whole"), assignment: toyAssignment, root: projectRoot };
    const { notices, missing } = await mergeClass(place);
    expect([notices, missing]).toEqual([[], []]);
    expect(await readOutFolder(at(name, "whole"))).toEqual(await readOutFolder(at("once")));
  }, 300_000);

  test("is done but for a submission that takes down every worker, which is named", async () => {
    await withQueue("guilty", async (address) => {
      // Nobody who is merely slow is taken for dead.
      const trial = { address, mostDeliveries: 0, redeliverMs: 5000 };
      // Two are begun at once.
      expect(await work(at("guilty", "out-0"), trial, "begun 2")).toBe("SIGKILL");
      const said = await work(at("guilty", "out-1"), trial);
      expect(said).toMatch(/took down every worker it was delivered to: s\d\.ts, s\d\.ts; the rest is done/);
      const staff = await readdir(at("guilty", "out-1", "staff"));
      expect(staff.filter((entry) => entry.startsWith("s") && entry.endsWith(".ts"))).toHaveLength(5);
    });
  }, 300_000);
});
