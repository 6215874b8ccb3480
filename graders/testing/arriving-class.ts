/** For tests: one piece of work as people really hand it in, and what must come of each way. */
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { writeNotebook } from "../intake/notebook/notebook";
import { type Files, zipFiles } from "./odd-zip";

/** A wrong `padding` and a right `standardConv`. */
const good = `export const name = "x";
export const padding = ({ kernel }) => (kernel - 1) / 2;
export function standardConv({ hOut, wOut, cIn, cOut, kernel }) {
  const macs = hOut * wOut * cIn * cOut * kernel * kernel;
  return { macs, flops: 2 * macs };
}
`;
export const writtenText = "Half of what the kernel adds on both sides keeps the size.";

export type Expected =
  /** The mark of the plain folder. */
  | { readonly kind: "same" }
  /** The mark of the plain folder, and the padding's explanation arrived. */
  | { readonly kind: "explained" }
  /** Graded or not, the person is told. */
  | { readonly kind: "told"; readonly says: RegExp };

export interface Arrival {
  readonly how: string;
  /** Paths in the class folder. */
  readonly files: Files;
  /** Target by path in the class folder. */
  readonly links?: Readonly<Record<string, string>>;
  readonly expected: Expected;
}

type Row = readonly [how: string, files: Files, expected?: Expected];

const same: Expected = { kind: "same" };
const told = (says: RegExp): Expected => ({ kind: "told", says });
const plain: Files = { "submission.ts": good };
const notebook = writeNotebook([{ id: "a", kind: "code", source: good }]);

const renamed = (name: string, content: string | Buffer = good): Files => ({ [name]: content });
const beside = (files: Files): Files => ({ ...plain, ...files });
const typeless = good.replaceAll("export ", "");

const wrapped: readonly Row[] = [
  ["a plain folder", plain],
  ["submission.zip in the folder", { "submission.zip": zipFiles(plain) }],
  ["a zip with a wrapper in it", { "hw.zip": zipFiles({ "hw/submission.ts": good }) }],
  ["src/", { "src/submission.ts": good }],
  ["a wrapper beside __MACOSX", { "hw/submission.ts": good, "__MACOSX/hw/._submission.ts": "\0\x05" }],
  ["two wrappers", { "hw/final/submission.ts": good }],
  ["a zip beside __MACOSX", { "a.zip": zipFiles({ "a/submission.ts": good, "__MACOSX/a/._x": "\0" }) }],
  ["a wrapper with a space", { "Homework 3/submission.ts": good }],
  ["a .DS_Store beside", beside({ ".DS_Store": "\0\0\0\x01Bud1" })],
];

const named: readonly Row[] = [
  ...["Submission.ts", "SUBMISSION.TS", "index.ts", "hw3_final_v2.ts", "submission (1).ts"].map(
    (name): Row => [name, renamed(name)],
  ),
  ...["submission.mts", "submission.tsx", "submission.ts.txt", "Übung.ts"].map(
    (name): Row => [name, renamed(name)],
  ),
  ["submission.js", renamed("submission.js")],
  ["submission.mjs", renamed("submission.mjs")],
  ["a notebook", renamed("notebook.ipynb", notebook)],
  ...["Untitled1.ipynb", "notebook.ipynb.txt", "notebook.ipynb.json"].map(
    (name): Row => [`a notebook called ${name}`, renamed(name, notebook)],
  ),
  ["a byte-order mark", renamed("submission.ts", `\uFEFF${good}`)],
  ["CRLF", renamed("submission.ts", good.replaceAll("\n", "\r\n"))],
  ["UTF-16", renamed("submission.ts", Buffer.from(`\uFEFF${good}`, "utf16le"))],
];

const neighbours: readonly Row[] = [
  ["a Latin-1 neighbour", beside({ "scratch.ts": Buffer.from("// für später\n", "latin1") })],
  ["a neighbour of 280 KB", beside({ "notes.ts": `// ${"x".repeat(280_000)}\n` })],
  ["a binary neighbour", beside({ "demo.ts": Buffer.from([0, 255, 254, 0, 7]) })],
  ["a backslash in a name", beside({ "old\\copy.ts": "nothing" })],
  [
    "205 files in vendor/",
    beside(Object.fromEntries(Array.from({ length: 205 }, (_, n) => [`vendor/f${n}.ts`, "export {};\n"]))),
  ],
  ["node_modules", beside({ "node_modules/x/index.js": "module.exports = 1;\n" })],
  ["18 nested folders", beside({ [`${"deep/".repeat(18)}a.txt`]: "" })],
  ["package.json and tsconfig.json", beside({ "package.json": "{", "tsconfig.json": "{" })],
  ["an empty neighbour", beside({ "empty.ts": "" })],
  ["a neighbour that does not compile", beside({ "try.ts": "const = ;\n" })],
];

