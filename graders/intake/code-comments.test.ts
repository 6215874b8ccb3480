import { joinCells } from "../contract/joined-cells";
import { collectExplanations } from "./explanations";

const real = "The variance is a mean, so I need one division for each channel.";
const questions = [
  { id: "padding", names: [], exports: ["padding"], handedOut: [] },
  { id: "softmax", names: [], exports: ["softmaxFlops"], handedOut: [] },
];
const read = (source: string) =>
  Object.fromEntries(
    collectExplanations({ exported: undefined, texts: [], sources: [source], questions }).byQuestion,
  );

const before = {
  nothing: "",
  imports: 'import { a } from "./a";\n',
  "another function": "export function padding(l) {\n  return l.p;\n}\n",
};
const comments = {
  "line comments": `// ${real}`,
  "a block": `/* ${real} */`,
  "a doc comment": `/**\n * ${real}\n */`,
  "a banner and text": `// =====\n// Softmax\n// =====\n// ${real}`,
};
const between = {
  nothing: "",
  "a blank line": "\n",
  "three blank lines": "\n\n\n",
  "a type": "type R = { a: number };\n",
  "an interface": "\ninterface R {\n  a: number;\n}\n\n",
  "a constant": "const EPS = 1e-9;\n",
  "a helper": "function help(n) {\n  return n;\n}\n\n",
  "another comment": "\n// Here it is.\n",
};
const shells = {
  "a function": "export function softmaxFlops(n) {\n  return 5 * n;\n}\n",
  "an arrow": "export const softmaxFlops = (n) => 5 * n;\n",
  "a function exported under another name":
    "function soft(n) {\n  return 5 * n;\n}\nexport { soft as softmaxFlops };\n",
};

describe("a comment belongs to the next function that is asked for, whatever stands between", () => {
  const cases = Object.entries(before).flatMap(([first, head]) =>
    Object.entries(comments).flatMap(([kind, comment]) =>
      Object.entries(between).flatMap(([gap, space]) =>
        Object.entries(shells).map(([shell, code]) => {
          // What begins a file, parted by a blank line, is about the file, unless it names a question.
          const isHeader = head === "" && space.startsWith("\n") && !comment.includes("Softmax");
          return [first, kind, gap, shell, `${head}\n${comment}\n${space}${code}`, isHeader] as const;
        }),
      ),
    ),
  );
  test.each(cases)("behind %s: %s, %s, %s", (_, __, ___, ____, source, isHeader) => {
    const found = read(source);
    expect(found.padding).toBeUndefined();
    if (isHeader) expect(found.softmax ?? "").not.toContain(real);
    else expect(found.softmax).toContain(real);
  });
});

test.each(["export const name = 'Kim';", "export interface Layer {}", "class Layer {}", "enum Kind {}"])(
  "one directly above %s is about that",
  (declaration) => {
    expect(
      read(`import "./a";\n/** ${real} */\n${declaration}\n\nexport function softmaxFlops() {}`),
    ).toEqual({});
  },
);

test("a comment above the imports is about the file", () => {
  expect(read(`// ${real}\nimport { a } from "./a";\nexport function softmaxFlops() {}`)).toEqual({});
});

test("one behind all code, or in a cell of its own, is about what stands before", () => {
  const code = "export function padding(l) {}\nexport function softmaxFlops(n) {}\n";
  expect(read(`${code}\n// ${real}\n`)).toEqual({ softmax: real });
  const cells = [code, `/* ${real} */`, "export const other = 1;"];
  const joined = joinCells(cells.map((text, at) => ({ number: at + 1, text })));
  expect(read(joined)).toEqual({ softmax: real });
  expect(read(`// ${real}\n`)).toEqual({});
});

const headers = {
  "a heading in a block": `/*\nMy answers\n\n## softmax\n${real}\n*/`,
  "a name and a colon": `// softmax: ${real}`,
  "a name alone on its line": `/**\n * softmax\n * ${real}\n */`,
};

test.each(Object.entries(headers))(
  "what begins a file belongs to a question that it names: %s",
  (_, header) => {
    const code = "export const padding = (l) => l.p;\nexport const softmaxFlops = (n) => n;\n";
    expect(read(`${header}\n\n${code}`)).toEqual({ softmax: real });
    expect(read(`${header}\nimport { a } from "./a";\n${code}`)).toEqual({ softmax: real });
    expect(read(`${header.replace("softmax", "both")}\n\n${code}`)).toEqual({});
  },
);

describe("a bare text in a function, as Python has them, explains it", () => {
  const texts = [`"${real}"`, `'${real}'`, `\`${real}\n\``];
  const cases = texts.flatMap((text) => [
    `export function softmaxFlops(n) {\n  ${text}\n  return 5 * n;\n}`,
    `export function softmaxFlops(n) { ${text}; return 5 * n; }`,
    `export const softmaxFlops = (n) => {\n  const a = 1;\n  ${text};\n  return a;\n};`,
  ]);
  test.each(cases)("%j", (source) => {
    expect(read(source)).toEqual({ softmax: real });
  });

  test.each([
    `export function softmaxFlops(n) { return "${real}"; }`,
    `export function softmaxFlops(n) { "use strict"; return 5 * n; }`,
    `function help(n) { "${real}"; return n; }\nexport function softmaxFlops(n) { return help(n); }`,
  ])("and none is what stands elsewhere, or says nothing: %j", (source) => {
    expect(read(source)).toEqual({});
  });
});
