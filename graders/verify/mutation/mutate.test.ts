import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Question } from "../../contract/question";
import type { Call } from "../../contract/value";
import { changeArea, priceQuestion, toyAssignment } from "../../testing/toy-assignment";
import { listMutants } from "./list-mutants";
import { type Loaded, limitByOriginal, loadModules } from "./load-modules";
import type { JudgedMutant } from "./mutant";
import { mutateSubject } from "./mutate";
import { writeMutationReport } from "./mutation-report";
import { scoreQuestions } from "./score";
import { openSubject } from "./subject";

// TypeScript reads its own libraries for every program.
jest.setTimeout(60_000);

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mutation-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function open(files: Readonly<Record<string, string>>) {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return openSubject("toy", folder, join(folder, "entry.ts"));
}

/** "before → after" of all mutants of a module. */
function listChanges(text: string, exports = ["f"]): readonly string[] {
  return listMutants(open({ "entry.ts": text }), new Set(exports)).map(
    ({ before, after }) => `${before} → ${after}`,
  );
}

describe("the errors that are made", () => {
  test("operators, dropped terms, other constants and other variables of a formula", () => {
    expect(listChanges("export const f = (a: number, b: number) => a + 3 * b;")).toEqual([
      "a + 3 * b → ((a) - (3 * b))",
      "a + 3 * b → (a)",
      "a + 3 * b → (3 * b)",
      "a → b",
      "3 * b → ((3) / (b))",
      "3 * b → ((3) + (b))",
      "3 * b → (3)",
      "3 * b → (b)",
      "3 → (4)",
      "3 → (2)",
      "3 → (6)",
      "b → a",
    ]);
  });

  test("properties are swapped with others of the same type only", () => {
    const text = `
      interface Layer { readonly hOut: number; readonly wOut: number; readonly name: string; readonly batch?: number }
      export const f = ({ hOut }: Layer, layer: Layer) => [hOut, layer.wOut];`;
    const changes = listMutants(open({ "entry.ts": text }), new Set(["f"])).filter(
      ({ kind }) => kind === "dimension",
    );
    expect(changes.map(({ before, after }) => `${before} → ${after}`)).toEqual([
      "hOut → wOut: hOut",
      "wOut → hOut",
    ]);
  });

  test("bigints stay bigints, roundings and conditions change, steps are dropped or turned round", () => {
    const text = `export function f(a: number): number {
      let sum = 0;
      sum += BigInt(a) > 5n ? Math.ceil(a) : 1;
      return sum;
    }`;
    expect(listChanges(text)).toEqual(
      expect.arrayContaining([
        "5n → (6n)",
        "ceil → floor",
        "Math.ceil(a) → (a)",
        "BigInt(a) > 5n ? Math.ceil(a) : 1 → (1)",
        "sum += BigInt(a) > 5n ? Math.ceil(a) : 1; → ;",
        "+= → -=",
      ]),
    );
  });

  test("refusing malformed input is no formula, and code that no asked export reaches is left alone", () => {
    const text = `
      const unused = (a: number) => a + 1;
      export const other = (a: number) => unused(a) * 2;
      export function f(a: number) { if (a < 0) { throw new RangeError("negative: " + (a + 1)); } return a; }`;
    expect(listChanges(text)).toEqual([]);
    expect(listChanges(text, ["other"])).toContain("a + 1 → ((a) - (1))");
  });

  test("what an export reaches in another module is mutated, too, and says so", () => {
    const subject = open({
      "entry.ts": 'import { half } from "./half";\nexport const f = (a: number) => half(a);',
      "half.ts": "export const half = (a: number) => a / 2;",
    });
    const mutants = listMutants(subject, new Set(["f"])).filter(({ path }) => path === "half.ts");
    expect(mutants.length).toBeGreaterThan(0);
    expect(mutants[0]).toMatchObject({ path: "half.ts", line: 1, exports: ["f"] });
  });
});

