import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CompileResult, Compiler } from "../../contract/compiled";
import { parseLimits } from "../../contract/limits";
import { say } from "../../testing/say";
import { locateStack } from "../run/code-place";
import { startCompiler } from "./compile";
import { measureNesting } from "./nesting";

// Every new compiler loads ts-node and swc, and some tests start two.
jest.setTimeout(60_000);

const limits = parseLimits();
let compiler: Compiler;

beforeAll(() => {
  compiler = startCompiler(limits);
});
afterAll(() => compiler.close());

function compile(files: Readonly<Record<string, string>>, by = compiler): Promise<CompileResult> {
  const list = Object.entries(files).map(([path, text]) => ({ path, text, bytes: Buffer.byteLength(text) }));
  return by.compile({ entry: "submission.ts", files: list });
}

async function diagnose(text: string): Promise<string> {
  const result = await compile({ "submission.ts": text });
  if (result.ok) throw new Error(`expected a diagnosis, got ${result.files[0]?.js}`);
  return say(result.says);
}

async function evaluate(text: string): Promise<Record<string, unknown>> {
  const result = await compile({ "submission.ts": text });
  if (!result.ok) throw new Error(say(result.says));
  const module = { exports: {} as Record<string, unknown> };
  new Function("exports", "module", "require", result.files[0]?.js ?? "")(module.exports, module, require);
  return module.exports;
}

describe("compiling", () => {
  test.each([
    [
      "types, enums and namespaces",
      "enum E { A = 3 } namespace N { export const b = 4 } export const a: number = E.A + N.b",
      7,
    ],
    [
      "generics and satisfies",
      "const f = <T,>(x: T): T => x; export const a = f(7 as const) satisfies number",
      7,
    ],
    ["a byte order mark that was left", "\uFEFFexport const a = 7", 7],
    ["Windows line ends", "export const\r\na = 7\r\n", 7],
    ["a hashbang", "#!/usr/bin/env -S deno run\nexport const a = 7", 7],
    ["CommonJS", "module.exports = { a: 7 }", 7],
    ["export =", "const all = { a: 7 }; export = all", 7],
    ["a type error, which is no reason to stop", "const s: string = 7; export const a: boolean = s", 7],
    [
      "a package that is imported for its types alone",
      'import type { X } from "nowhere"; export const a: X = 7',
      7,
    ],
    [
      "decorators",
      "const d = (c: unknown, _: unknown) => c; class C { @d m() {} } export const a = new C() && 7",
      7,
    ],
  ])("%s", async (_, text, expected) => {
    expect((await evaluate(text)).a).toBe(expected);
  });

  test("nothing of the source map or of the grader's folders is left in the output", async () => {
    const result = await compile({ "submission.ts": "export const a = 1;" });
    expect(result.ok && result.files[0]?.js).not.toMatch(/sourceMapp|\/submission\/|ridgepoint/);
  });

  test.each(["//# ", "//@ ", "/*# ", "// "])(
    "a file that a comment %j names as source map is not opened",
    async (mark) => {
      const folder = mkdtempSync(join(tmpdir(), "ridgepoint-test-"));
      const unconfined = startCompiler(parseLimits({ compileMs: 8000 }), "none");
      try {
        // Whoever opens it waits for ever.
        execFileSync("mkfifo", [join(folder, "pipe")]);
        const text = `export const a = 7;\n${mark}sourceMappingURL=${join(folder, "pipe")}\n/**/`;
        expect((await compile({ "submission.ts": text }, unconfined)).ok).toBe(true);
      } finally {
        await unconfined.close();
        rmSync(folder, { recursive: true });
      }
    },
  );

  test("every file is compiled under its own name, and the order is kept", async () => {
    const result = await compile({ "lib/a.ts": "export const a = 1;", "submission.ts": "" });
    expect(result.ok && result.files.map((file) => file.path)).toEqual(["lib/a.ts", "submission.ts"]);
  });

  test("a file besides the entry that does not compile fails only when it is loaded", async () => {
    const result = await compile({ "submission.ts": "export const a = 1;", "old.ts": "let = ;" });
    const old = result.ok ? result.files[1]?.js : "";
    expect(() => new Function(old ?? "")()).toThrow(/^old\.ts, line 1: .+/);
  });
});

