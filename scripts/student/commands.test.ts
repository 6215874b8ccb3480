import { spawn } from "node:child_process";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { assignment } from "../../graders/questions/efficient-deep-learning";
import { readZip } from "../../graders/student/handout/zip";
import {
  type BuiltPackage,
  buildPackage,
  plainEnvironment,
  runNode,
} from "../../graders/testing/built-package";
import { projectRoot } from "../../graders/testing/project-root";
import { writeHandout } from "../handout";

// Real processes on a machine that may have other things to do.
jest.setTimeout(300_000);

let built: BuiltPackage;
beforeAll(async () => {
  built = await buildPackage(writeHandout);
});
afterAll(() => built.out.remove());

const start: BuiltPackage["start"] = (...words) => built.start(...words);
const sample = (name: string) => join(projectRoot, "submissions", `sample-${name}`);

describe("selfcheck in the student package", () => {
  test("shows every question as not answered yet, and exit 1, for the starter", async () => {
    const { code, stdout, stderr } = await start("selfcheck");
    expect([code, stderr]).toEqual([1, ""]);
    expect(stdout.match(/^○ [\w-]+ +not answered yet$/gm)).toHaveLength(assignment.questions.length);
    expect(stdout).toContain(`0 of ${assignment.questions.length} questions pass their public checks.`);
    expect(stdout).toContain("That is not a mark");
    expect(stdout).toContain("TypeScript finds nothing to complain about.");
  });

  test("passes every public check for other conventions, with exit 0", async () => {
    const { code, stdout } = await start("selfcheck", sample("other-conventions"));
    expect(stdout.match(/^✓ [\w-]+ +passes its/gm)).toHaveLength(assignment.questions.length);
    expect(code).toBe(0);
  });

  test("reveals popular mistakes, and says nothing of readings", async () => {
    const { code, stdout } = await start("selfcheck", "--json", sample("popular-mistakes"));
    const { questions } = JSON.parse(stdout) as { questions: readonly { id: string; state: string }[] };
    const revealed = questions.filter((one) => one.state === "fails").map((one) => one.id);
    expect(revealed).toEqual(
      expect.arrayContaining(["bytes", "padding", "standard-conv", "depthwise-conv", "prelu", "bound"]),
    );
    expect([code, stdout.includes("misconception")]).toEqual([1, false]);
  });

  test("speaks the other language, TypeScript included", async () => {
    const { stdout } = await start("selfcheck", "--language", "fr", sample("does-not-compile"));
    expect(stdout).toContain("Ceci ne peut pas être exécuté");
    expect(stdout).toContain("')' attendu");
  });

  test("tells a wrong call in one line, with exit 1", async () => {
    for (const args of [["--language", "tlh"], ["nowhere"], ["--colour"]]) {
      const { code, stdout, stderr } = await start("selfcheck", ...args);
      expect([code, stdout, stderr.trim().split("\n").length]).toEqual([1, "", 1]);
    }
  });

  test("checks again when a file is saved, until it is interrupted", async () => {
    const work = join(built.out.path, "watched");
    await mkdir(work);
    await writeFile(join(work, "submission.ts"), "export const padding = () => 1;\n");
    const child = spawn(process.execPath, ["selfcheck/start.js", "selfcheck", "--watch", work], {
      cwd: built.folder,
      env: plainEnvironment,
    });
    let text = "";
    let onText = (): void => {};
    child.stdout.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      onText();
    });
    const seen = (pattern: RegExp): Promise<void> =>
      new Promise((resolve) => {
        onText = () => pattern.test(text) && resolve();
        onText();
      });
    const exited = new Promise((resolve) => child.once("exit", resolve));
    await seen(/Watching/);
    expect(text).toMatch(/✗ padding/);
    await writeFile(join(work, "submission.ts"), 'export const padding = () => "many";\n');
    await seen(/Changed[\s\S]*another form[\s\S]*Watching/);
    child.kill("SIGINT");
    expect(await exited).toBe(0);
  });
});

