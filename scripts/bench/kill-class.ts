/** A class for experiments that cut a run short: many small submissions of every fate, and what their output must be. */
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isSameApartFromClock, parseRecord } from "../../graders/records/record-check";
import { readScores } from "../../graders/records/scores-file";

/** Bodies of submissions: right, wrong in a known way, unexplained, failing, not even TypeScript. */
const bodies = [
  "export const padding = (l: any) => Math.max(0, Math.ceil(((l.hOut - 1) * l.stride + l.kernel - l.hIn) / 2));",
  "export const preluFlops = (x: any) => x.data.filter((y: number) => y <= 0).length;",
  "export const softmaxFlops = (x: any) => x.shape[0] * (45 * x.shape[1] - 1);",
  "export const softmaxFlops = (x: any) => 17 * x.shape[0] + 3;\nexport const explanations = { softmax: 'three steps, each costed, and the sum is shared' };",
  "export const preluFlops = () => { throw new Error('no'); };",
  "export const preluFlops = (x: any) => {",
];

export async function writeClass(folder: string, students: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (let at = 0; at < students; at++) {
    const text = `export const name = "Student ${at}";\n${bodies[at % bodies.length]}\n`;
    await writeFile(join(folder, `student-${String(at).padStart(3, "0")}.ts`), text);
  }
}

export interface Damage {
  /** Records that were there and are gone. */
  readonly lost: readonly string[];
  /** Records that say something else than an undisturbed run. */
  readonly wrong: readonly string[];
  /** Files that are cut short or cannot be read. */
  readonly truncated: readonly string[];
}

export interface Finished {
  readonly ids: ReadonlySet<string>;
  readonly damage: Damage;
}

/**
 * Looks at everything an output folder holds after a run was cut short.
 *
 * @param undisturbed the output folder of a run that was left alone
 * @param before ids that had a record before
 */
export async function inspect(
  out: string,
  undisturbed: string,
  before: ReadonlySet<string>,
): Promise<Finished> {
  const ids = new Set<string>();
  const [wrong, truncated]: [string[], string[]] = [[], []];
  for (const path of await listFiles(out)) {
    if (/(?:^|\/)\.[^/]*$/.test(path) || path === "grading.lock") continue;
    try {
      const id = /^staff\/([^/]+)\/record\.json$/.exec(path)?.[1];
      if (id === undefined) await parseWhole(out, path);
      else {
        const [mine, right] = await Promise.all([out, undisturbed].map((root) => readRecord(root, path)));
        ids.add(id);
        if (!isSameApartFromClock(mine as never, right as never)) wrong.push(path);
      }
    } catch {
      truncated.push(path);
    }
  }
  return { ids, damage: { lost: [...before].filter((id) => !ids.has(id)), wrong, truncated } };
}

/** Paths whose text differs from an undisturbed run's, once a class is graded to its end. */
export async function listDifferences(out: string, undisturbed: string): Promise<readonly string[]> {
  const isCompared = (path: string): boolean => /^(?:students\/|scores\.|gradebook)/.test(path);
  const [mine, right] = await Promise.all([out, undisturbed].map((root) => listFiles(root)));
  const paths = new Set([...(mine ?? []), ...(right ?? [])].filter(isCompared));
  const differing: string[] = [];
  for (const path of paths) {
    const [a, b] = await Promise.all(
      [out, undisturbed].map((root) => readFile(join(root, path), "utf8").catch(() => "")),
    );
    if (a !== b) differing.push(path);
  }
  return differing;
}

async function readRecord(root: string, path: string) {
  return parseRecord(await readFile(join(root, path), "utf8"), path);
}

/** @throws when the file is not whole */
async function parseWhole(root: string, path: string): Promise<void> {
  if (path === "scores.json") {
    await readScores(join(root, path));
    return;
  }
  const text = await readFile(join(root, path), "utf8");
  if (path.endsWith(".json")) JSON.parse(text);
  else if (path.endsWith(".html") && !text.trimEnd().endsWith("</html>")) throw new Error("no end");
  else if (!text.endsWith("\n")) throw new Error("no end of line");
}

async function listFiles(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1));
}