describe("a source that does not compile", () => {
  test.each([
    [
      "a missing expression",
      "export const a = 1;\nexport const b = ;\n",
      /^submission\.ts, line 2: Expression expected\.$/,
    ],
    ["an unexpected end", "export function f() {\n  return 1;\n", /^submission\.ts, line \d: .+\.$/],
    ["a string without end", "const a = 'x\n", /^submission\.ts, line 1: Unterminated string constant\.$/],
    ["JSX", "export const a = <div/>;", /^submission\.ts, line 1: .+\.$/],
    ["a name declared twice", "let twice = 1; let twice = 2;", /^submission\.ts.*twice.*\.$/],
    [
      "await outside a function",
      "export function a() { await Promise.resolve(1); }",
      /^submission\.ts, line 1: await .+\.$/,
    ],
    [
      "a thousand and one brackets",
      `export const a = ${"(".repeat(1001)}1${")".repeat(1001)};`,
      /more than 1000 brackets/,
    ],
  ])("%s: one sentence with file and place", async (_, text, expected) => {
    const sentence = await diagnose(text);
    expect(sentence).toMatch(expected);
    expect(sentence).not.toMatch(/\n|node_modules|graders/);
  });

  test.each([
    ["a missing expression", "const a = 1;\n  const b = ;\n", 2, 13],
    ["a word too many, behind a tab", "if (1) {\n\tlet b = 2 if;\n}", 2, 12],
    ["a name declared twice", "const first: number = 1;\nlet twice = 1;\nlet twice = 2;\n", 3, 5],
    ["await outside a function", "export const a = 1;\nconst b = () => await a;\n", 2, 17],
  ])("%s: with line and column, where the student wrote it", async (_, text, line, column) => {
    const result = await compile({ "submission.ts": text });
    expect(result).toMatchObject({ ok: false, place: { path: "submission.ts", line, column } });
  });

  test("a file that is imported says where, when it is loaded", async () => {
    const result = await compile({ "submission.ts": "", "lib/a.ts": "\n\nconst b = 40;\n  let = 5 5;" });
    const [, broken] = result.ok ? result.files : [];
    if (broken === undefined) throw new Error("not compiled");
    const place = locateStack("SyntaxError: …\n    at lib/a.ts:1:7", [broken]);
    expect(place).toMatchObject({ path: "lib/a.ts", line: 4 });
    expect(place?.column).toBeGreaterThan(2);
  });

  test("output that explodes is refused", async () => {
    const small = startCompiler(parseLimits({ compiledBytes: 1024 }));
    const result = await compile({ "submission.ts": `export const a = "${"x".repeat(2000)}";` }, small);
    await small.close();
    expect(result).toEqual({ ok: false, says: { code: "compiled-too-large", file: "submission.ts" } });
  });
});

describe("a source that kills the compiler", () => {
  const bomb = `export const a = ${"1+".repeat(100_000)}1;`;

  test("costs only its own submission: those before, beside and after it compile", async () => {
    const [before, killed, beside] = await Promise.all([
      compile({ "submission.ts": "export const a = 1;" }),
      compile({ "submission.ts": bomb }),
      compile({ "submission.ts": "export const a = 2;" }),
    ]);
    expect([before.ok, beside.ok]).toEqual([true, true]);
    expect(killed).toEqual({ ok: false, says: { code: "compiling-crashes", file: "submission.ts" } });
  });

  test("so does one that takes too long", async () => {
    const hasty = startCompiler(parseLimits({ compileMs: 500 }));
    const slow = "export type T = 1;\n".repeat(1_000_000);
    const results = [
      await compile({ "submission.ts": slow }, hasty),
      await compile({ "submission.ts": "" }, hasty),
    ];
    await hasty.close();
    expect(results[0]).toEqual({
      ok: false,
      says: { code: "compiling-too-long", file: "submission.ts", seconds: 0.5 },
    });
    expect(results[1]?.ok).toBe(true);
  });
});

describe("nesting", () => {
  test.each([
    ["", 0],
    ["()[]{}", 1],
    ["({[", 3],
    [")))((", 2],
    ["a(b[c{d}])", 3],
  ])("of %j is %d", (text, depth) => {
    expect(measureNesting(text)).toBe(depth);
  });
});
