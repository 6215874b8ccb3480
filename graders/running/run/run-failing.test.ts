import { type Limits, parseLimits } from "../../contract/limits";
import { shorten } from "../../testing/run-source";
import { say } from "../../testing/say";
import { ask, getBench, honest, limits, run } from "../../testing/short-bench";

/** For a call that must reach another limit than time, however busy the machine is. */
const patient = parseLimits({ ...limits, callMs: 30_000, totalMs: 50_000 });

describe("a submission that fails to load", () => {
  test.each([
    [
      "throws",
      'throw new Error("at the top")',
      "threw",
      "The submission stops with an error while it is loaded: Error: at the top",
    ],
    ["exits", "process.exit(0)", "did-not-answer", "remove calls such as process.exit()"],
    ["never ends", "for (;;) {}", "timed-out", "takes longer than 2 s to load"],
    ["exports nothing that holds functions", "module.exports = 5 as never", "threw", "exports a number"],
    ["throws what is no error", "throw Symbol('x')", "threw", "symbol: Symbol(x)"],
    ["fails in a file it imports", 'import { x } from "./nowhere.ts"; x();', "threw", "./nowhere.ts"],
    ["is killed", 'process.kill(process.pid, "SIGKILL")', "did-not-answer", "ends the program"],
  ])("one that %s says so, and every call is unanswered", async (_, source, kind, sentence) => {
    const { load, outcomes } = await run(source, [["f"], ["g"]]);
    expect(load).toMatchObject({ kind: "failed", outcome: { kind } });
    expect(load.kind === "failed" && say(load.says)).toContain(sentence);
    expect(shorten(outcomes)).toEqual(["did-not-answer", "did-not-answer"]);
  });
});

