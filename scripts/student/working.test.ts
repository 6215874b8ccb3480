import { execFile } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { assignment } from "../../graders/questions/efficient-deep-learning";
import { ts } from "../../graders/running/compile/compiler-api";
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

describe("selfcheck in the student package", () => {
  test("checks the questions that are named, and no others", async () => {
    const work = join(built.out.path, "one-answer");
    await mkdir(work);
    const [own, other] = ["export const padding = (): string => 1;", "export const bytes: string = 1;"];
    await writeFile(join(work, "submission.ts"), `${other}\n${own}\n`);
    const some = await start(
      "selfcheck",
      "softmaxFlops",
      join(projectRoot, "submissions", "sample-full-marks"),
      "padding",
    );
    expect(some.code).toBe(0);
    expect(some.stdout.match(/^[✓✗○] [\w-]+ {2}/gm)).toEqual(["✓ padding  ", "✓ softmax  "]);
    expect(some.stdout).not.toContain("Ready to submit");
    const one = await start("selfcheck", work, "padding");
    expect([one.code, one.stdout]).toEqual([1, expect.stringContaining(own ?? "")]);
    expect(one.stdout).toContain("Complaints about other lines, not shown here: 1.");
    expect(one.stdout).not.toContain(other);
    const unknown = await start("selfcheck", "softmx");
    expect(unknown.stderr).toMatch(
      /^error: softmx is neither .* Questions: bytes, padding, .*, estimate-check\n$/,
    );
  });

  test("writes the same as a page, says where, and opens it", async () => {
    const work = join(built.out.path, "page");
    await mkdir(work);
    const curves = ["intensityCurve", "fusedIntensityCurve"].map(
      (name, at) => `export const ${name} = (batches) => batches.map((b) => ${4 + at} * b / (b + 8));`,
    );
    await writeFile(
      join(work, "submission.ts"),
      `export const padding = () => "<b>5</b>";\n${curves.join("\n")}\n`,
    );
    await writeFile(join(work, "xdg-open"), '#!/bin/sh\nprintf %s "$1" > "$(dirname "$0")/opened"\n', {
      mode: 0o755,
    });
    const program = join(built.folder, "selfcheck/start.js");
    const { stdout } = await runNode([program, "selfcheck", "--open"], work, {
      PATH: `${work}:${plainEnvironment.PATH}`,
    });
    const path = join(work, "selfcheck-results.html");
    expect(stdout).toContain(`The same as a page: ${path}`);
    const page = await readFile(path, "utf8");
    expect(page).toContain("padding({ hIn: 6,");
    expect(page).toContain("0 of 18 questions pass their public checks.");
    expect(page).not.toContain("<b>");
    expect(page).toContain("Your largest intensity is 4.44, at batch 64, fused.");
    const opened = async (): Promise<string> => readFile(join(work, "opened"), "utf8").catch(() => "");
    while ((await opened()) === "") await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await opened()).toBe(path);
  });
});

