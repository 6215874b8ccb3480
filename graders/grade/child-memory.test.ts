/** What a child could find out if it read all of its own memory: nothing that decides its points. */

import { randomBytes } from "node:crypto";
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync } from "node:fs";
import { dirname } from "node:path";
import { parseLimits } from "../contract/limits";
import type { Submission } from "../contract/submission";
import { planQuestions } from "../judge/plan";
import { findRunner } from "../testing/find-runner";
import { type Bench, openBench } from "../testing/run-source";
import { changeArea } from "../testing/toy-assignment";
import { gradeSubmission } from "./grade-submission";
import { judgeHere } from "./workshop/work";

const limits = parseLimits({ callMs: 20_000, loadMs: 20_000 });
/** Numbers that nothing else in a process holds by chance; each expected answer is one of them. */
const expectedAnswer = 0x1d_ea_db_ee_f1_37;
const ownInput = 0x0b_ad_ca_fe_12_35;
const mark = `expected${randomBytes(8).toString("hex")}`;
let bench: Bench;

beforeAll(async () => {
  bench = await openBench(limits);
}, 120_000);
afterAll(() => bench.close());

const question = changeArea({
  cases: () => [{ id: "only", source: "edge", why: mark, input: { rows: ownInput, columns: 1 } }],
  readings: [{ id: mark, kind: "reference", credit: "1", by: "value", answer: () => expectedAnswer }],
});

function submit(source: string): Submission {
  const file = { path: "submission.ts", text: source, bytes: Buffer.byteLength(source) };
  return { kind: "submission", id: "ada", entry: file.path, files: [file], contentDigest: "sha256:0" };
}

async function grade(source: string): ReturnType<typeof gradeSubmission> {
  const plan = planQuestions([question], "seed");
  const { compiler, sandbox } = bench;
  return gradeSubmission(submit(source), { plan, workshop: judgeHere({ plan }), compiler, sandbox, limits });
}

/** The ways a number or a word may lie in memory. */
function encodings(): Readonly<Record<string, Buffer>> {
  const double = Buffer.alloc(8);
  double.writeDoubleLE(expectedAnswer);
  return {
    "as digits": Buffer.from(String(expectedAnswer)),
    "as a double": double,
    "the reading's name": Buffer.from(mark),
    "the reading's name in wide characters": Buffer.from(mark, "utf16le"),
  };
}

/** Every process whose command line names the runner of this bench. */
async function findChildren(): Promise<readonly string[]> {
  const { command, release } = await bench.sandbox.prepareStart();
  await release();
  const folder = dirname(findRunner(command));
  return readdirSync("/proc").filter(
    (name) => /^\d+$/.test(name) && readText(`/proc/${name}/cmdline`).includes(folder),
  );
}

function readText(path: string): string {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return "";
  }
}

/** All of a process's memory that can be read, region by region. */
function* readMemory(pid: string): Generator<Buffer> {
  const memory = openSync(`/proc/${pid}/mem`, "r");
  try {
    for (const line of readText(`/proc/${pid}/maps`).split("\n")) {
      const [, start = "0", end = "0"] = /^([0-9a-f]+)-([0-9a-f]+) r/.exec(line) ?? [];
      const [from, to] = [Number.parseInt(start, 16), Number.parseInt(end, 16)];
      if (to <= from || from > 0x7fff_ffff_ffff || to - from > 2 ** 30) continue;
      const bytes = Buffer.alloc(to - from);
      try {
        yield bytes.subarray(0, readSync(memory, bytes, 0, bytes.length, from));
      } catch {
        // A region that cannot be read, such as a guard page.
      }
    }
  } finally {
    closeSync(memory);
  }
}

const holdStill = `
  export const area = (rows: number) => {
    const kept = "a word of the submission's own: " + "needle".repeat(3);
    const end = Date.now() + 5_000;
    while (Date.now() < end && kept !== "") {}
    return rows;
  };`;

const canReadMemory = existsSync("/proc/self/mem");

describe("the memory of a child", () => {
  test("holds no expected value and no reading's name while the child works, and is really looked at", async () => {
    if (!canReadMemory) return expect(process.platform).not.toBe("linux");
    const judged = grade(holdStill);
    let children: readonly string[] = [];
    while (!children.some((pid) => readText(`/proc/${pid}/cmdline`).startsWith(process.execPath))) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      children = await findChildren();
    }
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const found = new Set<string>();
    for (const pid of await findChildren()) {
      for (const bytes of readMemory(pid)) {
        if (bytes.includes("needle".repeat(3)) || bytes.includes("a word of the submission's own"))
          found.add("its own word");
        for (const [how, wanted] of Object.entries(encodings())) if (bytes.includes(wanted)) found.add(how);
      }
    }
    expect([...found]).toEqual(["its own word"]);
    expect((await judged).kind).toBe("judged");
  }, 120_000);

  test("at level strong nobody's environment, memory or descriptors are found under /proc", async () => {
    const source = `
      import { readdirSync, readFileSync } from "node:fs";
      const look = (path: string) => { try { return readdirSync(path).length; } catch { try { return readFileSync(path).length; } catch { return "nothing"; } } };
      export const area = (rows: number) => {
        const ids = [process.ppid, ${process.pid}, 1];
        console.log(JSON.stringify(ids.flatMap((id) => ["environ", "mem", "fd", "maps", "cmdline"].map((name) => look("/proc/" + id + "/" + name)))));
        return rows;
      };`;
    const judgement = await grade(source);
    if (judgement.kind !== "judged")
      throw new Error(`expected a judgement, got ${JSON.stringify(judgement)}`);
    expect(new Set(JSON.parse(judgement.output.stdout))).toEqual(new Set(["nothing"]));
  }, 120_000);
});
