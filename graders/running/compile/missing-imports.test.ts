import fc from "fast-check";
import type { CompileResult, Compiler } from "../../contract/compiled";
import { parseLimits } from "../../contract/limits";
import type { SourceFile } from "../../contract/submission";
import { startCompiler } from "./compile";

jest.setTimeout(60_000);

const limits = parseLimits();
let compiler: Compiler;

beforeAll(() => {
  compiler = startCompiler(limits);
});
afterAll(() => compiler.close());

const compile = (files: Readonly<Record<string, string>>, ours: readonly SourceFile[] = []) =>
  compiler.compile({ entry: "submission.ts", files: [...list(files), ...ours] });

const list = (files: Readonly<Record<string, string>>): readonly SourceFile[] =>
  Object.entries(files).map(([path, text]) => ({ path, text, bytes: Buffer.byteLength(text) }));

const listMissing = (result: CompileResult): readonly string[] =>
  result.ok ? (result.missing ?? []).map(({ says }) => says) : [JSON.stringify(result)];

const user = 'import lib from "./lib";\nexport const f = () => lib;';

describe("a student's own file that only throws is there, whatever it throws", () => {
  test.each([
    ["a text", 'throw new Error("still to do");\n'],
    ["two texts", 'throw new Error("a" + "b");\n'],
    ["a text with an escape of JavaScript alone", 'throw new Error("\\x41");\n'],
    ["what another file of the package says", 'throw new Error("lib.ts imports \\"x\\"");\n'],
  ])("%s", async (_, text) => {
    expect(listMissing(await compile({ "submission.ts": user, "lib.ts": text }))).toEqual([]);
  });

  const bodies = fc.oneof(
    fc.string({ unit: "binary" }).map((text) => JSON.stringify(text)),
    fc.string().map((text) => `"${text}"`),
  );
  test("any argument", async () => {
    const throws = fc.asyncProperty(bodies, async (argument) => {
      const result = await compile({ "submission.ts": user, "lib.ts": `throw new Error(${argument});\n` });
      expect(listMissing(result)).toEqual([]);
    });
    await fc.assert(throws, { numRuns: 40 });
  });
});

test("what stands for something that was not handed in says so, at the length of an error", async () => {
  const lead = (says: string): SourceFile => ({ path: "lib.ts", text: "throw 1;", bytes: 8, lacks: says });
  expect(listMissing(await compile({ "submission.ts": user }, [lead("no such data")]))).toEqual([
    "Error: no such data",
  ]);
  const [long] = listMissing(await compile({ "submission.ts": user }, [lead("x".repeat(200_000))]));
  expect(long).toHaveLength(500);
});

describe("no number and no length of imports breaks the protocol", () => {
  const repeat = (count: number, write: (at: number) => string): string =>
    Array.from({ length: count }, (_, at) => write(at)).join("\n");
  const long = (mark: string): string => mark.repeat(120_000);
  const importAll = (name: string): string =>
    `${repeat(200, (at) => `import a${at} from "${name}";`)}\nexport const f = [${repeat(200, (at) => `() => a${at},`)}];`;
  const ways: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    "a long text that is thrown": {
      "lib.ts": `throw new Error("${"a".repeat(250_000)}");\n`,
      "submission.ts": 'import "./m0"; import "./m1"; import "./m2";',
      ...Object.fromEntries([0, 1, 2].map((file) => [`m${file}.ts`, importAll("./lib")])),
    },
    "long names": {
      "submission.ts": `import a from "./${long("a")}";\nimport b from "${long("b")}";\nexport const f = () => [a, b];`,
    },
    "names that JSON writes six times as long": {
      "submission.ts": `import a from "./${long("\u0001")}";\nexport const f = () => a;`,
    },
    "many files with long paths": Object.fromEntries([
      ["submission.ts", repeat(150, (at) => `import "./${"d".repeat(200)}/m${at}";`)],
      ...Array.from({ length: 150 }, (_, file) => [
        `${"d".repeat(200)}/m${file}.ts`,
        importAll(`../n${file}`),
      ]),
    ]),
  };
  test.each(Object.entries(ways))("%s", async (_, files) => {
    expect((await compile(files)).ok).toBe(true);
  });

  test("what is too long to be told is the submission's doing", async () => {
    const small = startCompiler(parseLimits({ compiledBytes: 1024 }));
    // What is imported for nothing but its effects leaves no code behind.
    const text = repeat(200, (at) => `import "./${"\u0001".repeat(3000)}${at}";`);
    const files = list({ "submission.ts": text });
    const result = await small.compile({ entry: "submission.ts", files });
    await small.close();
    expect(result).toMatchObject({ ok: false, says: { code: "compiled-too-large" } });
  });
});
