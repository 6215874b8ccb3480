/** `npm run hostile`: runs every attack at every level that this machine can offer and prints what was held. */
import { UsageError } from "../graders/contract/faults";
import { parseLimits } from "../graders/contract/limits";
import { startCompiler } from "../graders/running/compile/compile";
import { createPool } from "../graders/running/pool";
import { createSandbox } from "../graders/running/sandbox/sandbox";
import { listAttacks } from "../graders/verify/hostile/attack";
import { oddFolders } from "../graders/verify/hostile/folders";
import { runOddFolder, runOddSource } from "../graders/verify/hostile/intake";
import { listLevels } from "../graders/verify/hostile/levels";
import { hostileLimits } from "../graders/verify/hostile/limits";
import { oddSources } from "../graders/verify/hostile/sources";
import { type HostileMachine, runSuite, shouldHold } from "../graders/verify/hostile/suite";
import {
  createCommand,
  type ExitCode,
  exitCodes,
  parseWholeNumber,
  runCommand,
} from "./terminal/command-line";
import { formatTable } from "./terminal/table";

interface HostileFlags {
  readonly jobs: number;
  readonly filter: string;
  readonly json?: true;
}

interface Cell {
  readonly held: string;
  readonly came: string;
  readonly isSurprise: boolean;
}

interface Column {
  readonly name: string;
  readonly level: string;
  readonly active: readonly string[];
  readonly cells: ReadonlyMap<string, Cell>;
}

const command = createCommand("npm run hostile --", "Runs the hostile suite at every level of this machine.")
  .option("--jobs <n>", "attacks at once", parseWholeNumber(1, 64), 2)
  .option("--filter <text>", "only attacks whose family/name contains this", "")
  .option("--json", "print the rows as JSON")
  .addHelpText("after", "\nExit codes: 0 every row came out as it should · 1 usage · 3 some did not");

export async function hostile(argv: readonly string[] = process.argv): Promise<ExitCode> {
  command.parse(argv);
  const flags = command.opts<HostileFlags>();
  const chosen = chooseRows(flags.filter);
  const limits = parseLimits(hostileLimits);
  const compiler = startCompiler(limits);
  const columns: Column[] = [];
  try {
    const probe = await createSandbox("auto", limits, compiler);
    await probe.close();
    for (const { name, without } of listLevels(probe.report)) {
      const sandbox = await createSandbox("auto", limits, compiler, { without });
      console.error(`${name}: ${sandbox.report.level} (${sandbox.report.active.join(", ")})`);
      const cells = await runColumn({ compiler, sandbox, limits }, chosen, flags.jobs).finally(() =>
        sandbox.close(),
      );
      columns.push({ name, ...sandbox.report, cells });
    }
  } finally {
    await compiler.close();
  }
  console.log(flags.json === true ? formatJson(columns) : formatColumns(columns));
  const surprises = columns.flatMap(({ cells }) => [...cells.values()].filter((cell) => cell.isSurprise));
  return surprises.length === 0 ? exitCodes.done : exitCodes.checkFailed;
}

/** @throws UsageError when nothing fits: what runs no attack shows nothing */
function chooseRows(filter: string) {
  const fits = (family: string, name: string): boolean => `${family}/${name}`.includes(filter);
  const attacks = listAttacks().filter(({ family, name }) => fits(family, name));
  const sources = oddSources.filter(({ name }) => fits("j-sources", name));
  const folders = oddFolders.filter(({ name }) => fits("k-folders", name));
  if (attacks.length + sources.length + folders.length > 0) return { attacks, sources, folders };
  throw new UsageError(
    `--filter: expected a part of an attack's family/name, such as "a-read", got "${filter}"`,
  );
}

async function runColumn(
  machine: HostileMachine,
  { attacks, sources, folders }: ReturnType<typeof chooseRows>,
  jobs: number,
): Promise<Map<string, Cell>> {
  const cells = new Map<string, Cell>();
  for (const { attack, isHeld, came, because } of await runSuite(attacks, machine, jobs)) {
    const isSurprise = isHeld !== shouldHold(attack, machine.sandbox.report);
    cells.set(`${attack.family}/${attack.name}`, {
      held: isHeld ? "held" : "open",
      came: because ?? came,
      isSurprise,
    });
  }
  const pool = createPool(jobs);
  const intake = [
    ...sources.map((one) => pool.add(() => runOddSource(one, machine))),
    ...folders.map((one) => pool.add(() => runOddFolder(one, machine))),
  ];
  for (const { family, name, came, isHeld } of await Promise.all(intake)) {
    cells.set(`${family}/${name}`, { held: isHeld ? "held" : "open", came, isSurprise: !isHeld });
  }
  return cells;
}

function formatColumns(columns: readonly Column[]): string {
  const names = [...(columns[0]?.cells.keys() ?? [])];
  const rows = names.map((name) => [name, ...columns.map(({ cells }) => formatCell(cells.get(name)))]);
  const head = [{ head: "attack" }, ...columns.map(({ name, level }) => ({ head: `${level}: ${name}` }))];
  const totals = columns.map(({ name, level, cells }) => {
    const held = [...cells.values()].filter((cell) => cell.held === "held").length;
    return `${level} (${name}): ${held} of ${cells.size} held`;
  });
  const surprises = columns.flatMap(({ name, cells }) =>
    [...cells]
      .filter(([, cell]) => cell.isSurprise)
      .map(([attack, { came }]) => `not as expected, ${name}: ${attack}: ${came}`),
  );
  return [formatTable(head, rows), ...totals, ...surprises].join("\n");
}

function formatCell(cell: Cell | undefined): string {
  return cell === undefined ? "not run" : cell.held;
}

function formatJson(columns: readonly Column[]): string {
  const plain = columns.map((column) => ({ ...column, cells: Object.fromEntries(column.cells) }));
  return JSON.stringify(plain, null, 2);
}

if (require.main === module) void runCommand(() => hostile());
