import { ask, honest, limits, run } from "../../testing/short-bench";

describe("an honest submission", () => {
  test("answers in the order of the calls", async () => {
    expect(
      await ask(honest, [
        ["honest", 1],
        ["honest", 2],
        ["honest", -3],
      ]),
    ).toEqual([2, 4, -6]);
  });

  test("tells its exports, its name and its explanations", async () => {
    const source = `${honest}export const name = "Ada"; export const explanations = { padding: "why" }; export const pi = 3;`;
    const { load } = await run(source, []);
    expect(load).toEqual({
      kind: "loaded",
      exports: expect.arrayContaining([
        { name: "honest", type: "function" },
        { name: "pi", type: "number" },
      ]),
      name: "Ada",
      explanations: { padding: "why" },
    });
  });

  test("is found behind more constants than anybody lists", async () => {
    const constants = Array.from({ length: 1100 }, (_, at) => `export const c${at} = ${at};`).join("\n");
    expect(await ask(`${constants}\n${honest}`, [["honest", 4]])).toEqual([8]);
  });

  test.each(["explanation", "explanationTexts", "reasons", "reasoning", "texts"])(
    "is read where it explains itself in %s, unless that is a function",
    async (name) => {
      const told = await run(`${honest}export const ${name} = { padding: "why" };`, []);
      expect(told.load).toMatchObject({ explanations: { padding: "why" } });
      const asked = await run(`${honest}export const ${name} = () => ({ padding: "why" });`, []);
      expect(asked.load).not.toHaveProperty("explanations");
    },
  );

  test("may be written as CommonJS, as export =, or as one default object", async () => {
    const forms = [
      "module.exports = { honest: (x) => 2 * x };",
      "exports.honest = (x) => 2 * x;",
      "const all = { honest: (x: number) => 2 * x }; export = all;",
      "export default { factor: 2, honest(x: number) { return this.factor * x; } };",
      'export const name = "Sample"; export default { factor: 2, honest(x: number) { return this.factor * x; } };',
      "export const honest = (x: number) => 2 * x; export default { honest: () => 0 };",
      "export { twice as honest }; const twice = (x: number) => 2 * x;",
      "export class honest {}; export default honest; module.exports = { honest: (x: number) => 2 * x };",
    ];
    for (const form of forms) expect(await ask(form, [["honest", 4]])).toEqual([8]);
  });

  test("may import its own files, in a circle too, with and without an ending", async () => {
    const files = {
      "submission.ts":
        'import { a } from "./lib/a.js"; import * as b from "./lib"; export const honest = (x: number) => a(x) + b.b();',
      "lib/a.ts": 'import { b } from "./index"; export const a = (x: number) => x + b();',
      "lib/index.ts":
        'import { a } from "./a.ts"; export const b = () => (typeof a === "function" ? 10 : 0);',
    };
    expect(await ask(files, [["honest", 1]])).toEqual([21]);
  });

  test("may use Node's own modules", async () => {
    const source =
      'import { createHash } from "node:crypto"; import * as path from "path"; export const f = () => [createHash("sha256").update("").digest("hex").slice(0, 4), path.join("a", "b")];';
    expect(await ask(source, [["f"]])).toEqual([["e3b0", "a/b"]]);
  });

  test("may answer by a promise or a thenable, awaited once", async () => {
    const source = `
      export async function later(x: number) { await new Promise((r) => setTimeout(r, 10)); return x; }
      export const thenable = () => ({ then(done: (x: number) => void) { done(7); } });
      export const rejected = () => Promise.reject(new RangeError("no"));
      export const never = () => new Promise(() => {});
      export const now = () => 1;`;
    const calls = [
      ["later", 1],
      ["thenable"],
      ["rejected"],
      ["never"],
      ["never"],
      ["now"],
      ["later", 2],
    ] as const;
    expect(await ask(source, calls)).toEqual([1, 7, "threw", "did-not-answer", "did-not-answer", 1, 2]);
  });

  test("gets special numbers, bigints and tensors, and gives them back", async () => {
    const source = `
      export const echo = (x: unknown) => x;
      export const count = (x: { shape: number[]; data: Float32Array }) => [x.data instanceof Float32Array, x.data.length, x.data[5]];`;
    const data = new Float32Array(580_800).fill(0.5);
    const calls = [
      ["echo", Number.NaN],
      ["echo", -0],
      ["echo", 5n],
      ["echo", undefined],
      ["count", { shape: [1], data }],
    ] as const;
    const outcomes = await ask(source, calls);
    expect(outcomes).toEqual([Number.NaN, -0, 5n, undefined, [true, 580_800, 0.5]]);
  });

  test("gets fresh arguments for every call, whatever it did to the last ones", async () => {
    const source =
      "export const grow = (list: number[], x: { n: number }) => { list.push(1); x.n += 1; return [list.length, x.n]; };";
    const call = ["grow", [0], { n: 1 }] as const;
    expect(await ask(source, [call, call, call])).toEqual([
      [2, 2],
      [2, 2],
      [2, 2],
    ]);
  });

  test("may print what it likes; it is kept apart from the answers, and capped", async () => {
    const source = `export const f = () => { console.log("out".repeat(100_000)); console.error("err"); process.stdout.write('{"value":42}'); return 1; };`;
    const result = await run(source, [["f"]]);
    expect(result.outcomes).toEqual([{ kind: "value", value: 1 }]);
    expect(result.stdout).toHaveLength(limits.keptOutputBytes);
    expect(result.stderr).toBe("err\n");
    expect(result.tampering).toBeNull();
  });

  test("has the same random numbers, time zone and locale every time", async () => {
    const source =
      "export const f = () => [Math.random(), new Date(0).getTimezoneOffset(), (1.5).toLocaleString(), process.env];";
    const first = await ask(source, [["f"]]);
    expect(await ask(source, [["f"]])).toEqual(first);
    expect(first).toEqual([[expect.any(Number), 0, "1.5", expect.anything()]]);
  });

  test("survives its own patches of prototypes", async () => {
    const source = `${honest}
      Object.assign(BigInt.prototype, { toJSON: () => "patched" });
      Object.assign(Array.prototype, { last(this: unknown[]) { return this[this.length - 1]; } });
      Array.prototype.map = () => []; JSON.stringify = () => "patched"; String.prototype.slice = () => "patched";
      export const f = () => [1n, { a: [1, "x"] }];`;
    expect(await ask(source, [["f"], ["honest", 2]])).toEqual([[1n, { a: [1, "x"] }], 4]);
  });
});

