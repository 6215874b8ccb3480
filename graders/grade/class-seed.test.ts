import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { digestSeed } from "../records/seed-digest";
import { findLeaks, readFolder } from "../testing/find-leaks";
import { type GradeOverrides, gradeFolder } from "../testing/grade-folder";
import { mayReachStudents } from "../testing/reader-of";
import { makeTemporaryFolder, type TemporaryFolder } from "../testing/temporary-folder";
import { toyAssignment } from "../testing/toy-assignment";
import { findSeed, takeSeed } from "./class-seed";
import type { GradeEvent } from "./grade-request";

const source = `export const area = (rows: number, columns: number) => rows * columns;
export const price = (rows: number, columns: number) => 3 * area(rows, columns);
`;

let folder: TemporaryFolder;
let out: string;
let keyPath: string;

beforeEach(async () => {
  folder = await makeTemporaryFolder();
  out = join(folder.path, "out");
  keyPath = join(out, "seed.key");
  await mkdir(join(folder.path, "class"));
  await writeFile(join(folder.path, "class", "ann.ts"), source);
});
afterEach(() => folder.remove());

/** Grades the class, and says which submissions were kept from an earlier run. */
async function grade(overrides: GradeOverrides) {
  const reused: boolean[] = [];
  const onProgress = (event: GradeEvent) => void (event.kind === "finished" && reused.push(event.reused));
  const context = { onProgress };
  const result = await gradeFolder(join(folder.path, "class"), out, {
    assignment: toyAssignment,
    context,
    ...overrides,
  });
  return { ...result, reused };
}

const readKey = async () => (await readFile(keyPath, "utf8")).trim();

test("the first run makes a secret seed that its owner alone can read, and later runs use it", async () => {
  const first = await grade({ hasOwnSeed: true });
  const key = await readKey();
  expect(key).toMatch(/^[0-9a-f]{64}$/);
  expect((await stat(keyPath)).mode & 0o077).toBe(0);
  expect(first.seed).toEqual({ kind: "secret", path: keyPath });
  expect(first.records.map((one) => one.seedDigest)).toEqual([digestSeed(key)]);
  const second = await grade({ hasOwnSeed: true });
  expect([second.reused, await readKey()]).toEqual([[true], key]);
}, 120_000);

test("no other file holds it, and no file for students so much as its digest", async () => {
  await grade({ hasOwnSeed: true });
  const key = await readKey();
  const files = readFolder(out);
  expect(findLeaks(files, [key])).toEqual([`seed.key: ${key}`]);
  const forStudents = files.filter(({ path }) => mayReachStudents(path));
  expect(forStudents.map(({ path }) => path)).toEqual(
    expect.arrayContaining(["scores.json", "scores.csv", "students/ann.ts/report.html"]),
  );
  const digest = digestSeed(key).slice("sha256:".length);
  expect(findLeaks(forStudents, [digest, digest.slice(0, 12)])).toEqual([]);
  expect(findLeaks(files, [digest])).toContain(`index.html: ${digest}`);
}, 120_000);

test("a typed seed is another seed for that run alone: the class's own stays, and the next run goes back to it", async () => {
  await grade({ hasOwnSeed: true });
  const key = await readKey();
  const typed = await grade({ request: { seed: "typed" } });
  expect([typed.seed, typed.reused]).toEqual([{ kind: "given" }, [false]]);
  expect(typed.records.map((one) => one.seedDigest)).toEqual([digestSeed("typed")]);
  expect(await findSeed(out)).toEqual({ path: keyPath, records: { own: 0, other: 1 } });
  const back = await grade({ hasOwnSeed: true });
  expect([back.reused, back.records[0]?.seedDigest, await readKey()]).toEqual([
    [false],
    digestSeed(key),
    key,
  ]);
  expect(await findSeed(out)).toEqual({ path: keyPath, records: { own: 1, other: 0 } });
}, 120_000);

test("typing the class's own seed, once it is published, grades nothing again", async () => {
  await grade({ hasOwnSeed: true });
  const { reused } = await grade({ request: { seed: await readKey() } });
  expect(reused).toEqual([true]);
}, 120_000);

test("a run under a typed seed makes none", async () => {
  await grade({ request: { seed: "typed" } });
  expect(await findSeed(out)).toEqual({ path: null, records: { own: 0, other: 1 } });
}, 120_000);

test("an empty seed is refused in one line, and a damaged one is not replaced", async () => {
  await expect(takeSeed(out, " ")).rejects.toThrow("--seed: expected a text, got an empty one");
  await mkdir(out);
  await writeFile(keyPath, "damaged\n");
  await expect(grade({ hasOwnSeed: true })).rejects.toThrow(
    /seed\.key: expected a key of 64 hexadecimal digits/,
  );
  expect(await readFile(keyPath, "utf8")).toBe("damaged\n");
});
