import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import scoresSchema from "../graders/contract/schemas/scores.schema.json";
import { projectRoot } from "../graders/testing/project-root";
import { runVerb } from "../graders/testing/run-verb";
import { listAttacks } from "../graders/verify/hostile/attack";
import { oddFolders } from "../graders/verify/hostile/folders";
import { oddSources } from "../graders/verify/hostile/sources";
import { scripts } from "../package.json";
import { exitCodes } from "./terminal/command-line";

const inDocs = readdirSync(join(projectRoot, "docs"))
  .filter((name) => name.endsWith(".md"))
  .map((name) => `docs/${name}`);
const read = (path: string): string => readFileSync(join(projectRoot, path), "utf8");
const pages: ReadonlyMap<string, string> = new Map(
  ["README.md", "CONTRIBUTING.md", "reference/recordings/README.md", ...inDocs].map((path) => [
    path,
    read(path),
  ]),
);
const manual = pages.get("docs/instructors.md") as string;
const export_ = pages.get("docs/integrators.md") as string;

const fences = /^```[\s\S]*?^```$/gm;
const withoutCode = (text: string): string => text.replace(fences, "").replace(/`[^`]*`/g, "code");

/** Blocks line by line, and what stands between backticks. */
function listCode(text: string): readonly string[] {
  const blocks = [...text.matchAll(fences)].flatMap(([block]) => block.split("\n").slice(1, -1));
  const inline = [...text.replace(fences, "").matchAll(/`([^`]+)`/g)];
  return [...blocks, ...inline.map(([, code]) => (code as string).replace(/\s+/g, " "))];
}

/** As GitHub makes them of headings. */
function listAnchors(text: string): readonly string[] {
  const headings = [...text.replace(fences, "").matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    (heading as string)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_ -]/gu, "")
      .replaceAll(" ", "-"),
  );
  return headings.map((slug, index) => {
    const before = headings.slice(0, index).filter((other) => other === slug).length;
    return before === 0 ? slug : `${slug}-${before}`;
  });
}

interface Link {
  /** Relative to the repository; the page itself where only an anchor is named. */
  readonly file: string;
  readonly anchor: string | undefined;
}

function listLinks(path: string, text: string): readonly Link[] {
  const targets = [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target as string);
  return targets
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => {
      const [file, anchor] = target.split("#") as [string, string?];
      return { file: file === "" ? path : normalize(join(dirname(path), file)), anchor };
    });
}

