import { parseLimits } from "../../contract/limits";
import { type Bench, openBench, shorten } from "../../testing/run-source";
import type { LoadedSubmission } from "./run-result";

let bench: Bench;
beforeAll(async () => {
  bench = await openBench(parseLimits());
});
afterAll(() => bench.close());

const double =
  "// a comment\ninterface Unused { a: number }\nexport function double(x: number): number { return 2 * x; }\n";

async function load(source: string | Record<string, string>) {
  const run = await bench.run(source, [["double", 21]]);
  return { ...run, loadError: (run.load as LoadedSubmission).loadError };
}

describe("top-level code that stops after it has exported functions", () => {
  const stopping: Readonly<Record<string, string>> = {
    "an assertion that fails": `import assert from "node:assert";\n${double}\nassert.equal(double(1), 3);`,
    "a test of a framework that is not there": `${double}describe("double", () => {});`,
    "a thrown text": `${double}throw "enough";`,
    "process.exit": `${double}process.exit(1);`,
    "an import of what is not there": `import { nothing } from "./nowhere";\n${double}nothing();`,
  };

  test.each(Object.entries(stopping))("is asked all the same: %s", async (_name, source) => {
    const { outcomes, loadError, tampering } = await load(source);
    expect(shorten(outcomes)).toEqual([42]);
    expect(loadError).toBeDefined();
    expect(tampering).toBeNull();
  });

  const imports: readonly (readonly [clause: string, used: string])[] = [
    ["sum", "sum(1)"],
    ["{ sum }", "sum(1)"],
    ["{ default as sum, other }", "other + sum"],
    ["* as all", "all.sum(1)"],
    ["sum, * as all", "all.sum + sum"],
  ];
  const nowhere = [
    "lodash",
    "vitest",
    "jsr:@std/assert",
    "npm:lodash",
    "./nowhere",
    "../above",
    "https://deno.land/x.ts",
  ];
  const all = nowhere.flatMap((name) => imports.map(([clause, used]) => [name, clause, used] as const));

  test("what is imported from nowhere stops where it is used, and nothing else", async () => {
    const wrong: unknown[] = [];
    for (const [name, clause, used] of all) {
      const source = [
        `import "${name}";\nexport * from "${name}";\nimport ${clause} from "${name}";`,
        `import { half } from "./half";\n${double}export const rate = half(2);`,
        `export const asks = () => ${used};\nexport const after = (x: number) => half(x) + rate;`,
      ].join("\n");
      const calls = [["double", 21], ["asks"], ["after", 4]] as const;
      const files = { "submission.ts": source, "half.ts": "export const half = (x: number) => x / 2;" };
      const { outcomes, load } = await bench.run(files, calls);
      const [, asked] = outcomes;
      const isSaid =
        asked?.kind === "threw" && asked.message.includes(`submission.ts imports "${name}", but`);
      const isWhole = load.kind === "loaded" && load.loadError === undefined;
      if (!isSaid || !isWhole || String(shorten(outcomes)) !== "42,threw,3")
        wrong.push([name, clause, shorten(outcomes), asked, load]);
    }
    expect(wrong).toEqual([]);
  });

  const waits: readonly (readonly [source: string, of21: number, stop: string | null])[] = [
    ["const two = await Promise.resolve(2);\nexport const double = (x: number) => two * x;", 42, null],
    [`const half = await import("./half");\n${double}export const rate = half.half(2);`, 42, null],
    [`for await (const x of [Promise.resolve(1)]) console.log(x);\n${double}`, 42, null],
    ['import { two } from "./later";\nexport const double = (x: number) => two * x;', 42, null],
    [`${double}await new Promise(() => {});\nthrow new Error("never");`, 42, "never settles"],
    [`${double}await Promise.reject(new Error("no"));`, 42, "Error: no"],
    [`${double}await new Promise((end) => setTimeout(end, 1));\nprocess.exit(3);`, 42, "process.exit"],
  ];

  test.each(waits)("waits at its top level: %j", async (source, value, stop) => {
    const { outcomes, loadError, tampering } = await load({
      "submission.ts": source,
      "half.ts": "export const half = (x: number) => x / 2;",
      "later.ts": "export const two = await Promise.resolve(2);",
    });
    expect([shorten(outcomes), tampering]).toEqual([[value], null]);
    expect(loadError?.message ?? null).toEqual(stop === null ? null : expect.stringContaining(stop));
  });

  test("is told with the file and the line as the student wrote them", async () => {
    const { loadError } = await load(`${double}\n\ndescribe("double", () => {});`);
    expect(loadError).toEqual({
      message: "ReferenceError: describe is not defined",
      place: { path: "submission.ts", line: 6 },
    });
  });

  test("names the file it stopped in, also when that is an imported one", async () => {
    const { loadError } = await load({
      "submission.ts": `import "./lib/checks";\n${double}`,
      "lib/checks.ts": "// checks\n\nthrow new Error('no');",
    });
    expect(loadError).toEqual({ message: "Error: no", place: { path: "lib/checks.ts", line: 3 } });
  });

  test("is told without a place when the error names none", async () => {
    const { loadError } = await load(`${double}throw "enough";`);
    expect(loadError).toEqual({ message: "string: enough", place: null });
  });

  test("does not load when nothing was exported that can be asked", async () => {
    const { load: failed } = await bench.run("export const rate = 3; throw new Error('no');", []);
    expect(failed).toMatchObject({ kind: "failed", outcome: { kind: "threw", message: "Error: no" } });
  });

  test("still ends itself when it exits with nothing exported", async () => {
    const { load: failed } = await bench.run("process.exit(3);", []);
    expect(failed).toMatchObject({
      kind: "failed",
      says: { code: "load-ends-program" },
    });
  });

  test("can exit in a call as before, which costs that function alone", async () => {
    const source = `${double}export const leave = () => process.exit(0);`;
    const { outcomes } = await bench.run(source, [["leave"], ["double", 4]]);
    expect(shorten(outcomes)).toEqual(["did-not-answer", 8]);
  });

  test("is loaded whole when nothing goes wrong", async () => {
    const { loadError } = await load(double);
    expect(loadError).toBeUndefined();
  });
});