describe("submit-pack", () => {
  test("packs what is graded and no more, the same bytes every time; unpacked, it passes every public check", async () => {
    const work = join(built.out.path, "handed-in");
    await cp(sample("full-marks"), work, { recursive: true });
    await writeFile(join(work, "notes.txt"), "not for the grader");
    await writeFile(join(work, "answers.md"), "## bytes\n\nI hashed my name.\n");
    const [first, second] = [join(built.out.path, "a.zip"), join(built.out.path, "b.zip")];
    const { code, stdout } = await start("submit-pack", work, "--out", first);
    await start("submit-pack", work, "--out", second);
    expect(code).toBe(0);
    expect((await readFile(first)).equals(await readFile(second))).toBe(true);
    const unpacked = join(built.out.path, "unpacked");
    const files = readZip(await readFile(first));
    expect(files.map((file) => file.path)).toEqual(["answers.md", "memory.ts", "submission.ts", "types.ts"]);
    await mkdir(unpacked);
    for (const { path, bytes } of files) await writeFile(join(unpacked, path), bytes);
    const { code: codeUnpacked, stdout: checked } = await start("selfcheck", "--json", unpacked);
    const { contentDigest, questions } = JSON.parse(checked);
    expect(stdout).toContain(contentDigest);
    expect([codeUnpacked, questions.map((one: { state: string }) => one.state)]).toEqual([
      0,
      assignment.questions.map(() => "passes"),
    ]);
    expect(stdout).toMatch(/Your name, "Sample Student \(full marks\)", hashes to \d+\./);
  });

  test("doubts a name before the deadline does, and packs all the same", async () => {
    const work = join(built.out.path, "doubtful.ts");
    await writeFile(work, 'export const name = " Zoe\\u0308";\n');
    const { code, stdout } = await start("submit-pack", work, "--out", join(built.out.path, "doubtful.zip"));
    expect(code).toBe(0);
    expect(stdout).toMatch(/blanks at its ends; without them it hashes to \d+/);
    expect(stdout).toMatch(/decomposed Unicode\); composed, it hashes to \d+/);
    const [file] = readZip(await readFile(join(built.out.path, "doubtful.zip")));
    expect(file?.path).toBe("submission.ts");
  });

  test("makes a submission of a notebook", async () => {
    const work = join(built.out.path, "in-a-notebook");
    await mkdir(work);
    const text = await readFile(join(built.folder, "assignment.ipynb"), "utf8");
    const filled = text
      .replace('name = \\"\\"', 'name = \\"Zoe\\"')
      .replace('return notAnsweredYet(\\"padding\\")', "return 0");
    await writeFile(join(work, "assignment.ipynb"), filled);
    const zip = join(built.out.path, "notebook.zip");
    const starter = await readFile(join(built.folder, "submission.ts"), "utf8");
    const begun = starter
      .replace('name = ""', 'name = "Zoe"')
      .replace('return notAnsweredYet("prelu', 'return 0; // ("prelu');
    await writeFile(join(work, "submission.ts"), begun);
    const both = await start("submit-pack", work, "--out", zip);
    expect([both.code, both.stdout]).toEqual([
      0,
      expect.stringContaining("✗ assignment.ipynb answers a function that is not answered"),
    ]);
    // Beside the untouched starter it is the notebook that counts.
    await writeFile(join(work, "submission.ts"), starter);
    const { code, stdout } = await start("submit-pack", work, "--out", zip);
    const files = readZip(await readFile(zip)).map((file) => Buffer.from(file.bytes).toString());
    expect([code, files.length]).toEqual([0, 1]);
    expect(files[0]).toContain("export function padding(layer: ConvLayer): number {");
    expect(stdout).toContain(`○ 1 of ${assignment.questions.length} questions are answered.`);
    expect(stdout).not.toContain("✓");
  });

  test("is not ready while explanations that are asked for are empty, names them, and packs all the same", async () => {
    const work = join(built.out.path, "wordless");
    await cp(sample("full-marks"), work, { recursive: true });
    const entry = join(work, "submission.ts");
    const text = await readFile(entry, "utf8");
    await writeFile(entry, text.replace(/"The measured peak[^"]*"/, '"idk"').replace(/ {2}bound:\n.*\n/, ""));
    const open = "to be written: bound, estimate-check. They stand in answers.md";
    const { code, stdout } = await start("selfcheck", work);
    expect([code, stdout]).toEqual([1, expect.stringContaining(open)]);
    expect(stdout).toContain("18 of 18 questions pass their public checks.");
    expect(stdout).not.toContain("Ready to submit");
    const packed = await start("submit-pack", work, "--out", join(built.out.path, "wordless.zip"));
    expect([packed.code, packed.stdout]).toEqual([0, expect.stringContaining(open)]);
  });

  test("packs nothing without a name, and nothing where nothing can be written", async () => {
    const zip = join(built.out.path, "nameless.zip");
    const nameless = await start("submit-pack", "--out", zip);
    expect([nameless.code, nameless.stdout]).toEqual([
      1,
      expect.stringContaining("Nothing was packed: Your name is missing."),
    ]);
    await expect(readFile(zip)).rejects.toThrow("ENOENT");
    await writeFile(zip, "of an earlier time");
    const again = await start("submit-pack", "--out", zip);
    expect([again.code, again.stdout]).toEqual([
      1,
      expect.stringContaining("is called nameless-old.zip now"),
    ]);
    await expect(readFile(zip)).rejects.toThrow("ENOENT");
    expect(await readFile(join(built.out.path, "nameless-old.zip"), "utf8")).toBe("of an earlier time");
    const nowhere = await start("submit-pack", "--out", join(built.out.path, "nowhere", "a.zip"));
    expect([nowhere.code, nowhere.stdout, nowhere.stderr]).toEqual([
      1,
      "",
      expect.stringMatching(/^error: --out: expected a name in a folder that is there, got .+\n$/),
    ]);
  });

  test("packs nothing of what cannot be taken in", async () => {
    const work = join(built.out.path, "doubled");
    await mkdir(work);
    await writeFile(join(work, "first.ts"), "export const a = 1;");
    await writeFile(join(work, "second.ts"), "export const a = 2;");
    const { code, stdout } = await start("submit-pack", work, "--out", join(built.out.path, "never.zip"));
    expect(code).toBe(1);
    expect(stdout).toContain("Several files could be the submission: first.ts, second.ts.");
    await expect(readFile(join(built.out.path, "never.zip"))).rejects.toThrow("ENOENT");
  });
});

describe("before anything else runs", () => {
  test("an old Node gets a sentence, in words that it understands", async () => {
    const program = await readFile(join(built.folder, "selfcheck/start.js"), "utf8");
    expect(program).not.toMatch(/=>|`|\b(const|let|class|async)\b/);
    const said: string[] = [];
    const old = { versions: { node: "18.20.8" }, argv: ["node", "start.js", "selfcheck"], exitCode: 0 };
    runInNewContext(program, { process: old, console: { error: (text: string) => said.push(text) } });
    expect([said, old.exitCode]).toEqual([
      [
        "This needs Node.js 20.12 or newer; you have 18.20.8. Get it from https://nodejs.org, then run the command again.",
      ],
      1,
    ]);
  });

  test("what is not installed is said, without a stack trace", async () => {
    const bare = join(built.out.path, "bare");
    await cp(built.folder, bare, { recursive: true, filter: (path) => !path.includes("node_modules") });
    const { code, stdout, stderr } = await runNode(["selfcheck/start.js", "selfcheck"], bare);
    await rm(bare, { recursive: true });
    expect([code, stdout, stderr]).toEqual([
      1,
      "",
      "Something is not installed yet. Run npm install in this folder, then try again.\n",
    ]);
  });
});
