import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readAnswerCells, writeCodeCells } from "../../testing/answer-cells";
import { gradeFolder } from "../../testing/grade-folder";
import { makeTemporaryFolder } from "../../testing/temporary-folder";

/** Cells that a kernel takes, or that stop alone there; those of one kind stand at some distance from each other. */
const quiet: Readonly<Record<string, readonly string[]>> = {
  "a constant again": ["const size = 4;", "const size = 5;"],
  "a variable again": ["let size = 4", "let size: number"],
  "a class again": ["class Layer { a = 1 }", "class Layer { static b = 2 }"],
  "an abstract class again": ["abstract class Layer {}", "abstract class Layer { abstract f(): void }"],
  "an enumeration again": ["enum Kind { a }", "enum Kind { b = 'b' }"],
  "a type again": ["type Size = number;\ninterface A {}", "type Size = string;\ninterface A {}"],
  "destructured counts again": [
    "const { macs, flops } = { macs: 1, flops: 2 };",
    "const { macs, flops } = { macs: 3, flops: 4 }\nconst [c = 1, ...rest] = [macs]",
    "let { flops } = { flops: 1 }, c = 3",
  ],
  "the name again": [
    'export const name = "Someone Else";',
    'export const name = "Sample Student (full marks)";',
  ],
  "a loop's variable": [
    "const i = 7;",
    "for (var i = 0; i < 3; i++) { var j = i }\nlet k = 1",
    "for (var j of [1]) { for (var { k } of []); }",
  ],
  "a variable of every kind": [
    "let twice = 1;",
    "var twice = 2;",
    "function twice() {}",
    "class twice {}",
    "const twice = 3",
  ],
  "an import again": [
    'import { createHash } from "node:crypto";\nimport * as os from "node:os";',
    'import { createHash } from "node:crypto";\nimport os, { cpus } from "node:os";',
    'import { randomUUID, createHash, } from "node:crypto";\nimport * as os from "node:os";',
  ],
  "an import that a constant replaces": ['import { cpus } from "node:os";', "const cpus = 4;"],
  "an answer again": [
    "export function padding(layer: unknown) { return -1; }",
    "export const optimalBatch = () => 1;",
  ],
  "exports again": [
    "const a1 = 1;\nexport { a1 };\nexport default a1;",
    "export { a1 };\nexport default { a1 };",
  ],
  "a bracket below no semicolon": ["const list = [1]", "[1, 2].map(String)", "(1)", "`text`"],
  "a check that throws": ['throw new Error("no");', "null.b;", "console.assert(missing === 1)"],
  "a loop that waits": ["for await (const one of [1, 2]) console.log(one);"],
  "an export that waits": ["export const two = await Promise.resolve(2);\nfor await (const one of [two]);"],
  "what asks the selfcheck": [
    'import { check } from "./selfcheck/notebook.mjs";\nexport const two = 2;\nawait check("padding", { padding });',
  ],
  "the end of the program": ["process.exit(1);"],
  "an import from nowhere that nobody uses": [
    'import { test } from "vitest";',
    'import { test } from "vitest";',
  ],
  "a comment that reads like our own": ["/* above\n// Cell 3\nbelow */", "// Cell 2\nconst mine = 1;"],
};

/** These are told, and nothing is lost by them. */
const told: Readonly<Record<string, readonly string[]>> = {
  "words left behind": ["explain this later"],
  "an unfinished line": ["const half ="],
  "an open bracket": ["function half() {\n  if (1) {"],
  "an open comment": ["/* not closed"],
  "an open text": ["const text = `half"],
  "a closing bracket": ["}"],
  "a command of Python's": ["%load_ext autoreload"],
  "a command of the shell's": ["# setup\n!pip install numpy"],
  "a question": ["?help"],
  "a question behind a name": ["const a = 1;\nMath.max?"],
  "a return": ["const a = 1;\nreturn a;"],
  "a break": ["break;"],
  Python: ["def f(x):\n  return x"],
  "a name twice in one cell": ["let q = 1;\nlet q = 2;"],
  "an import from nowhere for its effects": [
    'import "npm:dotenv/config";',
    'export * from "jsr:@std/assert";',
  ],
  "an import from nowhere": [
    'import { assertEquals } from "jsr:@std/assert";\nassertEquals(1, 1);',
    'import { assertEquals } from "jsr:@std/assert";\nassertEquals(2, 2);',
  ],
  "a default from nowhere": ['import _ from "lodash";\nexport const sum = _.sum([1]);'],
  "a file that is not there": ['import * as all from "./nowhere";\nexport const sum = () => all.sum;'],
  "a constant that stops": ["const data = JSON.parse('{');\nexport const extra = data.length;"],
  "a class that stops": ["class Sized extends Missing {}"],
};

const answers = readAnswerCells();
const places = [0, Math.floor(answers.length / 2), answers.length];
const distance = 2;

interface Made {
  readonly id: string;
  readonly cells: readonly string[];
  /** Number of the first cell of trouble. */
  readonly at: number;
}

function putIn(kind: readonly string[], place: number): Pick<Made, "cells" | "at"> {
  const cells = [...answers];
  // Words about an answer come last to count, so that a wrong one stands above the right one.
  kind.forEach((cell, index) => {
    cells.splice(Math.min(place + index * distance, cells.length), 0, cell);
  });
  return { cells, at: place + 1 };
}

function makeAll(kinds: typeof quiet, isBefore: (name: string) => boolean): readonly Made[] {
  return Object.entries(kinds).map(([name, kind], index) => {
    // Each kind at one of the places: which one, goes round.
    const place = isBefore(name) ? 0 : (places[index % places.length] ?? 0);
    return { id: `k${index}-${place}`, ...putIn(kind, place) };
  });
}

test("whatever trouble cells make, and wherever they stand, the answers of the others are graded as without them", async () => {
  const isAnswer = (name: string): boolean => name === "an answer again";
  const groups = { quiet: makeAll(quiet, isAnswer), told: makeAll(told, () => false) };
  const folder = await makeTemporaryFolder();
  try {
    const made = [
      { id: "plain", cells: answers, at: 0 },
      ...Object.entries(groups).flatMap(([group, all]) =>
        all.map((one) => ({ ...one, id: `${group}-${one.id}` })),
      ),
    ];
    for (const { id, cells } of made) {
      await mkdir(join(folder.path, "class", id), { recursive: true });
      await writeFile(join(folder.path, "class", id, "work.ipynb"), writeCodeCells(cells));
    }
    const { records } = await gradeFolder(join(folder.path, "class"), join(folder.path, "out"));
    const plain = records.find(({ submission }) => submission.id === "plain");
    expect(plain?.score).toMatchObject({ points: "22", bonus: "2" });
    const wrong = records.flatMap(({ submission: { id }, questions, status, loadError }) => {
      const at = made.find((one) => one.id === id)?.at;
      const cell = loadError?.place?.cell?.number ?? 0;
      const isRight =
        JSON.stringify(questions) === JSON.stringify(plain?.questions) &&
        status === plain?.status &&
        (id.startsWith("told") ? cell === at : loadError === undefined);
      return isRight ? [] : [{ id, cell, at, loadError, status }];
    });
    expect(wrong).toEqual([]);
    expect(records).toHaveLength(made.length);
  } finally {
    await folder.remove();
  }
}, 600_000);
