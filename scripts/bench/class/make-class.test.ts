import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseLimits } from "../../../graders/contract/limits";
import { assignment } from "../../../graders/questions/efficient-deep-learning";
import { startCompiler } from "../../../graders/running/compile/compile";
import { projectRoot } from "../../project";
import { makeClass } from "./make-class";
import { readSampleParts } from "./sample-parts";

const folder = mkdtempSync(join(tmpdir(), "ridgepoint-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function make(name: string, size: number, seed: string): readonly string[] {
  const place = join(folder, name);
  makeClass(place, size, seed);
  return readdirSync(place).map((one) => readFileSync(join(place, one, "submission.ts"), "utf8"));
}

test("a class has as many submissions as asked, the same ones for the same seed, and others for another", () => {
  const [one, again, other] = [make("one", 3, "a"), make("again", 3, "a"), make("other", 3, "b")];
  expect(one).toHaveLength(3);
  expect(new Set(one).size).toBe(3);
  expect(again).toEqual(one);
  expect(other).not.toEqual(one);
});

test("every question has samples to draw from, right and wrong ones", () => {
  const parts = readSampleParts(join(projectRoot, "graders", "questions"));
  expect([...parts.keys()].sort()).toEqual(assignment.questions.map(({ id }) => id).sort());
  for (const all of parts.values()) expect(new Set(all.map(({ points }) => points)).size).toBeGreaterThan(1);
});

test("of the class that is measured most submissions compile, and a few do not", async () => {
  const compiler = startCompiler(parseLimits());
  const compiled = await Promise.all(
    make("many", 100, "bench").map((text) =>
      compiler.compile({
        entry: "submission.ts",
        files: [{ path: "submission.ts", text, bytes: Buffer.byteLength(text) }],
      }),
    ),
  );
  await compiler.close();
  const failed = compiled.filter(({ ok }) => !ok).length;
  expect(failed).toBeGreaterThan(0);
  expect(failed).toBeLessThan(10);
});
