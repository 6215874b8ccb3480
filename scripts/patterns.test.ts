import { readdirSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../graders/testing/project-root";
import { findSlowPatterns, listPatterns, readPatterns } from "../graders/testing/slow-patterns";

/** What only meets our own texts, or the system's: release checks, the handout's maker, tests, the sandbox's layers. */
const meetsOwnTexts = /^graders\/(?:verify|testing|student\/handout|running\/sandbox\/(?:layers|probe))\//;
const isSource = /^(?!.*\.test\.ts$)(?!.*\/samples\/).*\.ts$/;

/** Far beyond what a linear look at the texts takes, also on a busy machine. */
const patienceMs = 4000;

function listPaths(): readonly string[] {
  return readdirSync(join(projectRoot, "graders"), { recursive: true, encoding: "utf8" })
    .map((path) => `graders/${path.replaceAll("\\", "/")}`)
    .filter((path) => isSource.test(path) && !meetsOwnTexts.test(path));
}

describe("patterns that may meet a student's text", () => {
  test("take no time that grows faster than the text", async () => {
    const patterns = readPatterns(projectRoot, listPaths());
    expect(patterns.length).toBeGreaterThan(50);
    expect(await findSlowPatterns(patterns, patienceMs)).toEqual([]);
  }, 300_000);

  test("would be found if one of them did", async () => {
    const text = "const call = /max\\s*(\\\\left)?\\s*[({]/i;\nconst fine = /max/;";
    const slow = await findSlowPatterns(listPatterns("question.ts", text), 1000);
    expect(slow).toEqual([expect.stringContaining("question.ts:1 /max")]);
  }, 60_000);
});
