import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Compiler } from "../contract/compiled";
import { GraderFault } from "../contract/faults";
import { parseLimits } from "../contract/limits";
import { startCompiler } from "../running/compile/compile";
import { loadEntry } from "../running/sandbox/child/load";
import type { Files } from "../testing/odd-zip";
import { discoverSubmissions } from "./discover";
import { openDiskTree } from "./disk-tree";
import { Refusal } from "./read-source";
import { takeInTree } from "./take-in";

const limits = parseLimits();
let root = "";
let compiler: Compiler;

beforeAll(() => {
  compiler = startCompiler(limits, "none");
});
afterAll(() => compiler.close());
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "reading-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function writeAll(folder: string, files: Files): string {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, folder, path)), { recursive: true });
    writeFileSync(join(root, folder, path), content);
  }
  return join(root, folder);
}

/** Root may read everything, so it steps down for a moment. */
async function asOrdinaryUser<T>(task: () => Promise<T>): Promise<T> {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65534);
  try {
    return await task();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

describe("what this machine cannot read is its own fault, for that submission alone", () => {
  test.each([["submission.ts"], ["memory.ts"], ["answers.md"]])(
    "%s without the right to read it",
    async (name) => {
      writeAll("class/ann", { "submission.ts": 'import "./memory";', "memory.ts": "", "answers.md": "x" });
      writeAll("class/bob", { "submission.ts": "" });
      chmodSync(root, 0o755);
      chmodSync(join(root, "class/ann", name), 0);
      const { submissions } = await asOrdinaryUser(() => discoverSubmissions(join(root, "class"), limits));
      expect(submissions).toMatchObject([
        {
          kind: "unread",
          id: "ann",
          fault: expect.stringContaining(`${name} cannot be read: permission denied`),
        },
        { kind: "submission", id: "bob" },
      ]);
    },
  );

  test("a file that nobody needs may be unreadable", async () => {
    writeAll("class/ann", { "submission.ts": "", "notes.ts": "" });
    chmodSync(root, 0o755);
    chmodSync(join(root, "class/ann/notes.ts"), 0);
    const { submissions } = await asOrdinaryUser(() => discoverSubmissions(join(root, "class"), limits));
    expect(submissions).toMatchObject([{ kind: "submission" }]);
  });
});

describe("what changes while it is read", () => {
  const files = { "submission.ts": 'import "./lib/a";', "lib/a.ts": "export {};" };

  test.each<[string, (folder: string) => void]>([
    ["a file is gone", (folder) => rmSync(join(folder, "submission.ts"))],
    [
      "a folder is a file",
      (folder) => {
        rmSync(join(folder, "lib"), { recursive: true });
        writeFileSync(join(folder, "lib"), "");
      },
    ],
  ])("is not graded: %s", async (_, change) => {
    const folder = writeAll("ann", files);
    const tree = openDiskTree(folder, 100);
    await tree.list("");
    await tree.list("lib");
    change(folder);
    const after = { ...tree, list: openListed(files) };
    await expect(takeInTree(after, "ann", limits)).rejects.toThrow(GraderFault);
  });

  test("a folder that has become a link is not entered, nor is a file read through one", async () => {
    const secret = writeAll("secret", { "a.ts": "secret" });
    const folder = writeAll("ann", files);
    const tree = openDiskTree(folder, 100);
    renameSync(join(folder, "lib"), join(folder, "was"));
    symlinkSync(secret, join(folder, "lib"));
    await expect(tree.list("lib")).rejects.toThrow(Refusal);
    await expect(tree.read("lib/a.ts", 1000)).rejects.toMatchObject({
      says: { code: "file-is-link", file: "lib/a.ts" },
    });
  });

  /** What the listings said before the change. */
  function openListed(listed: Files) {
    return async (path: string) => {
      const below = Object.keys(listed).filter((name) => path === "" || name.startsWith(`${path}/`));
      const names = new Set(below.map((name) => name.slice(path === "" ? 0 : path.length + 1).split("/")[0]));
      return [...names].map((name = "") => {
        return { kind: name.includes(".") ? ("file" as const) : ("folder" as const), name };
      });
    };
  }
});

/** What `answer` is once everything was taken in, compiled and loaded as a submission is. */
async function load(files: Files): Promise<unknown> {
  writeAll("class/ann", files);
  const { submissions } = await discoverSubmissions(join(root, "class"), limits);
  const [found] = submissions;
  if (found?.kind !== "submission") throw new Error(JSON.stringify(found));
  const compiled = await compiler.compile(found);
  if (!compiled.ok) throw new Error(compiled.says.code);
  const exported = loadEntry(compiled.entry, new Map(compiled.files.map(({ path, js }) => [path, js])));
  if (exported.failure !== null) throw exported.failure.error;
  return (exported.exports as { answer: unknown }).answer;
}

describe("an import finds what it means", () => {
  const answer = "export const answer = 42;";
  const from = (name: string): Files => ({ "submission.ts": `export { answer } from "${name}";` });

  test.each<[string, Files]>([
    ["a module", { ...from("./lib"), "lib.ts": answer }],
    ["its compiled name", { ...from("./lib.js"), "lib.ts": answer }],
    ["JavaScript", { ...from("./lib.js"), "lib.js": answer }],
    ["CommonJS", { ...from("./lib.cjs"), "lib.cjs": "exports.answer = 42;" }],
    ["an ES module by its name", { ...from("./lib.mjs"), "lib.mjs": answer }],
    ["an ES module without its ending", { ...from("./lib"), "lib.mts": answer }],
    [
      "two of one name",
      {
        "submission.ts": 'export { answer } from "./a.js"; export * as o from "./a.mjs";',
        "a.js": answer,
        "a.mjs": "export {};",
      },
    ],
    ["a folder", { ...from("./lib"), "lib/index.ts": answer }],
    ["another case", { ...from("./Lib"), "lib.ts": answer }],
    ["another Unicode form", { ...from("./caf\u00e9"), "cafe\u0301.ts": answer }],
    ["a hidden ending", { ...from("./lib"), "lib.ts.txt": answer }],
    [
      "a folder above the entry",
      { "src/submission.ts": 'export { answer } from "../lib";', "lib.ts": answer },
    ],
    [
      "data",
      {
        "submission.ts": 'import data from "./data.json"; export const answer = data.a;',
        "data.json": '{"a": 42}',
      },
    ],
    [
      "parts of data",
      {
        "submission.ts": 'import { a } from "./data.json"; export const answer = a;',
        "data.json": '{"a": 42}',
      },
    ],
    [
      "required data",
      { "submission.ts": 'export const answer = require("./d/data.json").a;', "d/data.json": '{"a": 42}' },
    ],
    [
      "what is known only when it runs",
      {
        "submission.ts": 'export const answer = require("./" + "lib").answer;',
        "lib.ts": answer,
        "bad.ts": Buffer.from([255]),
      },
    ],
    [
      "the entry from around it",
      {
        "Submission.ts": 'import { b } from "./b"; export const answer = b();',
        "b.ts": 'export * as all from "./Submission"; export const b = () => 42;',
      },
    ],
  ])("%s", async (_, files) => {
    expect(await load(files)).toBe(42);
  });

  test.each<[string, Files, string]>([
    [
      "data that was not handed in",
      { "submission.ts": 'import data from "./data.json"; export const answer = data.n;' },
      'submission.ts imports "./data.json", which was not handed in: hand it in as well, or put its contents into a .ts file',
    ],
    [
      "data that is none",
      { "submission.ts": 'import { n } from "./data.json"; export const answer = n;', "data.json": "{a: 1}" },
      "data.json is not valid JSON: mend it, or put its contents into a .ts file",
    ],
  ])("%s: what to do", async (_, files, says) => {
    await expect(load(files)).rejects.toThrow(says);
  });
});
