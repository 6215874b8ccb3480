import { readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { GraderFault, type Outcome } from "../contract";
import { type Limits, parseLimits } from "../sandbox/limits";
import { createSandbox, type Sandbox } from "../sandbox/sandbox";
import { encodeCall } from "../sandbox/wire";
import { type Compiler, startCompiler } from "./compile";
import { type RunOptions, type RunResult, runSubmission } from "./run";
import { UsageError } from "./usage-error";

type AskedCall = readonly [name: string, ...args: readonly unknown[]];
type Files = Readonly<Record<string, string>>;

const limits = parseLimits({ callMs: 700, loadMs: 2000, printedBytes: 1024 * 1024 });
let compiler: Compiler;
let sandbox: Sandbox;

beforeAll(async () => {
  compiler = startCompiler(limits);
  sandbox = await createSandbox("auto", limits, compiler);
}, 60_000);
afterAll(async () => {
  await sandbox.close();
  await compiler.close();
});

interface Setting extends RunOptions {
  readonly limits?: Limits;
  readonly sandbox?: Sandbox;
}

async function run(
  files: Files | string,
  calls: readonly AskedCall[],
  setting: Setting = {},
): Promise<RunResult> {
  const texts = Object.entries(typeof files === "string" ? { "submission.ts": files } : files);
  const list = texts.map(([path, text]) => ({ path, text, bytes: Buffer.byteLength(text) }));
  const compiled = await compiler.compile({ entry: "submission.ts", files: list });
  if (!compiled.ok) throw new Error(compiled.diagnostics);
  const encoded = calls.map(([name, ...args]) => encodeCall({ export: name, args }));
  const result = await runSubmission(
    compiled,
    encoded,
    setting.sandbox ?? sandbox,
    setting.limits ?? limits,
    setting,
  );
  expect(findLeftovers()).toEqual([]);
  return result;
}

/** Outcomes in a short form: values as they are, everything else by its kind. */
async function ask(
  files: Files | string,
  calls: readonly AskedCall[],
  setting: Setting = {},
): Promise<unknown[]> {
  return (await run(files, calls, setting)).outcomes.map(shorten);
}

function shorten(outcome: Outcome): unknown {
  return outcome.kind === "value" ? outcome.value : outcome.kind;
}

/** Processes that still run the child's runner of this batch. */
function findLeftovers(): readonly string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(readCommandLine)
    .filter(
      (line) => line.includes("ridgepoint-") && line.includes("runner.js") && line.includes(runnerFolder()),
    );
}

function readCommandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}

function runnerFolder(): string {
  return runnerPath.slice(0, runnerPath.lastIndexOf("/"));
}
let runnerPath = "";
beforeAll(async () => {
  const { command } = await sandbox.prepareStart();
  runnerPath = command.args[command.args.length - 1] ?? "";
});