describe("a call that fails", () => {
  const source = `${honest}
    export const hang = () => { for (;;) {} };
    export const microtasks = async () => { for (;;) await null; };
    export const timers = () => new Promise(() => setInterval(() => {}, 1));
    export const fail = () => { throw new RangeError("negative"); };
    export const quit = () => process.exit(7);
    export const abort = () => process.abort();
    export const overflow = (): number => 1 + overflow();
    export const heap = () => { const all: unknown[] = []; for (;;) all.push(new Array(100_000).fill(1.5)); };
    export const print = () => { for (;;) require("fs").writeSync(1, "x".repeat(10_000)); };
    export const huge = () => "x".repeat(2_000_000);
    export const wide = () => new Array(200_000).fill(0);
    export const deep = () => { let x: unknown = 0; for (let i = 0; i < 100_000; i += 1) x = [x]; return x; };
    export const circle = () => { const x: { x?: unknown } = {}; x.x = x; return x; };
    export const trap = () => { throw Object.defineProperty(new Error(), "message", { get() { throw 1; } }); };
    export const long = () => { throw new Error("x".repeat(10_000)); };
    export const getter = () => ({ get macs() { throw new TypeError("gotcha"); } });
    export const proxy = () => new Proxy({}, { ownKeys: () => { throw new Error("no keys"); } });
    export const proto = () => JSON.parse('{"__proto__":{"admin":true}}');`;

  test.each<[string, string, Limits?]>([
    ["hang", "timed-out"],
    ["microtasks", "timed-out"],
    ["timers", "timed-out"],
    ["quit", "did-not-answer"],
    ["abort", "did-not-answer"],
    ["heap", "out-of-memory", patient],
    ["print", "too-large", patient],
  ])(
    "%s costs its own function (%s), and the others go on in a fresh process",
    async (name, kind, limitsOfRun = limits) => {
      const calls = [["honest", 1], [name], [name], ["honest", 2]] as const;
      expect(await ask(source, calls, { limits: limitsOfRun })).toEqual([2, kind, "did-not-answer", 4]);
    },
  );

  test.each([
    ["fail", { kind: "threw", message: "RangeError: negative" }],
    ["overflow", { kind: "threw", message: "RangeError: Maximum call stack size exceeded" }],
    ["huge", { kind: "too-large", limit: { code: "answer-bytes", bytes: 1_048_576 } }],
    ["wide", { kind: "too-large", limit: { code: "answer-values", count: 100_000 } }],
    ["deep", { kind: "too-large", limit: { code: "answer-levels", levels: 64 } }],
    ["circle", { kind: "too-large", limit: { code: "answer-levels", levels: 64 } }],
    ["trap", { kind: "threw", message: "an error that cannot be shown" }],
    ["long", { kind: "threw", message: `Error: ${"x".repeat(493)}` }],
    ["getter", { kind: "threw", message: "TypeError: gotcha" }],
    ["proxy", { kind: "threw", message: "Error: no keys" }],
    ["proto", { kind: "threw", message: 'TypeError: the answer has a property named "__proto__"' }],
  ])("%s costs that call alone", async (name, outcome) => {
    const { outcomes } = await run(source, [[name], ["honest", 1], [name]]);
    expect(outcomes).toEqual([outcome, { kind: "value", value: 2 }, outcome]);
  });

  test.each(
    ["process.exit(7)", "for (;;) {}", 'require("fs").writeSync(1, "x".repeat(5_000_000))'].flatMap((end) =>
      [0, 1, 150, 299].map((at) => ({ end, at })),
    ),
  )("$end in call $at of three hundred costs that call and those behind it", async ({ end, at }) => {
    const answers = await ask(
      `export const f = (x: number) => { if (x === ${at}) ${end}; return x; };`,
      Array.from({ length: 300 }, (_, x) => ["f", x] as const),
    );
    const lost = answers.findIndex((one) => typeof one !== "number");
    expect(lost).toBe(at);
    expect(answers.slice(0, at)).toEqual(Array.from({ length: at }, (_, x) => x));
    expect(answers.slice(at).filter((one) => typeof one === "number")).toEqual([]);
  });

  test.each([
    ["leaves", "process.exit(0)"],
    ["is killed", 'process.kill(process.pid, "SIGKILL")'],
    ["aborts", "process.abort()"],
    ["prints without end", 'require("fs").writeSync(1, "x".repeat(5_000_000))'],
    ["hangs", "for (;;) {}"],
  ])("a program that %s at once has seen no input that it is asked about afterwards", async (_, end) => {
    // Far less than what may lie unread, and nobody has read any of it.
    const source = `export const f = (x: number) => { require("fs").writeSync(1, x + " "); if (x === 9) ${end}; return x; };
      export const g = (x: number) => x;`;
    const calls = Array.from({ length: 12 }, (_, x) => ["f", x] as const);
    const { outcomes, stdout } = await run(source, [...calls, ["g", 5]]);
    expect(shorten(outcomes).slice(0, 9)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(shorten(outcomes).slice(9, -1).filter(Number.isInteger)).toEqual([]);
    expect(outcomes.at(-1)).toEqual({ kind: "value", value: 5 });
    expect(stdout.replaceAll("x", "").trim().split(" ")).toEqual("0 1 2 3 4 5 6 7 8 9".split(" "));
  });

  test("answers of any size are all there, whatever lies unread before them", async () => {
    const sizes = [1, 4000, 3, 70_000, 4096, 2, 600_000, 5, 4091, 65_536, 9];
    const source = 'export const f = (size: number) => "x".repeat(size);';
    const { outcomes } = await run(
      source,
      sizes.map((size) => ["f", size] as const),
    );
    expect(outcomes.map((one) => (one.kind === "value" ? String(one.value).length : one.kind))).toEqual(
      sizes,
    );
  });

  test("later calls of a function that hung say why they were not tried", async () => {
    const { outcomes } = await run(source, [["hang"], ["hang"]]);
    expect(outcomes[1]).toEqual({
      kind: "did-not-answer",
      because: { code: "earlier-call", name: "hang", what: { code: "call-too-long", seconds: 0.7 } },
    });
  });

  test("buffers beyond the heap are bounded too", async () => {
    const greedy =
      "export const f = () => { const all = []; for (;;) all.push(new ArrayBuffer(50_000_000)); };";
    const [outcome] = (await run(greedy, [["f"]])).outcomes;
    expect(outcome?.kind).toMatch(/^(threw|out-of-memory)$/);
    expect(getBench().sandbox.report.active).toContain("rlimits");
  });

  test("a lone time-out is tried once more, alone, and the second answer counts", async () => {
    const slowOnce =
      "export const f = () => { const end = Date.now() + 60_000; while (Date.now() < end) {} };";
    let retries = 0;
    const runAlone = <T>(task: () => Promise<T>): Promise<T> => {
      retries += 1;
      return task();
    };
    expect(await ask(slowOnce, [["f"], ["f"]], { runAlone })).toEqual(["timed-out", "did-not-answer"]);
    expect(retries).toBe(1);
  });

  test("the time for the whole submission ends it, and answers given before stand", async () => {
    const short = parseLimits({ ...limits, totalMs: 400 });
    const calls = [["honest", 1], ["hang"], ["honest", 2], ["timers"]] as const;
    const { outcomes } = await run(source, calls, { limits: short });
    expect(shorten(outcomes)).toEqual([2, "did-not-answer", "did-not-answer", "did-not-answer"]);
    expect(outcomes[1]).toMatchObject({
      because: { code: "submission-out-of-time", seconds: 0.4 },
    });
  });
});
