import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../contract/faults";
import { projectRoot } from "../testing/project-root";
import type { Build } from "./build";
import { canBeGuessed, readCommitment, seal } from "./seal";

const build: Build = {
  version: "1.2.3",
  sourceDigest: `sha256:${"a".repeat(64)}`,
  rubricDigest: `sha256:${"b".repeat(64)}`,
};

test("is what the manual says, so that anybody can compute it with other tools", () => {
  const manual = readFileSync(join(projectRoot, "docs", "instructors.md"), "utf8");
  expect(manual).toContain('SHA-256 of `["ridgepoint seal 1", seed, rubric, version, sources]`');
  const text = `["ridgepoint seal 1","my seed","${build.rubricDigest}","1.2.3","${build.sourceDigest}"]`;
  expect(seal("my seed", build)).toBe(`sha256:${createHash("sha256").update(text).digest("hex")}`);
});

test("is another one for another seed, rubric, version or source", () => {
  const sealed = [
    seal("seed", build),
    seal("seeds", build),
    seal("seed", { ...build, version: "1.2.4" }),
    seal("seed", { ...build, sourceDigest: build.rubricDigest }),
    seal("seed", { ...build, rubricDigest: build.sourceDigest }),
  ];
  expect(new Set(sealed).size).toBe(sealed.length);
});

test("is read with blanks around it and in capitals, and nothing else is", () => {
  const commitment = seal("seed", build);
  expect(readCommitment(` ${commitment.toUpperCase()}\n`)).toBe(commitment);
  for (const text of ["", commitment.slice(0, -1), commitment.slice(7), `${commitment}0`])
    expect(() => readCommitment(text)).toThrow(UsageError);
});

test("a seed shorter than 128 bits in hexadecimal digits can be guessed from it", () => {
  expect([canBeGuessed("ridgepoint"), canBeGuessed("0".repeat(64))]).toEqual([true, false]);
});
