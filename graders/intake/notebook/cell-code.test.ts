import { prepareCell } from "./cell-code";

const fn = "async function f(a: number): Promise<{ n: number }> {\n  return { n: await a };\n}";

test.each([
  ["a declaration", "export const a = 1;"],
  ["a declaration and what tries it", "export function f() { return 1; }\nf();"],
  ["an async function whose type has braces", fn],
  ["an async arrow", "const f = async (a) => await a;\nconst b = 1;"],
  ["an async arrow with a block", "const f = async (a) => {\n  for (const b of a) { await b; }\n};"],
  ["an async method", "class C { async m() { if (1) { await 2; } return (await 3); } }"],
  ["an arrow in a call", "const all = list.map(async (one) => { await one; });"],
  ["await in a text", 'const text = "await f()"; // await f()'],
])("%s stays as it is", (_, source) => {
  expect(prepareCell(source)).toEqual({ code: source, leftOut: null });
});

test.each([
  ["a call", "f(1);", "f(1);"],
  ["a wait", "await f(1);", "void  f(1);"],
  ["a loop", "for (const a of [1]) { console.log(a); }", "for (const a of [1]) { console.log(a); }"],
  ["an assignment", "total = await f(async () => await g());", "total = void  f(async () => await g());"],
])("%s waits for nothing", (_, source, code) => {
  expect(prepareCell(source)).toEqual({ code, leftOut: null });
});

test.each([
  ["const text = await Deno.readTextFile('data/gpus.json');", "await"],
  ["import { g } from './g';\nif (g) { await g(); }", "await"],
  ["const all = JSON.parse(await f());", "await"],
  [`${fn}\nawait f(1);`, "await"],
  ['import { check } from "./selfcheck/notebook.mjs";\nawait check("padding", { padding });', null],
])("stays in the notebook: %j", (source, leftOut) => {
  expect(prepareCell(source)).toMatchObject({ code: null, leftOut });
});

test("a cell that exports something keeps it, and waits for nothing", () => {
  expect(prepareCell("export const a = await f();\nexport const g = async () => await a;").code).toBe(
    "export const a = void  f();\nexport const g = async () => await a;",
  );
});
