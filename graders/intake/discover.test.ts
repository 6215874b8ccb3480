import { execFileSync } from "node:child_process";
import { chmodSync, linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { UsageError } from "../contract/faults";
import { parseLimits } from "../contract/limits";
import type { Discovery, FoundSubmission } from "../contract/submission";
import { say } from "../testing/say";
import { discoverSubmissions } from "./discover";

const limits = parseLimits();
let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "discover-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, content: string | Buffer = "export const name = 'x';"): string {
  const full = join(root, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, content);
  return full;
}

async function discover(path = "", limitsOfTest = limits): Promise<Discovery["submissions"]> {
  return (await discoverSubmissions(join(root, path), limitsOfTest)).submissions;
}

async function findReason(id = "ada", limitsOfTest = limits): Promise<string> {
  const found = (await discover("", limitsOfTest)).find((one) => one.id === id);
  if (found?.kind !== "refused") throw new Error(`expected a refusal of ${id}, got ${JSON.stringify(found)}`);
  return say(found.refused);
}

function listPaths(found: FoundSubmission | undefined): readonly string[] {
  return found?.kind === "submission" ? found.files.map((file) => file.path) : [];
}

describe("what is found", () => {
  test("folders and bare files, in order of code point", async () => {
    write("zoe/submission.ts");
    write("Ada/submission.ts");
    write("émile.ts");
    write("bob.ts");
    expect((await discover()).map(({ kind, id }) => [kind, id])).toEqual([
      ["submission", "Ada"],
      ["submission", "bob.ts"],
      ["submission", "zoe"],
      ["submission", "émile.ts"],
    ]);
  });

  test("one submission's folder and one file, given directly", async () => {
    write("ada/submission.ts");
    expect((await discover("ada")).map((one) => one.id)).toEqual(["ada"]);
    expect((await discover("ada/submission.ts")).map((one) => one.id)).toEqual(["submission.ts"]);
  });

  test("a path that is itself a link is followed, since a person typed it", async () => {
    write("class/ada/submission.ts");
    symlinkSync(join(root, "class"), join(root, "current"));
    expect((await discover("current")).map((one) => one.id)).toEqual(["ada"]);
  });

  test("loose files beside submissions are nobody's submission", async () => {
    write("ada/submission.ts");
    for (const name of ["README.md", "grades.csv", ".hidden.ts", "types.d.ts", ".git/config"]) write(name);
    write("node_modules/evil/submission.ts");
    expect((await discover()).map((one) => one.id)).toEqual(["ada"]);
  });

  test.each([["-rf"], ["__proto__"], ["$(touch x)"], ["a b'c\""], ["constructor"], ["con"]])(
    "a folder called %s is a submission like any other",
    async (name) => {
      write(join(name, "submission.ts"));
      expect((await discover()).map(({ kind, id }) => [kind, id])).toEqual([["submission", name]]);
    },
  );
});

describe("what is taken in", () => {
  test("the entry, what it imports, and answers.md; nothing that configures anything", async () => {
    write("ada/submission.ts", '\uFEFFexport * from "./lib/twice";\r\n');
    write("ada/lib/twice.ts", "export const b = 2;");
    write("ada/answers.md", "## padding\nbecause");
    for (const name of ["package.json", "tsconfig.json", "jest.config.js", "x.d.ts", ".x.ts"]) {
      write(`ada/${name}`, "{");
    }
    write("ada/node_modules/left-pad/index.ts", "{");
    const [found] = await discover();
    expect(found).toEqual({
      kind: "submission",
      id: "ada",
      entry: "submission.ts",
      files: [
        { path: "lib/twice.ts", text: "export const b = 2;", bytes: 19 },
        { path: "submission.ts", text: 'export * from "./lib/twice";\r\n', bytes: 33 },
      ],
      answersMarkdown: "## padding\nbecause",
      contentDigest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    });
  });

  test("the digest follows names and contents, not places and neighbours", async () => {
    write("one/ada/submission.ts", "1");
    write("two/bob/submission.ts", "1");
    write("two/eve/submission.ts", "2");
    write("two/fay/submission.ts", "1");
    write("two/fay/unused.ts", "");
    write("two/zoe/submission.ts", 'import "./b";');
    write("two/zoe/b.ts", "");
    const digests = [...(await discover("one")), ...(await discover("two"))].map((one) => {
      return one.kind === "submission" ? one.contentDigest : one.kind;
    });
    const [ada, bob, , fay] = digests;
    expect([bob, fay]).toEqual([ada, ada]);
    expect(new Set(digests).size).toBe(3);
  });

  test("answers.md in an old encoding costs nothing", async () => {
    write("ada/submission.ts");
    write("ada/answers.md", Buffer.from([0x67, 0xfc, 0x6e]));
    const [found] = await discover();
    expect(found?.kind === "submission" && found.answersMarkdown).toBe("gün");
  });

  test("a later change of the file changes nothing that was read", async () => {
    const path = write("ada/submission.ts", "before");
    const [found] = await discover();
    writeFileSync(path, "after");
    expect(found?.kind === "submission" && found.files[0]?.text).toBe("before");
  });
});

