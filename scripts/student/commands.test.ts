import { execFile, spawn } from "node:child_process";
import { cp, mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { runInNewContext } from "node:vm";
import { assignment } from "../../graders/questions/efficient-deep-learning";
import { ts } from "../../graders/running/compile/compiler-api";
import { readZip } from "../../graders/student/handout/zip";
import { projectRoot } from "../../graders/testing/project-root";
import { runHere } from "../../graders/testing/run-verb";
import { makeTemporaryFolder, type TemporaryFolder } from "../../graders/testing/temporary-folder";
import { writeHandout } from "../handout";

// Real processes on a machine that may have other things to do.
jest.setTimeout(300_000);

let out: TemporaryFolder;
/** The package as a student has it after npm install. */
let folder: string;

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Without colours, which a CI machine is given even where nothing is a terminal. */
const env = { PATH: process.env.PATH, HOME: process.env.HOME, NO_COLOR: "1" };

async function run(args: readonly string[], cwd = folder, more: object = {}): Promise<Ended> {
  const options = { cwd, env: { ...env, ...more }, maxBuffer: 2 ** 26 };
  return promisify(execFile)(process.execPath, [...args], options).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
  );
}

const start = (command: string, ...args: readonly string[]) => run(["selfcheck/start.js", command, ...args]);
const sample = (name: string) => join(projectRoot, "submissions", `sample-${name}`);

const transpile = (text: string): string =>
  ts.transpile(text, { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 });