const honest = "export function honest(x: number) { return 2 * x; }\n";

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

  test("may be written as CommonJS, as export =, or as one default object", async () => {
    const forms = [
      "module.exports = { honest: (x) => 2 * x };",
      "exports.honest = (x) => 2 * x;",
      "const all = { honest: (x: number) => 2 * x }; export = all;",
      "export default { factor: 2, honest(x: number) { return this.factor * x; } };",
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
      (BigInt.prototype as any).toJSON = function () { return "patched"; };
      (Array.prototype as any).last = function () { return this[this.length - 1]; };
      (Object.prototype as any).toJSON = () => "patched";
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
      { kind: "threw", message: "wrong is exported as a number, not as a function" },
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
      kind: "failed",
      outcome: { kind: "threw" },
      message: expect.stringContaining(sentence),
    });
    expect(outcomes).toEqual([{ kind: "did-not-answer", because: "the submission does not load" }]);
  });
});

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
    ["fails in a file it imports", 'import "./nowhere.ts"', "threw", "./nowhere.ts"],
    ["is killed", 'process.kill(process.pid, "SIGKILL")', "did-not-answer", "ends the program"],
  ])("one that %s says so, and every call is unanswered", async (_, source, kind, sentence) => {
    const { load, outcomes } = await run(source, [["f"], ["g"]]);
    expect(load).toMatchObject({
      kind: "failed",
      outcome: { kind },
      message: expect.stringContaining(sentence),
    });
    expect(outcomes.map(shorten)).toEqual(["did-not-answer", "did-not-answer"]);
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
    export const circle = () => { const x: any = {}; x.x = x; return x; };
    export const trap = () => { throw Object.defineProperty(new Error(), "message", { get() { throw 1; } }); };
    export const long = () => { throw new Error("x".repeat(10_000)); };
    export const getter = () => ({ get macs() { throw new TypeError("gotcha"); } });
    export const proxy = () => new Proxy({}, { ownKeys: () => { throw new Error("no keys"); } });
    export const proto = () => JSON.parse('{"__proto__":{"admin":true}}');`;

  test.each([
    ["hang", "timed-out"],
    ["microtasks", "timed-out"],
    ["timers", "timed-out"],
    ["quit", "did-not-answer"],
    ["abort", "did-not-answer"],
    ["heap", "out-of-memory"],
    ["print", "too-large"],
  ])("%s costs its own function (%s), and the others go on in a fresh process", async (name, kind) => {
    const calls = [["honest", 1], [name], [name], ["honest", 2]] as const;
    expect(await ask(source, calls)).toEqual([2, kind, "did-not-answer", 4]);
  });

  test.each([
    ["fail", { kind: "threw", message: "RangeError: negative" }],
    ["overflow", { kind: "threw", message: "RangeError: Maximum call stack size exceeded" }],
    ["huge", { kind: "too-large", limit: "1048576 bytes" }],
    ["wide", { kind: "too-large", limit: "100000 values" }],
    ["deep", { kind: "too-large", limit: "64 levels of nesting" }],
    ["circle", { kind: "too-large", limit: "64 levels of nesting" }],
    ["trap", { kind: "threw", message: "an error that cannot be shown" }],
    ["long", { kind: "threw", message: `Error: ${"x".repeat(493)}` }],
    ["getter", { kind: "threw", message: "TypeError: gotcha" }],
    ["proxy", { kind: "threw", message: "Error: no keys" }],
    ["proto", { kind: "threw", message: 'TypeError: the answer has a property named "__proto__"' }],
  ])("%s costs that call alone", async (name, outcome) => {
    const { outcomes } = await run(source, [[name], ["honest", 1], [name]]);
    expect(outcomes).toEqual([outcome, { kind: "value", value: 2 }, outcome]);
  });

  test("later calls of a function that hung say why they were not tried", async () => {
    const { outcomes } = await run(source, [["hang"], ["hang"]]);
    expect(outcomes[1]).toEqual({
      kind: "did-not-answer",
      because: "an earlier call of hang took longer than 0.7 s",
    });
  });

  test("buffers beyond the heap are bounded too", async () => {
    const greedy =
      "export const f = () => { const all = []; for (;;) all.push(new ArrayBuffer(50_000_000)); };";
    const [outcome] = (await run(greedy, [["f"]])).outcomes;
    expect(outcome?.kind).toMatch(/^(threw|out-of-memory)$/);
    expect(sandbox.report.active).toContain("rlimits");
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
    expect(outcomes.map(shorten)).toEqual([2, "did-not-answer", "did-not-answer", "did-not-answer"]);
    expect(outcomes[1]).toMatchObject({ because: "the time for the whole submission, 0.4 s, was used up" });
  });
});

describe("interference with the answer channel", () => {
  const write = (bytes: string): string => `require("fs").writeSync(3, Buffer.from(${bytes}))`;
  const frame = (text: string): string =>
    `[0, 0, 0, ${text.length}, ...Buffer.from(${JSON.stringify(text)})]`;

  test.each([
    ["a message that nobody asked for", write(frame('{"id":"x","value":42}'))],
    ["a message without id", write(frame('{"value":42}'))],
    ["something that is no JSON", write(frame("hello"))],
    ["a list instead of a message", write(frame("[]"))],
    ["the announcement of two gigabytes", write("[127, 255, 255, 255]")],
    ["text instead of frames", write('"PASS all tests\\n"')],
    ["closing it", 'require("fs").closeSync(3); for (;;) {}'],
  ])("%s voids what comes after it, and is reported", async (_, deed) => {
    const source = `${honest} export const forge = () => { ${deed}; return 1; };`;
    const result = await run(source, [["honest", 1], ["forge"], ["honest", 2], ["absent"]]);
    expect(result.outcomes.map(shorten)).toEqual([2, "tampering", "tampering", "tampering"]);
    expect(result.tampering).not.toBeNull();
  });

  test("a message after the last answer is noticed too", async () => {
    const source = `export const f = () => { const fs = require("fs"); const { writeSync } = fs;
      setImmediate(() => {}); process.nextTick(() => {}); queueMicrotask(() => {});
      return { get macs() { ${write(frame('{"id":"x","value":42}'))}; return 1; } }; };`;
    expect((await run(source, [["f"]])).tampering).not.toBeNull();
  });

  test("while loading it fails the load", async () => {
    const { load, tampering } = await run(write(frame('{"id":"x","exports":[]}')), [["f"]]);
    expect(load).toMatchObject({ kind: "failed", outcome: { kind: "tampering" } });
    expect(tampering).not.toBeNull();
  });

  test("a process that stops reading, or stops itself, is only slow", async () => {
    const source = `${honest} export const stop = () => process.kill(process.pid, "SIGSTOP");`;
    expect(await ask(source, [["stop"], ["honest", 1]])).toEqual(["timed-out", 2]);
  });
});

describe("the sandbox", () => {
  test("keeps files, programs, workers and add-ons from a submission", async () => {
    const source = `
      const tries: Record<string, () => unknown> = {
        read: () => require("fs").readFileSync("/etc/passwd"),
        list: () => require("fs").readdirSync("/"),
        write: () => require("fs").writeFileSync("/tmp/ridgepoint-was-here", ""),
        run: () => require("child_process").execSync("id"),
        work: () => new (require("worker_threads").Worker)("0", { eval: true }),
        load: () => process.dlopen({ exports: {} }, "/lib/x.node"),
      };
      export const f = (name: string) => { try { tries[name]!(); return "done"; } catch { return "denied"; } };`;
    const names = ["read", "list", "write", "run", "work", "load"];
    expect(
      await ask(
        source,
        names.map((name) => ["f", name] as const),
      ),
    ).toEqual(names.map(() => "denied"));
  });

  test("hands on nothing of the grader's environment", async () => {
    const source = "export const f = () => Object.keys(process.env).sort();";
    expect(await ask(source, [["f"]])).toEqual([["HOME", "LANG", "PATH", "TZ"]]);
  });

  test("reports its layers, and for each missing one what that means", () => {
    expect(sandbox.report.active).toEqual(["process", "permission-model", "rlimits"]);
    expect(sandbox.report.level).toBe("partial");
    for (const { why, means } of sandbox.report.missing) expect([why, means]).not.toContain("");
  });

  test("below strong, required refuses before anything runs", async () => {
    await expect(createSandbox("required", limits, compiler)).rejects.toThrow(UsageError);
    await expect(createSandbox("required", limits, compiler)).rejects.toThrow(
      /needs level strong, .* offers partial/,
    );
  });

  test("none still runs honest code, and says that it is minimal", async () => {
    const bare = await createSandbox("none", limits, compiler);
    expect(bare.report).toMatchObject({ level: "minimal", active: ["process"] });
    expect(await ask(honest, [["honest", 1]], { sandbox: bare })).toEqual([2]);
    await bare.close();
  });

  test("leaves no folder behind once closed", async () => {
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith("ridgepoint-"));
    const other = await createSandbox("none", limits, compiler);
    await other.close();
    await other.close();
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith("ridgepoint-"))).toEqual(before);
  });
});

describe("the grader's own failures", () => {
  const broken = (command: Partial<{ file: string; args: readonly string[] }>): Sandbox => ({
    report: sandbox.report,
    close: async () => {},
    prepareStart: async () => {
      const start = await sandbox.prepareStart();
      return { ...start, command: { ...start.command, ...command } };
    },
  });

  test.each([
    ["a program that does not exist", { file: "/nowhere/node" }],
    ["a wrapper that fails", { file: "/bin/false", args: [] }],
    ["a Node that refuses its flags", { args: ["--no-such-flag"] }],
    [
      "something that greets with anything else",
      { file: "/bin/sh", args: ["-c", "echo hello >&3; sleep 1"] },
    ],
  ])("%s is never a student's fault", async (_, command) => {
    await expect(run(honest, [["honest", 1]], { sandbox: broken(command) })).rejects.toThrow(GraderFault);
  });
});

describe("a run that is stopped", () => {
  test.each([["export const f = () => { for (;;) {} };"], ["for (;;) {}"]])(
    "rejects with the reason and leaves no process: %s",
    async (source) => {
      const controller = new AbortController();
      const patient = parseLimits({ callMs: 60_000, loadMs: 60_000 });
      const reason = new Error("interrupted");
      setTimeout(() => controller.abort(reason), 300);
      await expect(run(source, [["f"]], { signal: controller.signal, limits: patient })).rejects.toBe(reason);
      expect(findLeftovers()).toEqual([]);
    },
  );

  test("before it began starts nothing that stays", async () => {
    const signal = AbortSignal.abort(new Error("too late"));
    await expect(run(honest, [["honest", 1]], { signal })).rejects.toThrow("too late");
    expect(findLeftovers()).toEqual([]);
  });
});
