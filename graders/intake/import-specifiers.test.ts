import { listImports } from "./import-specifiers";

test.each<[string, readonly string[]]>([
  ['import a from "./a";', ["./a"]],
  ["import { type B, c } from './b.js'; import type D from `./d`;", ["./b.js", "./d"]],
  ['import "./effects"; export * from "./e"; export { f } from "./f";', ["./effects", "./e", "./f"]],
  ['import type { T } from "./types"', ["./types"]],
  ['import x = require("./x"); const y = require("./y");', ["./x", "./y"]],
  ['const z = await import("./z");', ["./z"]],
  ['// import "./comment"\n/* require("./block") */ import "./real";', ["./real"]],
  [
    'const s = \'import "./text"\'; const t = `import "./template" $' +
      '{require("./inner")} }`; import "./r";',
    ["./inner", "./r"],
  ],
  ['const r = /"/; import "./after-a-quote";', ["./after-a-quote"]],
  ['const q = a / 2; const p = "/"; import "./after-a-slash";', ["./after-a-slash"]],
  ['const broken = "no end\nimport "./next-line";', ["./next-line"]],
  ['Array.from("./no"); table.require("./no");', []],
  ["`$" + "{`$" + "{1}`}` /* ` */; import './nested';", ["./nested"]],
])("%s imports %j", (source, specifiers) => {
  expect(listImports(source)).toEqual({ specifiers, hasComputed: false });
});

test.each([
  ['require("./" + name)'],
  ["import(path)"],
  ["const load = require; load('./x');"],
  ["require(`./$" + "{name}`)"],
])("%s is known only when it runs", (source) => {
  expect(listImports(source).hasComputed).toBe(true);
});

test("a source of megabytes is read at once", () => {
  for (const piece of ['"', "`${", "/*", "/", "(", "import ", "\\", "'\\", "[/"]) {
    expect(listImports(piece.repeat(1_000_000 / piece.length))).toBeDefined();
  }
});
