import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../graders/testing/project-root";

const sources = new Map(
  ["graders", "reference", "scripts"].flatMap((top) =>
    readdirSync(join(projectRoot, top), { recursive: true, encoding: "utf8" })
      .filter((path) => /\.tsx?$/.test(path) && !/(^|\/)samples\//.test(path))
      .map((path) => [join(top, path), readFileSync(join(projectRoot, top, path), "utf8")] as const),
  ),
);
/** Nobody imports it, or it says what to do where nobody does. */
const isProgram = (path: string, text: string): boolean =>
  !path.endsWith(".test.ts") && (!/^export (?!\*)/m.test(text) || text.includes("require.main === module"));

/** By every word of a source: the files that have it. */
const filesByWord = new Map<string, Set<string>>();
for (const [path, text] of sources)
  for (const [word] of text.matchAll(/[\w$]+/g))
    filesByWord.set(word, (filesByWord.get(word) ?? new Set()).add(path));

/** TypeScript names what is left over in a file, but takes it for granted that somebody wants what is exported. */
test("outside of questions, every function, class and constant that is exported is named in another file", () => {
  const elsewhere = [...sources].filter(([path]) => !path.startsWith(join("graders", "questions")));
  const left = elsewhere.flatMap(([path, text]) =>
    [...text.matchAll(/^export (?:async )?(?:function\*?|class|const) ([\w$]+)/gm)]
      .filter(([, name = ""]) => (filesByWord.get(name)?.size ?? 0) < 2)
      .map(([, name]) => `${path}: ${name}`),
  );
  expect(left).toEqual([]);
});

test("every program of scripts/ is started by an npm script", () => {
  const { scripts } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8"));
  const started = Object.values<string>(scripts).join("\n");
  const left = [...sources]
    .filter(([path, text]) => path.startsWith("scripts") && isProgram(path, text))
    .map(([path]) => path)
    .filter((path) => !started.includes(path));
  expect(left).toEqual([]);
});