const written: readonly Row[] = [
  ...["## Padding", "# padding", "### padding", "## padding:", "## 2. padding", "**padding**"].map(
    (heading): Row => [
      heading,
      beside({ "answers.md": `${heading}\n\n${writtenText}\n` }),
      { kind: "explained" },
    ],
  ),
  ...["Answers.md", "ANSWERS.MD", "answers.txt", "answers.markdown"].map(
    (name): Row => [name, beside({ [name]: `## padding\n\n${writtenText}\n` }), { kind: "explained" }],
  ),
  [
    "a comment above the function",
    renamed("submission.ts", good.replace("export const padding", `// ${writtenText}\nexport const padding`)),
    { kind: "explained" },
  ],
  [
    "a heading underlined",
    beside({ "answers.md": `padding\n-------\n\n${writtenText}\n` }),
    { kind: "explained" },
  ],
];

const atTheEnd = (last: string): Row => [`ends in ${last}`, renamed("submission.ts", `${good}${last}\n`)];

const coded: readonly Row[] = [
  ...['throw new Error("x");', "process.exit(1);", "undefinedName();", 'describe("x", () => {});'].map(
    atTheEnd,
  ),
  [
    "StandardConv",
    renamed("submission.ts", good.replace("standardConv", "StandardConv")),
    told(/standardConv/),
  ],
  [
    "snake_case",
    renamed("submission.ts", good.replace("standardConv", "standard_conv")),
    told(/standardConv/),
  ],
  ["nothing exported", renamed("submission.ts", typeless), told(/export/)],
  [
    "methods in a class",
    renamed(
      "submission.ts",
      `export class Solution {\n  padding() { return 1; }\n  standardConv() { return 1; }\n}\n`,
    ),
    told(/export|class/),
  ],
  [
    "an import in another case",
    { "submission.ts": 'export * from "./Lib";\n', "lib.ts": good },
    told(/lib\.ts/),
  ],
  [
    "JSON imported",
    renamed("submission.ts", `import d from "./data.json";\n${good}console.log(d);\n`),
    told(/json/i),
  ],
  ["an import that is missing", renamed("submission.ts", `import "./lost";\n${good}`), told(/lost/)],
  ["an empty folder but for a picture", { "photo.png": Buffer.from([137, 80, 78, 71]) }, told(/\.ts/)],
  ["a rar archive", renamed("hw.rar", "Rar!"), told(/zip/)],
  ["Python", renamed("submission.py", "def padding(): pass\n"), told(/\.ts/)],
];

/** Files that lie in the class folder itself, and who they are by. */
const loose: readonly (readonly [name: string, content: string | Buffer])[] = [
  ["bob.TS", good],
  ["cy.js", good],
  ["dee.mts", good],
  ["eve.ts.txt", good],
  ["fay.tsx", good],
  ["gil.ipynb", notebook],
  ["hal.zip", zipFiles(plain)],
];

const inFolder = (folder: string, files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([path, content]) => [`${folder}/${path}`, content]));

const folders: readonly Arrival[] = [...wrapped, ...named, ...neighbours, ...written, ...coded].map(
  ([how, files, expected = same], index) => ({ how, files: inFolder(`s${index + 100}`, files), expected }),
);

/** By the id that each must be graded under. */
export const arrivals: ReadonlyMap<string, Arrival> = new Map([
  ...folders.map((one, index): [string, Arrival] => [`s${index + 100}`, one]),
  ...loose.map(([name, content]): [string, Arrival] => [
    name,
    { how: name, files: { [name]: content }, expected: same },
  ]),
  [
    "ivy",
    { how: "a dead link", files: inFolder("ivy", plain), links: { "ivy/dead.ts": "gone" }, expected: same },
  ],
]);

/** Writes the class under a folder, with what a Mac leaves beside it. */
export async function writeArrivingClass(folder: string): Promise<void> {
  for (const { files, links = {} } of arrivals.values()) {
    for (const [path, content] of Object.entries(files)) await write(join(folder, path), content);
    for (const [path, target] of Object.entries(links)) await symlink(target, join(folder, path));
  }
  await write(join(folder, "__MACOSX/._s100"), "\0");
}

async function write(path: string, content: string | Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}