describe("what becomes of them", () => {
  const right = (area: string) =>
    `export function area(rows: number, columns: number): number {${area}}
     export const price = (rows: number, columns: number): number => 3 * rows * columns;`;

  function mutate(text: string, area: Question = changeArea({})): readonly JudgedMutant[] {
    const assignment = { ...toyAssignment, questions: [area, priceQuestion] };
    return mutateSubject(assignment, open({ "entry.ts": text }), { seed: "a", explanations: {} }).judged;
  }

  const resultOf = (judged: readonly JudgedMutant[], before: string, after: string) =>
    judged.find(({ mutant }) => mutant.before === before && mutant.after === after)?.result;

  test("a wrong formula loses marks in its own question", () => {
    const judged = mutate(right("return rows * columns;"));
    expect(resultOf(judged, "rows * columns", "((rows) + (columns))")).toEqual({
      kind: "killed",
      question: "area",
    });
    expect(resultOf(judged, "3", "(4)")).toEqual({ kind: "killed", question: "price" });
    expect(scoreQuestions(judged, ["area", "price"]).map(({ score }) => score)).toEqual([1, 1]);
  });

  test("another accepted reading is named", () => {
    const judged = mutate(right("const border = 0; return (rows + 2 * border) * (columns + 2 * border);"));
    expect(resultOf(judged, "0", "(1)")).toEqual({
      kind: "accepted",
      question: "area",
      readings: ["with-border"],
    });
  });

  test("a change without effect computes the same function", () => {
    const judged = mutate(right("const cells = rows * columns; return cells > 0 ? cells : 0;"));
    expect(resultOf(judged, "cells > 0", "((cells) >= (0))")).toEqual({
      kind: "same",
      question: "area",
      inputs: 200,
    });
  });

  test("an error that only other seeds' inputs show is missed", () => {
    const mostlySquare = changeArea({
      cases: (random) => {
        const columns = random.integer(1, 20) === 1 ? 20 : 10;
        return [{ id: "drawn", source: "random", why: "a square, mostly", input: { rows: 10, columns } }];
      },
    });
    const judged = mutate(right("return rows * columns;"), mostlySquare);
    expect(resultOf(judged, "columns", "rows")).toMatchObject({ kind: "missed", question: "area" });
    const [area] = scoreQuestions(judged, ["area"]);
    expect(area?.score).toBeLessThan(1);
    const says = writeMutationReport(
      [{ name: "toy", says: "A toy.", judged, unevaluated: 0 }],
      ["area", "price"],
      "a",
    );
    expect(says).toContain(
      "**Missed**: no hidden input of this seed shows the difference, a random one does",
    );
    expect(says).toContain("- `entry.ts:1` `columns` → `rows`");
  });

  test("a loop that never ends is stopped and loses marks; code that always throws is not counted", () => {
    const judged = mutate(
      right("let cells = 0; for (let row = 0; row < rows; row++) cells += columns; return cells;"),
    );
    expect(resultOf(judged, "row < rows", "((row) > (rows))")).toMatchObject({ kind: "killed" });
    expect(resultOf(judged, "row++", "row += 2")).toMatchObject({ kind: "killed" });
  });

  test("a number that outgrows what can be held does not end either", () => {
    const judged = mutate(right("return Number((2n ** (1n << 16n)) % 7n) * rows * columns / 2;"));
    expect(resultOf(judged, "16n", "(32n)")).toEqual({ kind: "killed", question: "area" });
  });

  test("after one call without end the others are not made", () => {
    let made = 0;
    const module = "exports.f = (n) => { note(); for (let i = 0; i !== n; i++) __takeTurn(); return n; };";
    const calls = [3, -1, 4].map((n) => ({ export: "f", args: [n] }));
    const loaded = loadModules(new Map([["f.ts", module]]), "f.ts", { note: () => made++ });
    expect(loaded?.callAll(calls).map(({ kind }) => kind)).toEqual(["value", "timed-out", "timed-out"]);
    expect([made, loaded?.countTurns(calls[0] as Call)]).toEqual([2, 3]);
  });

  test("a mutant may take ten times the turns of the original, and some to spare", () => {
    const module = (turns: number) =>
      `exports.f = () => { for (let i = 0; i < ${turns}; i++) __takeTurn(); return 1; };`;
    const load = (turns: number, limit?: (call: Call) => number) =>
      loadModules(new Map([["f.ts", module(turns)]]), "f.ts", {}, limit) as Loaded;
    const call = { export: "f", args: [] };
    const original = load(500);
    original.callAll([call]);
    const limit = limitByOriginal(original);
    expect([5999, 6001].map((turns) => load(turns, limit).callAll([call])[0]?.kind)).toEqual([
      "value",
      "timed-out",
    ]);
  });

  test("what right answers never evaluate is left out and counted", () => {
    const text = right("return rows < 0 ? rows - columns : rows * columns;");
    const assignment = { ...toyAssignment, questions: [changeArea({}), priceQuestion] };
    const { judged, unevaluated } = mutateSubject(assignment, open({ "entry.ts": text }), {
      seed: "a",
      explanations: {},
    });
    expect(unevaluated).toBeGreaterThan(0);
    expect(judged.map(({ mutant }) => mutant.before)).not.toContain("rows - columns");
    expect(judged.map(({ mutant }) => mutant.before)).toContain("rows * columns");
  });

  test("a program that loses points itself cannot be mutated", () => {
    expect(() => mutate(right("return rows + columns;"))).toThrow("toy loses points in area (area)");
  });
});