describe("what is missing", () => {
  test("a missing export and one that is no function answer without a call", async () => {
    const { outcomes } = await run("export const wrong = 5;", [
      ["absent"],
      ["wrong"],
      ["toString"],
      ["__proto__"],
    ]);
    expect(outcomes).toEqual([
      { kind: "missing-export" },
      { kind: "threw", message: "wrong is exported as a number, not as a function", isNoFunction: true },
      { kind: "missing-export" },
      { kind: "missing-export" },
    ]);
  });

  test.each([
    [
      "a package",
      'import x from "lodash"; export const a = x;',
      '"lodash", but a submission runs without packages',
    ],
    [
      "a file that was not handed in",
      'import { x } from "./nowhere"; export const a = x;',
      '"./nowhere", but no such .ts file',
    ],
    [
      "a file outside its folder",
      'import { x } from "../other/submission"; export const a = x;',
      "no such .ts file",
    ],
    [
      "a file by its absolute path",
      'import x from "/etc/passwd"; export const a = x;',
      "runs without packages",
    ],
  ])("importing %s is one clear sentence", async (_, source, sentence) => {
    const { load, outcomes } = await run(source, [["a"]]);
    expect(load).toMatchObject({
      outcome: { kind: "threw" },
      says: { code: "load-throws", error: expect.stringContaining(sentence) },
    });
    expect(outcomes).toEqual([{ kind: "did-not-answer", because: { code: "submission-does-not-load" } }]);
  });
});