describe("the notebook's check cells", () => {
  test("say of a function what the selfcheck says of it", async () => {
    const work = join(built.out.path, "in-a-cell.ts");
    const answer = "export const padding = (layer) => layer.kernel;";
    await writeFile(work, `${answer}\n`);
    const { stdout } = await start("selfcheck", work, "padding");
    const cell = [
      'import { check } from "./selfcheck/notebook.mjs";',
      answer,
      'await check("padding", { padding });',
    ];
    const ran = await runNode(["--input-type=module", "--eval", cell.join("\n")], built.folder);
    expect(ran).toEqual({ code: 0, stdout: `${stdout.split("\n\n")[0]}\n`, stderr: "" });
    expect(ran.stdout).toContain("✗ padding  fails a public check");
  });

  test("ask in every question's cell for functions that the cells above declare", async () => {
    const notebook = JSON.parse(await readFile(join(built.folder, "assignment.ipynb"), "utf8"));
    const cells = notebook.cells.filter(({ cell_type: kind }: { cell_type: string }) => kind === "code");
    const program = cells.map(({ source }: { source: readonly string[] }) => source.join(""));
    const checks = program.filter((source: string) => source.includes("await check("));
    expect(checks).toHaveLength(assignment.questions.length);
    // One file, so that a name that is imported by every cell is imported once.
    const imports = /^import \{ (check|show) \} from "\.\/selfcheck\/notebook\.mjs";\n/gm;
    const [types, ...rest] = program.map((source: string) => source.replace(imports, ""));
    const text = `import { check, show } from "./selfcheck/notebook.mjs";\n${types}\n${rest.join("\n")}`;
    const script = ts.transpile(text.replace(/^show\(.*$/m, ""), {
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ES2022,
    });
    const { stdout, stderr } = await runNode(["--input-type=module", "--eval", script], built.folder);
    expect(stderr).toBe("");
    expect(stdout.match(/^○ [\w-]+ {2}not answered yet$/gm)).toHaveLength(assignment.questions.length);
  });
});

describe("the workflow of the student package", () => {
  interface Step {
    readonly uses?: string;
    readonly run?: string;
    readonly shell?: string;
    readonly with?: Readonly<Record<string, string>>;
  }

  /** YAML has one doorway, and tests stay outside of it. */
  const readYaml = async (path: string): Promise<{ readonly [key: string]: unknown }> => {
    const print =
      "console.log(JSON.stringify(require('yaml').parse(require('fs').readFileSync(process.argv[1], 'utf8'))))";
    const { stdout, stderr } = await runNode(["-e", print, join(built.folder, path)], projectRoot);
    expect(stderr).toBe("");
    return JSON.parse(stdout);
  };
  const readAction = async () =>
    (await readYaml(".github/actions/selfcheck/action.yml")) as unknown as {
      readonly inputs: Readonly<Record<string, { readonly default: string }>>;
      readonly runs: { readonly using: string; readonly steps: readonly Step[] };
    };

  test("uses the action that lies beside it, with inputs that this has", async () => {
    const { jobs } = await readYaml(".github/workflows/selfcheck.yml");
    const { steps } = (jobs as Record<string, { readonly steps: readonly Step[] }>).selfcheck ?? {
      steps: [],
    };
    const own = steps.filter(({ uses }) => uses?.startsWith("./"));
    const { inputs } = await readAction();
    expect(own.map(({ uses }) => uses)).toEqual(["./.github/actions/selfcheck"]);
    expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(own[0]?.with ?? {})));
  });

  test("runs commands that the package has, each in a shell, and fills in its own inputs alone", async () => {
    const { inputs, runs } = await readAction();
    const { scripts } = JSON.parse(await readFile(join(built.folder, "package.json"), "utf8"));
    const commands = runs.steps.flatMap(({ run = "" }) => [...run.matchAll(/npm run (?:--\S+ )*([\w-]+)/g)]);
    const filled = [...JSON.stringify(runs).matchAll(/\$\{\{ ?(.+?) ?\}\}/g)].map(([, what]) => what);
    expect(runs.using).toBe("composite");
    expect(runs.steps.filter((step) => (step.run === undefined) !== (step.shell === undefined))).toEqual([]);
    expect(commands.map(([, name]) => name)).toEqual(["selfcheck"]);
    expect(Object.keys(scripts)).toContain("selfcheck");
    expect(filled.length).toBeGreaterThan(3);
    expect(filled.filter((what) => !Object.keys(inputs).some((name) => what === `inputs.${name}`))).toEqual(
      [],
    );
  });

  test("writes what the selfcheck says on the page of the run, and ends as it ends", async () => {
    const { inputs, runs } = await readAction();
    const summary = join(built.out.path, "summary.md");
    const script = join(built.out.path, "step.sh");
    await writeFile(script, runs.steps.at(-1)?.run ?? "");
    const environment = { ...plainEnvironment, GITHUB_STEP_SUMMARY: summary, WHAT: inputs.what?.default };
    const options = { cwd: built.folder, env: environment };
    const ran = await promisify(execFile)("bash", [script], options).catch((error: unknown) => error);
    expect(ran).toMatchObject({ code: 1, stderr: "" });
    const { stdout } = ran as { stdout: string };
    expect(await readFile(summary, "utf8")).toBe(`~~~~~text\n${stdout}~~~~~\n`);
    expect(stdout).toContain("0 of 18 questions pass their public checks.");
  });
});

describe("try in the student package", () => {
  test("shows what an expression prints and comes to, with exit 0", async () => {
    const work = join(built.out.path, "tried.ts");
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
