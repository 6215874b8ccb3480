/**
 * A class of any size, made of the samples of all questions: most answers right, the rest known slips, some left out,
 * and a few files that do not compile, or stop on top. The same seed makes the same class.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Random } from "../../../graders/contract/question";
import { createRandom } from "../../../graders/judge/random";
import { readSampleParts, type SamplePart } from "./sample-parts";

const root = join(__dirname, "..", "..", "..");
/** Of a hundred: what becomes of one answer. */
const shares = { right: 70, slip: 95 } as const;
/** Of a hundred submissions: broken as a whole. */
const broken: readonly (readonly [below: number, breakIt: (text: string) => string])[] = [
  [2, (text) => `${text}\nexport const forgotten = (;\n`],
  [4, (text) => `${text}\nthrow new Error("left over from a trial");\n`],
];

/** @param folder where a folder for each submission is written */
export function makeClass(folder: string, size: number, seed: string): void {
  const parts = readSampleParts(join(root, "graders", "questions"));
  for (let index = 0; index < size; index += 1) {
    const random = createRandom(seed, `submission ${index}`);
    const place = join(folder, `student-${String(index).padStart(5, "0")}`);
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, "submission.ts"), spoil(writeSubmission(parts, random, index), random));
  }
}

function writeSubmission(
  parts: ReadonlyMap<string, readonly SamplePart[]>,
  random: Random,
  index: number,
): string {
  const chosen = [...parts.values()].flatMap((all) => chooseOne(all, random));
  const imports = new Set(chosen.flatMap((one) => one.imports));
  const taken = new Set<string>();
  const blocks = chosen.map((one, at) => {
    const own = one.exports.filter((name) => !taken.has(name));
    for (const name of own) taken.add(name);
    const block = `const part${at} = (() => {\n${one.body}\nreturn { ${one.exports.join(", ")} };\n})();`;
    return [block, ...own.map((name) => `export const ${name} = part${at}.${name};`)].join("\n");
  });
  return [...imports, `export const name = "Student ${index}";`, ...blocks].join("\n\n");
}

function chooseOne(all: readonly SamplePart[], random: Random): readonly SamplePart[] {
  const drawn = random.integer(1, 100);
  if (drawn > shares.slip) return [];
  const best = Math.max(...all.map(({ points }) => Number(points)));
  const group = all.filter(({ points }) => (Number(points) === best) === drawn <= shares.right);
  return group.length === 0 ? [] : [random.pick(group)];
}

function spoil(text: string, random: Random): string {
  const drawn = random.integer(1, 100);
  return broken.find(([below]) => drawn <= below)?.[1](text) ?? text;
}
