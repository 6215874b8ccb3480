/** A class to be graded over and over: small submissions of every fate, none of which waits for a limit. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

const padding = (formula: string): string =>
  `export const padding = ({ kernel }: { kernel: number }) => ${formula};\n`;
const convolution = `export function standardConv(l: Record<string, number>) {
  const macs = l.hOut * l.wOut * l.cOut * l.cIn * l.kernel ** 2;
  return { macs, flops: 2 * macs };
}
`;

/** Right, wrong, explained, printing, throwing, stopped at its end, not to be compiled, with half a letter. */
const kinds: readonly Readonly<Record<string, string>>[] = [
  { "submission.ts": padding("(kernel - 1) / 2") + convolution },
  { "submission.ts": padding("kernel / 2") + convolution.replace("2 * macs", "macs") },
  {
    "submission.ts": padding("kernel") + convolution,
    "answers.md": "## padding\n\nHalf of what the kernel adds on both sides keeps the size.\n",
  },
  { "submission.ts": `console.log("é".repeat(2000));\n${convolution}` },
  { "submission.ts": `export const padding = () => { throw new Error("no"); };\n${convolution}` },
  { "submission.ts": `${convolution}undefinedName();\n` },
  { "submission.ts": `${convolution}const = ;\n` },
  {
    "submission.ts": `${padding("kernel")}export const explanations = { padding: "half a letter \\ud83d" };\n`,
  },
];

export interface WorkClass {
  readonly path: string;
  /** CSV; two of its students handed in nothing. */
  readonly rosterPath: string;
  readonly count: number;
}

export async function writeWorkClass(folder: string, count: number): Promise<WorkClass> {
  const ids = Array.from({ length: count }, (_, index) => `s${String(index + 100)}`);
  const path = join(folder, "class");
  for (const [index, id] of ids.entries()) {
    await mkdir(join(path, id), { recursive: true });
    for (const [name, text] of Object.entries(kinds[index % kinds.length] ?? {}))
      await writeFile(join(path, id, name), `${text}// by ${id}\n`);
  }
  const rosterPath = join(folder, "roster.csv");
  const rows = [...ids, "absent-1", "absent-2"].map((id) => `${id},Student ${id}\n`);
  await writeFile(rosterPath, `id,name\n${rows.join("")}`);
  return { path, rosterPath, count };
}
