import { prepareCell } from "./cell-code";

const fn = "async function f(a: number): Promise<{ n: number }> {\n  return { n: await a };\n}";
const checks = 'import { check } from "./selfcheck/notebook.mjs";';

const prepare = (source: string) => prepareCell(source, false);

test.each([
  ["a declaration", "export const a = 1;"],
  ["a declaration and what tries it", "export function f() { return 1; }\nf();"],
  ["an async function whose type has braces", fn],
  ["an async arrow", "const f = async (a) => await a;\nconst b = 1;"],
  ["an async arrow with a block", "const f = async (a) => {\n  for (const b of a) { await b; }\n};"],
  ["an async method", "class C { async m() { if (1) { await 2; } return (await 3); } }"],
  ["an arrow in a call", "const all = list.map(async (one) => { await one; });"],
  ["await in a text", 'const text = "await f()"; // await f()'],
  ["a call", "f(1);"],
  ["await as a property's name", "const f = { await: 3 };\nf.await;\nf.await = f?.await + 1;\nf(f.await)"],
  ["a loop", "for (const a of [1]) { console.log(a); }"],
  ["an export that waits", "export const a = await f();\nexport const g = async () => await a;"],
  ["a loop that waits beside an export", "for await (const a of [1]) f(a);\nexport { f };"],
  ["what waits behind an export", "export function f() { return 1; }\ntotal = await f();"],
  ["a function of that name", "const check = (a) => a;\ncheck(1);"],
  ["the folder's name in a text", 'f("./selfcheck/", `./selfcheck/`);'],
])("%s stays as it is", (_, source) => {
  expect(prepare(source)).toEqual({ code: source, leftOut: null });
});

test.each([
  ["await f(1);"],
  ["total = await f(async () => await g());"],
  ["for await (const a of [1, 2]) { console.log(a) }"],
  ["{ await f(1); }"],
  ["list = [...await f(1), ...(await g)];"],
  ["await [f(1)];"],
  ["await (async () => 1)();"],
  ["const text = await Deno.readTextFile('data/gpus.json');"],
  ["import { g } from './g';\nif (g) { await g(); }"],
  ["const all = JSON.parse(await f());"],
  [`${fn}\nawait f(1);`],
  [`${checks}\nconst result = await check("padding", { padding });`],
])("what waits and exports nothing stays in the notebook, with a word: %j", (source) => {
  expect(prepare(source)).toEqual({ code: null, leftOut: "await" });
});

const asking: readonly (readonly [imports: string, call: string])[] = [
  [checks, 'await check("padding", { padding });'],
  ["import { check } from './selfcheck/notebook.mjs'", 'await check("padding", { padding })'],
  [`${checks} await check("padding", { padding });`, ""],
  [checks, 'check(\n  "padding",\n  { padding },\n);'],
  [checks, 'check("a", { a }).then(() => show(1)).catch(console.log);'],
  [checks, 'await check("a", { a }); void check("b", { b });'],
  ['import { show as draw } from "./selfcheck/notebook.mjs";', "draw(chart({ list: [1, (2)] }));"],
  ['import * as own from "./selfcheck/notebook.mjs";', 'await own.check("a", { a });\nown.show(a());'],
  ['import "./selfcheck/notebook.mjs";', ""],
  [`${checks}\nimport { show } from "./selfcheck/notebook.mjs";`, 'await check("a", { a });\nshow(a());'],
];

test.each(asking)(
  "what asks the selfcheck alone stays in the notebook without a word: %j",
  (imports, call) => {
    for (const isScratch of [true, false])
      expect(prepareCell(`${imports}\n${call}`, isScratch)).toEqual({ code: null, leftOut: null });
  },
);

const answer =
  "export function padding(l: { kernel: number }) {\n  return { of: (l.kernel - 1) / 2 }; // check(1)\n}";
/** Of the handed out check cell, the tag stays when it is joined with an answer, or when an answer is typed into it. */
const joined = asking.flatMap(([imports, call]) =>
  [
    `${answer}\n\n${imports}\n${call}`,
    `${imports}\n${call}\n${answer}`,
    `${imports}\n${answer}\n${call}`,
    `${imports}\nif (a)\n${call}\n${answer}`,
  ].map((source) => [source] as const),
);

test.each(joined)("an answer in one cell with its check is taken without it, line by line: %j", (source) => {
  for (const isScratch of [true, false]) {
    const { code, leftOut } = prepareCell(source, isScratch);
    expect(leftOut).toBeNull();
    expect(code).toContain(answer);
    expect(code?.replace(answer, "")).not.toMatch(/check|show|import|await|draw|own/);
    expect(code?.split("\n").map(({ length }) => length)).toEqual(
      source.split("\n").map(({ length }) => length),
    );
    expect(code?.replace(answer, "").replace("if (a)", "").trim()).toMatch(/^[;\s]*$/);
  }
});

test("what is tagged as scratch stays in the notebook, with a word where it exports something", () => {
  expect(prepareCell("const a = 1;", true)).toEqual({ code: null, leftOut: null });
  expect(prepareCell("await f(1);", true)).toEqual({ code: null, leftOut: null });
  expect(prepareCell(answer, true)).toEqual({ code: null, leftOut: "scratch" });
  expect(prepareCell(`${checks}\nconst layer = { kernel: 3 };`, true)).toEqual({ code: null, leftOut: null });
});

test.each([
  ["calls in calls", "c("],
  ["calls in blocks", "c({"],
  ["calls in a row", "c();"],
  ["calls in a chain", "c().c"],
  ["imports", `${checks}`],
  ["halves of imports", 'from "./selfcheck/" '],
  ["braces", "{c();}"],
  ["waits", "await c()\n"],
])("a cell of %s is looked through once", (_, piece) => {
  const source = `import { c } from "./selfcheck/notebook.mjs";\n${piece.repeat(20_000)}\nexport const a = 1;`;
  expect(prepare(source).code?.length ?? 0).toBe(source.length);
});