beforeAll(async () => {
  out = await makeTemporaryFolder();
  expect(await runHere(writeHandout, [out.path])).toMatchObject({ code: 0, stderr: "" });
  folder = join(out.path, assignment.id);
  await symlink(join(projectRoot, "node_modules"), join(folder, "node_modules"));
});
afterAll(() => out.remove());

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

  test("checks the questions that are named, and no others", async () => {
    const work = join(out.path, "one-answer");
    await mkdir(work);
    await writeFile(join(work, "submission.ts"), "export const padding = () => 1;\n");
    const some = await start("selfcheck", "softmax", sample("full-marks"), "padding");
    expect(some.code).toBe(0);
    expect(some.stdout.match(/^[✓✗○] [\w-]+ {2}/gm)).toEqual(["✓ padding  ", "✓ softmax  "]);
    expect(some.stdout).not.toContain("Ready to submit");
    expect((await start("selfcheck", work, "padding")).code).toBe(1);
    const unknown = await start("selfcheck", "softmx");
    expect(unknown.stderr).toMatch(
      /^error: softmx is neither .* Questions: bytes, padding, .*, estimate-check\n$/,
    );
  });

  test("writes the same as a page, says where, and opens it", async () => {
    const work = join(out.path, "page");
    await mkdir(work);
    await writeFile(join(work, "submission.ts"), 'export const padding = () => "<b>5</b>";\n');
    await writeFile(join(work, "xdg-open"), '#!/bin/sh\nprintf %s "$1" > "$(dirname "$0")/opened"\n', {
      mode: 0o755,
    });
    const program = join(folder, "selfcheck/start.js");
    const { stdout } = await run([program, "selfcheck", "--open"], work, { PATH: `${work}:${env.PATH}` });
    const path = join(work, "selfcheck-results.html");
    expect(stdout).toContain(`The same as a page: ${path}`);
    const page = await readFile(path, "utf8");
    expect(page).toContain("padding({ hIn: 6,");
    expect(page).toContain("0 of 18 questions pass their public checks.");
    expect(page).not.toContain("<b>");
    const opened = async (): Promise<string> => readFile(join(work, "opened"), "utf8").catch(() => "");
    while ((await opened()) === "") await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await opened()).toBe(path);
  });

  test("tells a wrong call in one line, with exit 1", async () => {
    for (const args of [["--language", "tlh"], ["nowhere"], ["--colour"]]) {
      const { code, stdout, stderr } = await start("selfcheck", ...args);
      expect([code, stdout, stderr.trim().split("\n").length]).toEqual([1, "", 1]);
    }
  });

  test("checks again when a file is saved, until it is interrupted", async () => {
    const work = join(out.path, "watched");
    await mkdir(work);
    await writeFile(join(work, "submission.ts"), "export const padding = () => 1;\n");
    const child = spawn(process.execPath, ["selfcheck/start.js", "selfcheck", "--watch", work], {
      cwd: folder,
      env,
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

describe("the notebook's check cells", () => {
  test("say of a function what the selfcheck says of it", async () => {
    const work = join(out.path, "in-a-cell.ts");
    const answer = "export const padding = (layer) => layer.kernel;";
    await writeFile(work, `${answer}\n`);
    const { stdout } = await start("selfcheck", work, "padding");
    const cell = [
      'import { check } from "./selfcheck/notebook.mjs";',
      answer,
      'await check("padding", { padding });',
    ];
    const ran = await run(["--input-type=module", "--eval", cell.join("\n")]);
    expect(ran).toEqual({ code: 0, stdout: `${stdout.split("\n\n")[0]}\n`, stderr: "" });
    expect(ran.stdout).toContain("✗ padding  fails a public check");
  });

  test("ask in every question's cell for functions that the cells above declare", async () => {
    const notebook = JSON.parse(await readFile(join(folder, "assignment.ipynb"), "utf8"));
    const cells = notebook.cells.filter(({ cell_type: kind }: { cell_type: string }) => kind === "code");
    const program = cells.map(({ source }: { source: readonly string[] }) => source.join(""));
    const checks = program.filter((source: string) => source.includes("await check("));
    expect(checks).toHaveLength(assignment.questions.length);
    // One file, so that a name that is imported by every cell is imported once.
    const imports = /^import \{ (check|show) \} from "\.\/selfcheck\/notebook\.mjs";\n/gm;
    const [types, ...rest] = program.map((source: string) => source.replace(imports, ""));
    const text = `import { check, show } from "./selfcheck/notebook.mjs";\n${types}\n${rest.join("\n")}`;
    const script = transpile(text.replace(/^show\(.*$/m, ""));
    const { stdout, stderr } = await run(["--input-type=module", "--eval", script]);
    expect(stderr).toBe("");
    expect(stdout.match(/^○ [\w-]+ {2}not answered yet$/gm)).toHaveLength(assignment.questions.length);
  });
});

describe("try in the student package", () => {
  test("shows what an expression prints and comes to, with exit 0", async () => {
    const work = join(out.path, "tried.ts");
    await writeFile(
      work,
      'export const f = (n: number) => {\n  console.log("n is", n);\n  return { n };\n};\n',
    );
    expect(await start("try", "f(2) as object", "--in", work)).toEqual({
      code: 0,
      stdout: "n is 2\n{ n: 2 }\n",
      stderr: "",
    });
    const { code, stdout, stderr } = await start("try", "g(2)", "--in", work);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("g is not defined");
  });
});

describe("submit-pack", () => {
  test("packs what is graded and no more, the same bytes every time; unpacked, it passes every public check", async () => {
    const work = join(out.path, "handed-in");
    await cp(sample("full-marks"), work, { recursive: true });
    await writeFile(join(work, "notes.txt"), "not for the grader");
    await writeFile(join(work, "answers.md"), "## bytes\n\nI hashed my name.\n");
    const [first, second] = [join(out.path, "a.zip"), join(out.path, "b.zip")];
    const { code, stdout } = await start("submit-pack", work, "--out", first);
    await start("submit-pack", work, "--out", second);
    expect(code).toBe(0);
    expect((await readFile(first)).equals(await readFile(second))).toBe(true);
    const unpacked = join(out.path, "unpacked");
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
    const work = join(out.path, "doubtful.ts");
    await writeFile(work, 'export const name = " Zoe\\u0308";\n');
    const { code, stdout } = await start("submit-pack", work, "--out", join(out.path, "doubtful.zip"));
    expect(code).toBe(0);
    expect(stdout).toMatch(/blanks at its ends; without them it hashes to \d+/);
    expect(stdout).toMatch(/decomposed Unicode\); composed, it hashes to \d+/);
    const [file] = readZip(await readFile(join(out.path, "doubtful.zip")));
    expect(file?.path).toBe("submission.ts");
  });

  test("makes a submission of a notebook", async () => {
    const work = join(out.path, "in-a-notebook");
    await mkdir(work);
    const text = await readFile(join(folder, "assignment.ipynb"), "utf8");
    const filled = text
      .replace('name = \\"\\"', 'name = \\"Zoe\\"')
      .replace('return notAnsweredYet(\\"padding\\")', "return 0");
    await writeFile(join(work, "assignment.ipynb"), filled);
    await cp(join(folder, "submission.ts"), join(work, "submission.ts"));
    const zip = join(out.path, "notebook.zip");
    const starter = await start("submit-pack", work, "--out", zip);
    expect([starter.code, starter.stdout]).toEqual([
      1,
      expect.stringContaining("✗ assignment.ipynb answers a function that is not answered"),
    ]);
    const { code, stdout } = await start("submit-pack", join(work, "assignment.ipynb"), "--out", zip);
    const files = readZip(await readFile(zip)).map((file) => Buffer.from(file.bytes).toString());
    expect([code, files.length]).toEqual([0, 1]);
    expect(files[0]).toContain("export function padding(layer: ConvLayer): number {");
    expect(stdout).toContain(`○ 1 of ${assignment.questions.length} questions are answered.`);
    expect(stdout).not.toContain("✓");
  });

  test("packs nothing without a name, and nothing where nothing can be written", async () => {
    const zip = join(out.path, "nameless.zip");
    const nameless = await start("submit-pack", "--out", zip);
    expect([nameless.code, nameless.stdout]).toEqual([
      1,
      expect.stringContaining("Nothing was packed: your name is missing."),
    ]);
    await expect(readFile(zip)).rejects.toThrow("ENOENT");
    const nowhere = await start("submit-pack", "--out", join(out.path, "nowhere", "a.zip"));
    expect([nowhere.code, nowhere.stdout, nowhere.stderr]).toEqual([
      1,
      "",
      expect.stringMatching(/^error: --out: expected a name in a folder that is there, got .+\n$/),
    ]);
  });

  test("packs nothing of what cannot be taken in", async () => {
    const work = join(out.path, "doubled");
    await mkdir(work);
    await writeFile(join(work, "first.ts"), "export const a = 1;");
    await writeFile(join(work, "second.ts"), "export const a = 2;");
    const { code, stdout } = await start("submit-pack", work, "--out", join(out.path, "never.zip"));
    expect(code).toBe(1);
    expect(stdout).toContain("Several files could be the submission: first.ts, second.ts.");
    await expect(readFile(join(out.path, "never.zip"))).rejects.toThrow("ENOENT");
  });
});

describe("before anything else runs", () => {
  test("an old Node gets a sentence, in words that it understands", async () => {
    const program = await readFile(join(folder, "selfcheck/start.js"), "utf8");
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
    const bare = join(out.path, "bare");
    await cp(folder, bare, { recursive: true, filter: (path) => !path.includes("node_modules") });
    const { code, stdout, stderr } = await run(["selfcheck/start.js", "selfcheck"], bare);
    await rm(bare, { recursive: true });
    expect([code, stdout, stderr]).toEqual([
      1,
      "",
      "Something is not installed yet. Run npm install in this folder, then try again.\n",
    ]);
  });
});