describe("what is refused, with a sentence", () => {
  test.each([
    ["an empty folder", [], "There is no submission.ts: the folder is empty, hidden files aside."],
    [
      "other files only",
      ["main.py", "notes.txt"],
      "There is no submission.ts; found main.py, notes.txt. Hand in your work as submission.ts.",
    ],
  ])("%s", async (_, files, sentence) => {
    mkdirSync(join(root, "ada"));
    for (const file of files) write(`ada/${file}`);
    expect(await findReason()).toBe(sentence);
  });

  test("links: of a submission, of its entry, of what it imports, also dangling and circular ones", async () => {
    const secret = write("outside/submission.ts");
    mkdirSync(join(root, "entry"));
    symlinkSync(secret, join(root, "entry/submission.ts"));
    write("other/submission.ts", 'import "./lib";');
    symlinkSync("nowhere", join(root, "other/lib.ts"));
    symlinkSync("outside", join(root, "folder"));
    symlinkSync("circle", join(root, "circle"));
    expect(await findReason("entry")).toBe("submission.ts is a link; links are not followed.");
    expect(await findReason("other")).toBe("lib.ts is a link; links are not followed.");
    expect(await findReason("folder")).toBe("folder is a link; links are not followed.");
    expect(await findReason("circle")).toBe("circle is a link; links are not followed.");
  });

  test("a linked folder inside a submission is not entered", async () => {
    write("secrets/hidden.ts");
    write("ada/submission.ts");
    symlinkSync(join(root, "secrets"), join(root, "ada/lib"));
    expect(listPaths((await discover("ada"))[0])).toEqual(["submission.ts"]);
  });

  test("hard links", async () => {
    const secret = write("bob/submission.ts");
    mkdirSync(join(root, "ada"));
    linkSync(secret, join(root, "ada/submission.ts"));
    expect(await findReason()).toBe("submission.ts is a hard link to a file elsewhere; hand in a copy.");
  });

  test("a pipe, without waiting for somebody to write into it", async () => {
    mkdirSync(join(root, "ada"));
    execFileSync("mkfifo", [join(root, "ada/submission.ts")]);
    expect(await findReason()).toBe("submission.ts is not a regular file.");
  });

  test("a folder that is called like the entry file", async () => {
    mkdirSync(join(root, "ada/submission.ts"), { recursive: true });
    expect(await findReason()).toBe("submission.ts must be a file, not a folder.");
  });

  test("bytes that are no text", async () => {
    write("ada/submission.ts", Buffer.from([0xff, 0xfe, 0x41]));
    write("bob/submission.ts", "a\0b");
    expect(await findReason()).toBe("submission.ts is not UTF-8 text; save it with that encoding.");
    expect(await findReason("bob")).toBe("submission.ts holds a NUL character, so it is no source text.");
  });

  test("what is imported and too large, too many, too deep, too much", async () => {
    const small = parseLimits({
      sourceFileBytes: 1024,
      sourceFiles: 2,
      sourceDepth: 1,
      sourceBytes: 1500,
      folderEntries: 10,
    });
    write("large/submission.ts", "x".repeat(1025));
    for (const name of ["a", "b"]) write(`many/${name}.ts`, "");
    write("many/submission.ts", 'import "./a"; import "./b";');
    write("deep/submission.ts", 'import "./a/b/c";');
    write("deep/a/b/c.ts");
    write("much/submission.ts", `import "./a"; ${"x".repeat(1000)}`);
    write("much/a.ts", "x".repeat(1000));
    for (let i = 0; i < 11; i += 1) write(`crowd/${i}.txt`, "");
    expect(await findReason("large", small)).toBe("submission.ts is larger than 1 KiB.");
    expect(await findReason("many", small)).toBe("There are more than 2 .ts files.");
    expect(await findReason("deep", small)).toBe("Folders are nested deeper than 1 levels.");
    expect(await findReason("much", small)).toBe("The .ts and .json files together are larger than 1 KiB.");
    expect(await findReason("crowd", small)).toBe("The folder holds more than 10 files and folders.");
  });

  test("names that could disguise themselves, written out", async () => {
    write("a\u202Etxt.exe/submission.ts");
    write("bell\u0007.ts");
    write("ok/submission.ts", 'import "./a\u202E"');
    write("ok/a\u202E.ts");
    write("unused/submission.ts");
    write("unused/new\nline.ts");
    const found = await discover();
    expect(found.map(({ kind, id }) => [kind, id])).toEqual([
      ["refused", "a\\u{202e}txt.exe"],
      ["refused", "bell\\u{7}.ts"],
      ["refused", "ok"],
      ["submission", "unused"],
    ]);
    expect(await findReason("ok")).toBe("The file name a\\u{202e}.ts holds characters that cannot be shown.");
  });

  test("one refusal leaves the others alone", async () => {
    write("ada/submission.ts");
    mkdirSync(join(root, "bob"));
    write("eve/submission.ts");
    expect((await discover()).map((one) => one.kind)).toEqual(["submission", "refused", "submission"]);
  });
});

describe("a path that cannot be graded", () => {
  test.each([
    ["missing", "no such file or folder"],
    ["empty", "no submissions (expected folders with a submission.ts, or .ts files; the folder is empty)"],
    ["loose", "no submissions (expected folders with a submission.ts, or .ts files; found only a.md, b.csv)"],
    ["loose/a.md", "expected a folder, a .zip archive, a .ts file or a .ipynb notebook"],
    ["loose/a.md/x", "no such file or folder"],
  ])("%s: one line that says so", async (path, sentence) => {
    mkdirSync(join(root, "empty"));
    write("loose/a.md");
    write("loose/b.csv");
    const attempt = discover(path);
    await expect(attempt).rejects.toThrow(UsageError);
    await expect(attempt).rejects.toThrow(new UsageError(`${join(root, path)}: ${sentence}`));
  });

  test("an unreadable folder: one line that says so", async () => {
    write("locked/ada/submission.ts");
    chmodSync(join(root, "locked"), 0o000);
    const isRoot = process.geteuid?.() === 0;
    // Root may read everything, so it steps down for a moment.
    if (isRoot) process.seteuid?.(65534);
    try {
      await expect(discover("locked")).rejects.toThrow("cannot be read: permission denied");
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
  });
});
