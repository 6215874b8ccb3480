/** `npm run hostile`: runs every attack at every level that this machine can offer and prints what was held. */
import { type Cell, type Column, tryLevels } from "../graders/verify/hostile/try-levels";
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

const command = createCommand("npm run hostile --", "Runs the hostile suite at every level of this machine.")
  .option("--jobs <n>", "attacks at once", parseWholeNumber(1, 64), 2)
  .option("--filter <text>", "only attacks whose family/name contains this", "")
  .option("--json", "print the rows as JSON")
  .addHelpText("after", "\nExit codes: 0 every row came out as it should · 1 usage · 3 some did not");

export async function hostile(argv: readonly string[] = process.argv): Promise<ExitCode> {
  command.parse(argv);
  const flags = command.opts<HostileFlags>();
  const columns = await tryLevels(flags.filter, flags.jobs, ({ name, level, active }) =>
    console.error(`${name}: ${level} (${active.join(", ")})`),
  );
  console.log(flags.json === true ? formatJson(columns) : formatColumns(columns));
  const surprises = columns.flatMap(({ cells }) => [...cells.values()].filter((cell) => cell.isSurprise));
  return surprises.length === 0 ? exitCodes.done : exitCodes.checkFailed;
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
