import { execFile } from "node:child_process";
import { mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { createRandom } from "../graders/judge/random";
import { assignment } from "../graders/questions/efficient-deep-learning";
import { findLeaks, readFolder, type SearchedFile } from "../graders/testing/find-leaks";
import {
  feedbackCanaries,
  hiddenCanaries,
  plantCanaries,
  plantedFiles,
} from "../graders/testing/plant-canaries";
import { projectRoot } from "../graders/testing/project-root";
import { mayReachStudents } from "../graders/testing/reader-of";
import { runHere } from "../graders/testing/run-verb";
import { makeTemporaryFolder, type TemporaryFolder } from "../graders/testing/temporary-folder";
import { writeHandout } from "./handout";

const minutes = 60_000;
const allCanaries = [...hiddenCanaries, ...feedbackCanaries];

interface Ended {
  readonly code: number;
  /** Everything that was printed. */
  readonly text: string;
}

async function run(args: readonly string[], cwd: string): Promise<Ended> {
  const env = { ...process.env, RIDGEPOINT_DEBUG: "1", NO_COLOR: "1" };
  const ended = promisify(execFile)(process.execPath, [...args], { cwd, env, maxBuffer: 64 * 1024 * 1024 });
  return ended.then(
    ({ stdout, stderr }) => ({ code: 0, text: stdout + stderr }),
    (error) => ({ code: error.code as number, text: `${error.stdout}${error.stderr}` }),
  );
}

const runScript = (root: string, name: string, ...args: readonly string[]): Promise<Ended> =>
  run(["-r", "./graders/running/from-source.cjs", `scripts/${name}.ts`, ...args], root);

/** Submissions that tell all they can get hold of, each in a way of its own. */
const curious: Readonly<Record<string, string>> = {
  throws: "export function canary(cage) { throw new Error(JSON.stringify(cage)); }",
  "throws-name":
    "export function canary(cage) { const e = new Error(cage.text); e.name = cage.text; throw e; }",
  "throws-text": "export function canary(cage) { throw cage.text + cage.size; }",
  keys: "export function canary(cage) { return { [cage.text]: 1, [cage.size]: 2 }; }",
  text: "export function canary(cage) { return cage.text; }",
  bigint: "export function canary(cage) { return -BigInt(cage.size); }",
  "class-name":
    "export function canary(cage) { return new (class { constructor() { this[cage.text] = cage.size; } })(); }",
  prints: "export function canary(cage) { console.log(cage); console.error(cage); return 1; }",
  exits: "export function canary(cage) { console.error(cage.text); process.exit(3); }",
  slip: "export function canary(cage) { return 2 * cage.size; }",
  snoops: `export function canary(cage) {
    const stack = new Error(cage.text).stack;
    const seen = [stack, process.argv, process.execArgv, Object.keys(process.env), require.cache, module, globalThis];
    throw new Error(String(seen.map((one) => { try { return JSON.stringify(one); } catch { return String(one); } })));
  }`,
  "does-not-load": "throw new Error('no'); export const canary = () => 1;",
  "does-not-compile": "export function canary(cage { return 1; }",
};

/**
 * Of these, all that a student can ask for is looked at. The package holds no canary, so what is left to a selfcheck
 * is to find one around it: each way of ending, and the one that looks around.
 */
const toldApart = ["throws", "does-not-load", "does-not-compile"];

async function writeClass(folder: string): Promise<void> {
  for (const [id, source] of Object.entries(curious)) {
    await mkdir(join(folder, id), { recursive: true });
    await writeFile(join(folder, id, "submission.ts"), `export const name = "Ada";\n${source}\n`);
  }
}

/** Every file of a graded class but those that the map of output files keeps for staff. */
const isForStudents = ({ path }: SearchedFile): boolean => mayReachStudents(path);

describe("a project full of canaries", () => {
  let project: TemporaryFolder;
  let built: Ended;

  beforeAll(async () => {
    project = await plantCanaries();
    built = await runScript(project.path, "handout", "handout");
  }, 5 * minutes);
  afterAll(() => project.remove());

  test("the student package holds none of them, unpacked or zipped", async () => {
    expect(built).toMatchObject({ code: 0 });
    const files = readFolder(join(project.path, "handout"));
    expect(files.map((file) => file.path)).toContain("efficient-deep-learning.zip");
    expect(findLeaks(files, allCanaries)).toEqual([]);
    expect(files.filter(({ path }) => path.endsWith(".map"))).toEqual([]);
  });

  test(
    "nor does the package in another language, which it speaks",
    async () => {
      const { code } = await runScript(project.path, "handout", "handout-fr", "--language", "fr");
      const files = readFolder(join(project.path, "handout-fr"));
      expect([code, findLeaks(files, allCanaries)]).toEqual([0, []]);
      expect(findLeaks(files, ["un nombre entier"]).length).toBeGreaterThan(0);
    },
    5 * minutes,
  );

  test(
    "no report tells one to a student whose code tells all it can",
    async () => {
      await writeClass(join(project.path, "class"));
      const { code, text } = await runScript(
        project.path,
        "grade",
        "class",
        "--out",
        "graded",
        "--anonymous",
      );
      expect([code, text]).toEqual([0, expect.stringContaining("slip")]);
      const files = readFolder(join(project.path, "graded")).filter(isForStudents);
      expect(files.length).toBeGreaterThan(2 * Object.keys(curious).length);
      expect(findLeaks(files, hiddenCanaries)).toEqual([]);
      const records = readFolder(join(project.path, "graded")).filter(({ path }) =>
        path.endsWith("record.json"),
      );
      // The search would find them: staff do see them.
      expect(findLeaks(records, ["CANARY-INPUT-5b1e"]).length).toBeGreaterThan(0);
    },
    5 * minutes,
  );

  test(
    "no selfcheck, error or stack trace tells one",
    async () => {
      const folder = join(project.path, "handout", "efficient-deep-learning");
      await symlink(join(projectRoot, "node_modules"), join(folder, "node_modules"));
      await writeClass(join(project.path, "class"));
      const look = (...args: readonly string[]) => run(["selfcheck/start.js", ...args], folder);
      for (const id of toldApart) {
        const { code, text } = await look("selfcheck", `../../class/${id}`);
        expect([id, code]).toEqual([id, 1]);
        expect(findLeaks([{ path: id, bytes: Buffer.from(text) }], allCanaries)).toEqual([]);
        // The search would find what is shown: a public check's own input is.
        if (id === "throws")
          expect(findLeaks([{ path: id, bytes: Buffer.from(text) }], ["tweet"])).not.toEqual([]);
      }
      for (const args of [
        ["selfcheck", "--json", "../../class/snoops"],
        ["submit-pack", "--out", "packed.zip", "../../class/throws"],
      ]) {
        const { code, text } = await look(...args);
        expect([args, code]).toEqual([args, expect.any(Number)]);
        expect(findLeaks([{ path: "printed", bytes: Buffer.from(text) }], allCanaries)).toEqual([]);
      }
    },
    5 * minutes,
  );
});

describe("a planted leak is found", () => {
  const replaceIn = (name: string, said: string, leak: string): string =>
    (plantedFiles[name] as string).replace(said, leak);

  describe("of many at once,", () => {
    let project: TemporaryFolder;
    let inPackage: readonly string[];

    beforeAll(async () => {
      project = await plantCanaries({
        "statement.md": `${plantedFiles["statement.md"]}\nTry 918,273,645,546.\n`,
        "feedback.ts": replaceIn("feedback.ts", "CANARY-SLIP-SAYS-31", "Twice 918273645546").replace(
          "a whole number",
          "192837465564738",
        ),
        "public-checks.ts": replaceIn("public-checks.ts", "size: 2", "size: 918273645546"),
      });
      await runScript(project.path, "handout", "handout");
      inPackage = findLeaks(readFolder(join(project.path, "handout")), allCanaries);
    }, 5 * minutes);
    afterAll(() => project.remove());

    test.each([
      ["in a statement", "efficient-deep-learning/ASSIGNMENT.md: 918273645546"],
      ["in what is zipped", "efficient-deep-learning.zip: 918273645546"],
      [
        "in the words for the expected form",
        "efficient-deep-learning/selfcheck/selfcheck.js: 192837465564738",
      ],
      ["in a number of a public check", "efficient-deep-learning/selfcheck/selfcheck.js: 918273645546"],
    ])("%s", (_, found) => {
      expect(inPackage).toContain(found);
    });

    test(
      "in a report, in all that a student may see of it",
      async () => {
        await writeClass(join(project.path, "class"));
        await runScript(project.path, "grade", "class", "--out", "graded", "--only", "slip", "--anonymous");
        const files = readFolder(join(project.path, "graded")).filter(isForStudents);
        expect([...findLeaks(files, ["918273645546"])].sort()).toEqual(
          [
            ...["anonymous/class.html", "anonymous/tables/misconceptions.csv", "scores.json"],
            ...["html", "md", "txt"].map((ending) => `students/slip/report.${ending}`),
          ].map((path) => `${path}: 918273645546`),
        );
      },
      5 * minutes,
    );
  });

  test(
    "in a public check that imports the hidden inputs, before anything is built",
    async () => {
      const project = await plantCanaries({
        "public-checks.ts": `import { cage } from "./inputs";\nexport const leak = cage;\n${plantedFiles["public-checks.ts"]}`,
      });
      try {
        const { code, text } = await runScript(project.path, "handout", "handout");
        expect([code, text]).toEqual([
          2,
          expect.stringContaining("must stay here: graders/questions/canary/inputs.ts"),
        ]);
      } finally {
        await project.remove();
      }
    },
    5 * minutes,
  );
});

describe("the package of the real assignment", () => {
  let out: TemporaryFolder;
  let files: readonly SearchedFile[];

  beforeAll(async () => {
    out = await makeTemporaryFolder();
    expect(await runHere(writeHandout, [out.path])).toMatchObject({ code: 0, stderr: "" });
    files = readFolder(out.path);
  }, 5 * minutes);
  afterAll(() => out.remove());

  test("says nothing about readings, and no reason of a hidden case", () => {
    const secrets = assignment.questions.flatMap(({ id, parts, feedback }) => {
      const said = Object.values(feedback.readings).flatMap(({ says, hint }) => [
        says,
        ...(hint === undefined ? [] : [hint]),
      ]);
      const calls = parts.filter((part) => part.kind === "call");
      const reasons = calls.flatMap((part) =>
        part.cases(createRandom("ridgepoint", `${id}/${part.id}`)).map((one) => one.why),
      );
      return [feedback.unexplained, ...said, ...reasons];
    });
    const said = assignment.questions.flatMap((one) => one.publicChecks.map((check) => check.says));
    // A public check may be about what a hidden case is about, in the same words.
    const distinct = [...new Set(secrets)].filter(
      (secret) => secret.length > 20 && !said.some((one) => one.includes(secret)),
    );
    expect(distinct.length).toBeGreaterThan(400);
    // What is zipped is what lies beside the zip.
    const zips = files.filter(({ path }) => path.endsWith(".zip"));
    expect([zips.length, findLeaks(zips, distinct)]).toEqual([1, []]);
  });

  test("holds the eighteen questions and the programs", () => {
    expect(files.map((file) => file.path)).toEqual(
      expect.arrayContaining([
        "efficient-deep-learning.zip",
        ...["ASSIGNMENT.md", "submission.ts", "selfcheck/selfcheck.js", "selfcheck/runner.js"].map(
          (path) => `efficient-deep-learning/${path}`,
        ),
      ]),
    );
  });

  test(
    "is the same byte for byte when it is built again",
    async () => {
      const again = await makeTemporaryFolder();
      try {
        await runHere(writeHandout, [again.path]);
        const zip = await readFile(join(again.path, "efficient-deep-learning.zip"));
        expect(zip.equals(files.find(({ path }) => path.endsWith(".zip"))?.bytes ?? Buffer.alloc(0))).toBe(
          true,
        );
      } finally {
        await again.remove();
      }
    },
    5 * minutes,
  );
});