function findBrokenLinks(path: string, text: string): readonly string[] {
  return listLinks(path, text)
    .filter(({ file, anchor }) => {
      if (file !== path && !existsSync(join(projectRoot, file))) return true;
      if (anchor === undefined) return false;
      return !listAnchors(file === path ? text : read(file)).includes(anchor);
    })
    .map(({ file, anchor }) => `${path}: ${file}${anchor === undefined ? "" : `#${anchor}`}`);
}

interface Printed {
  readonly verb: string;
  readonly flags: readonly string[];
}

/** Every `npm run …` that a text tells people to type, with the flags behind it. */
function listPrinted(text: string): readonly Printed[] {
  return listCode(text).flatMap((code) =>
    [...code.matchAll(/npm run (?:--silent )?([a-z][a-z:-]*)((?: [^&|#;"]*)?)/g)].map(([, verb, rest]) => ({
      verb: verb as string,
      flags: (rest as string).match(/(?<![\w-])--[a-z][a-z-]*/g) ?? [],
    })),
  );
}

const printed = [...pages.values()].flatMap(listPrinted);

async function listFlags(verb: string): Promise<readonly string[]> {
  const { stdout } = await runVerb(verb, ["--help"]);
  return [...stdout.matchAll(/^ {2}(?:-h, )?(--[a-z-]+)/gm)].map(([, flag]) => flag as string);
}

/** A page from this heading to the next one of its level. */
const findSection = (text: string, heading: string): string =>
  (text.split(`\n## ${heading}\n`)[1] ?? "").split("\n## ")[0] as string;

describe("links", () => {
  test("of all pages lead to a file and a heading that are there", () => {
    expect([...pages].flatMap(([path, text]) => findBrokenLinks(path, text))).toEqual([]);
  });

  test("are told where they lead nowhere", () => {
    const text =
      "# A b, c's\n[1](#a-b-cs) [2](#a) [3](../README.md#start) [4](../README.md#nowhere) [5](x.md)";
    expect(findBrokenLinks("docs/page.md", text)).toEqual([
      "docs/page.md: docs/page.md#a",
      "docs/page.md: README.md#nowhere",
      "docs/page.md: docs/x.md",
    ]);
  });

  test("lead from the README to every page of docs/", () => {
    const reached = new Set(["README.md"]);
    for (const path of reached)
      for (const { file } of listLinks(path, pages.get(path) ?? "")) if (pages.has(file)) reached.add(file);
    expect(inDocs.filter((path) => !reached.has(path))).toEqual([]);
  });
});

test("the README is a front door: 160 lines at most", () => {
  expect((pages.get("README.md") as string).split("\n").length - 1).toBeLessThanOrEqual(160);
});

describe("commands", () => {
  const verbs = Object.keys(scripts);

  test("are all told of", () => {
    const told = printed.map(({ verb }) => verb);
    expect(verbs.filter((verb) => verb !== "test" && !told.includes(verb))).toEqual([]);
    expect(pages.get("README.md")).toContain("npm test");
  });

  test("that are printed exist, with every flag", async () => {
    const withFlags = [...new Set(printed.filter(({ flags }) => flags.length > 0).map(({ verb }) => verb))];
    const known = new Map(
      await Promise.all(
        withFlags
          .filter((verb) => existsSync(join(projectRoot, "scripts", `${verb}.ts`)))
          .map(async (verb) => [verb, await listFlags(verb)] as const),
      ),
    );
    expect(known.size).toBeGreaterThan(10);
    const wrong = printed.flatMap(({ verb, flags }) =>
      verbs.includes(verb)
        ? flags.filter((flag) => !(known.get(verb) ?? flags).includes(flag)).map((flag) => `${verb} ${flag}`)
        : [verb],
    );
    expect(wrong).toEqual([]);
  });

  test("are found in blocks and in sentences", () => {
    const text =
      "Run `npm\nrun report -- out --pdf`.\n```sh\nnpm run --silent grade -- a --json | jq --x\n```\n";
    expect(listPrinted(text)).toEqual([
      { verb: "grade", flags: ["--json"] },
      { verb: "report", flags: ["--pdf"] },
    ]);
  });
});

test("the manual has every flag of grade, and no other", async () => {
  const section = findSection(manual, "Flags");
  const flags = await listFlags("grade");
  expect(flags.length).toBeGreaterThan(20);
  expect(flags.filter((flag) => !section.includes(`\`${flag}`))).toEqual([]);
  const rows = [...section.matchAll(/^\| `(--[a-z-]+)/gm)].map(([, flag]) => flag as string);
  expect(rows.filter((flag) => !flags.includes(flag))).toEqual([]);
});

test("the manual has every exit code", () => {
  const rows = [...findSection(manual, "Exit codes").matchAll(/^\| (\d+) \|/gm)].map(([, code]) =>
    Number(code),
  );
  expect(rows).toEqual([...new Set(Object.values(exitCodes))]);
});

test("the threat model counts the attacks of the suite", () => {
  const attacks = [...listAttacks(), ...oddFolders, ...oddSources];
  expect(pages.get("docs/threat-model.md")).toContain(` has ${attacks.length} attacks in `);
});

describe("the page on the score export", () => {
  /** Names of properties, and values of a status and of what is older, wherever they stand in the schema. */
  function listNames(schema: unknown): readonly string[] {
    if (typeof schema !== "object" || schema === null) return [];
    if (Array.isArray(schema)) return schema.flatMap(listNames);
    return Object.entries(schema).flatMap(([key, value]) => [
      ...(key === "properties" ? Object.keys(value as object) : []),
      ...listNames(value),
    ]);
  }
  const { submission, older } = scoresSchema.$defs;

  test("names every field", () => {
    const names = [...new Set(listNames(scoresSchema))];
    expect(names.length).toBeGreaterThan(25);
    expect(
      names.filter((name) => !export_.includes(`\`${name}\``) && !export_.includes(`${name}[]`)),
    ).toEqual([]);
  });

  test("says what each status means, and why a mark is older", () => {
    const statuses = submission.oneOf.flatMap(({ properties: { status } }) =>
      "enum" in status ? status.enum : [status.const],
    );
    const rows = [...export_.matchAll(/^\| `([a-z_]+)` \|/gm)].map(([, status]) => status);
    expect(rows).toEqual(expect.arrayContaining(statuses));
    expect(older.properties.because.enum.filter((reason) => !export_.includes(`\`${reason}\``))).toEqual([]);
  });
});
