import type { Compiler } from "../../contract/compiled";
import { parseLimits } from "../../contract/limits";
import { startCompiler } from "../../running/compile/compile";
import { createSandbox, type Sandbox } from "../../running/sandbox/sandbox";
import { type Attack, listAttacks } from "./attack";
import { oddFolders } from "./folders";
import { listLevels, type OfferedLevel } from "./levels";
import { hostileLimits } from "./limits";
import { oddSources } from "./sources";
import { type HostileRow, runSuite, shouldHold } from "./suite";

const limits = parseLimits(hostileLimits);
const jobs = 3;
const attacks = listAttacks();
/** What meets layers at all; the other families meet the same runner and the same parent at every level. */
const meetsLayers = attacks.filter(({ family }) => /^[abcdh]-/.test(family));
const decidedBy = ({ without }: OfferedLevel): readonly Attack[] =>
  meetsLayers.filter(({ heldBy }) => heldBy.some((layer) => layer in without));
let compiler: Compiler;
let best: Sandbox;
let levels: readonly OfferedLevel[];

beforeAll(async () => {
  compiler = startCompiler(limits);
  best = await createSandbox("auto", limits, compiler);
  levels = listLevels(best.report);
}, 120_000);
afterAll(async () => {
  await best.close();
  await compiler.close();
});

async function runAt(level: OfferedLevel, chosen: readonly Attack[]): Promise<readonly string[]> {
  const sandbox = await createSandbox("auto", limits, compiler, { without: level.without });
  try {
    const rows = await runSuite(chosen, { compiler, sandbox, limits }, jobs);
    return rows.filter((row) => row.isHeld !== shouldHold(row.attack, sandbox.report)).map(describeRow);
  } finally {
    await sandbox.close();
  }
}

function describeRow({ attack, isHeld, because }: HostileRow): string {
  return `${attack.family}/${attack.name}: ${isHeld ? "held, but expected open" : because}`;
}

describe("the hostile suite", () => {
  test("has attacks of every family, each with a name of its own", () => {
    const families = new Set(attacks.map((one) => one.family[0]));
    expect([...families].join("")).toBe("abcdefghi");
    expect(attacks.length + oddSources.length + oddFolders.length).toBeGreaterThanOrEqual(250);
    expect(new Set(attacks.map((one) => one.name)).size).toBe(attacks.length);
  });

  test("at the best level of this machine everything comes out as it should", async () => {
    const [level] = levels;
    expect(level && (await runAt(level, attacks))).toEqual([]);
  }, 300_000);

  test("at every lower level exactly those rows are open that its missing layers leave open", async () => {
    for (const level of levels.slice(1)) {
      // What needs no layer is tried where the fewest are left.
      const chosen = level === levels.at(-1) ? meetsLayers : decidedBy(level);
      expect([level.name, chosen.length > 0, await runAt(level, chosen)]).toEqual([level.name, true, []]);
    }
  }, 600_000);

  test("honest code after all of it still runs", async () => {
    const [row] = await runSuite(
      attacks.filter((one) => one.name === "printed-result"),
      { compiler, sandbox: best, limits },
      1,
    );
    expect(row).toMatchObject({ came: "value 1", isHeld: true });
  });
});
